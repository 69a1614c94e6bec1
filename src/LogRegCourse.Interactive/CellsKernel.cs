using LogRegCourse.Kernel.Session;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace LogRegCourse.Interactive;

/// <summary>The session as the kernel "csharp" of .NET Interactive. The cell that runs is a command of its own; code that
/// a cell submits is run inside it.</summary>
internal sealed class CellsKernel : Microsoft.DotNet.Interactive.Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestInput>,
    IKernelCommandHandler<RequestInputs>
{
    // What is submitted in the place of a cell: the library would take the cell's own text apart at its magic lines.
    private const string InPlaceOfACell = "0";

    private readonly Func<string, string?> _runCode;
    private Running? _begun;

    public CellsKernel(Func<string, string?> runCode) : base("csharp")
    {
        _runCode = runCode;
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
    }

    /// <summary>Submits a command for a cell and waits for its context.</summary>
    public Running Begin(CompositeKernel root, string source)
    {
        var running = new Running();
        _begun = running;
        var done = Task.Run(() => root.SendAsync(new SubmitCode(InPlaceOfACell, Name)));
        if (!running.Started.Task.Wait(TimeSpan.FromSeconds(30))) throw new InvalidOperationException("The library of .NET Interactive did not start the cell.");
        running.Done = done;
        return running;
    }

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        if (Interlocked.Exchange(ref _begun, null) is { } running)
        {
            running.Started.SetResult(ExecutionContext.Capture()!);
            await running.Ended.Task;
            return;
        }
        if (_runCode(command.Code) is { } error) context.Fail(command, message: error);
    }

    Task IKernelCommandHandler<RequestInput>.HandleAsync(RequestInput command, KernelInvocationContext context)
    {
        if (RunningCell.ReadLine(command.Prompt, command.IsPassword) is { } line) context.Publish(new InputProduced(line, command));
        else context.Fail(command, message: "Input not provided.");
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestInputs>.HandleAsync(RequestInputs command, KernelInvocationContext context)
    {
        Dictionary<string, string> answers = [];
        foreach (var input in command.Inputs)
            if (RunningCell.ReadLine(input.Prompt, input.TypeHint == "password") is { } line) answers[input.Name] = line;
        if (answers.Count == command.Inputs.Count) context.Publish(new InputsProduced(answers, command));
        else context.Fail(command, message: "Input not provided.");
        return Task.CompletedTask;
    }

    /// <summary>A cell that runs.</summary>
    public sealed class Running
    {
        public TaskCompletionSource<ExecutionContext> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task? Done { get; set; }

        public ExecutionContext Context => Started.Task.Result;

        public void End()
        {
            Ended.TrySetResult();
            Done?.Wait(TimeSpan.FromSeconds(5));
        }
    }
}
