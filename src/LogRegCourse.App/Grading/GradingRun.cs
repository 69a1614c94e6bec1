using System.Security.Cryptography;
using System.Text.Json;
using LogRegCourse.App.Kernels;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Grading;

/// <summary>How long things may take.</summary>
internal sealed record GradingLimits(TimeSpan Cell, TimeSpan Submission)
{
    public static GradingLimits Usual { get; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90));
}

/// <summary>
/// Runs the cells of one answered lesson in a kernel that nobody else has, and collects what the course's own check
/// cells said. A verdict counts only under the id of such a cell, which is drawn at random and told to the kernel when
/// the cell's turn comes: what an answer prints or displays is no verdict.
/// </summary>
/// <param name="kernel">Runs what is compiled elsewhere where there is a compiler, else a whole kernel.</param>
/// <param name="limits">How long things may take.</param>
/// <param name="time">The clock.</param>
/// <param name="compiler">Compiles the cells.</param>
internal sealed class GradingRun(KernelProcess kernel, GradingLimits limits, TimeProvider time, LessonCompiler? compiler = null)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);

    /// <returns>A grade for each exercise that is checked; null where a cell asks for a whole kernel.</returns>
    public async Task<IReadOnlyList<Grade>?> RunAsync(IReadOnlyList<AnsweredCell> cells, CancellationToken cancel)
    {
        var grades = new List<Grade>();
        var broken = new Dictionary<string, Grade>();
        using var timer = new CancellationTokenSource(StartPatience, time);
        var end = await WaitAsync(timer, cancel);
        using var all = new CancellationTokenSource(limits.Submission, time);
        var place = 0;
        foreach (var cell in cells)
        {
            if (end is null)
            {
                if (cell.Checks is { } late && broken.TryGetValue(late, out var failed))
                {
                    grades.Add(failed);
                    continue;
                }
                if (await RunCellAsync(cell, place++, all, cancel) is not var (outcome, check)) return null;
                if (outcome.Ended is { } why) end = why;
                else if (cell.Checks is { } exercise) grades.Add(check is { } said ? Read(exercise, said) : new(exercise, GradeWords.Broken, Says: outcome.Error ?? "The check said nothing."));
                else if (cell.Answers is { } answered && outcome.Error is { } error) broken[answered] = new(answered, GradeWords.Broken, Says: error);
            }
            if (end is not null && cell.Checks is { } open && grades.All(grade => grade.Exercise != open)) grades.Add(end with { Exercise = open });
        }
        return grades;
    }

    // What ended the kernel's life, if anything did, is the grade of every exercise behind it.
    private async Task<((string? Error, Grade? Ended) Outcome, JsonElement? Check)?> RunCellAsync(AnsweredCell cell, int place, CancellationTokenSource all, CancellationToken cancel)
    {
        var id = $"{cell.Id}-{RandomNumberGenerator.GetHexString(16)}";
        var source = cell.Checks is null ? cell.Source : Qualified(cell.Source);
        using var one = new CancellationTokenSource(limits.Cell, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, one.Token, all.Token);
        try
        {
            if (compiler is null) kernel.Send(new RunCell(id, source));
            else
                switch (await compiler.CompileAsync(new CompileCell(place, cell.Id, source), limit.Token))
                {
                    case CellCompiled { NeedsKernel: true }:
                        return null;
                    case CellCompiled { Cell: { } compiled }:
                        kernel.Send(new RunCompiled(id, compiled));
                        break;
                    case CellCompiled nothing:
                        return ((FirstLine(nothing.Error), null), null);
                    case KernelEnded ended:
                        return ((null, new("", GradeWords.Broken, Says: $"{What(cell)}: {ended.Sentence}")), null);
                }
            JsonElement? check = null;
            while (true)
            {
                switch (await kernel.Events.ReadAsync(limit.Token))
                {
                    case InputRequested:
                        kernel.Send(new ProvideInput(null));
                        break;
                    case ValueDisplayed shown when shown.CellId == id && shown.IsResult && cell.Checks is { } exercise
                        && shown.Data.TryGetValue(MimeBundle.Check, out var said) && IsOf(said, exercise):
                        check ??= said;
                        break;
                    case CellFinished { Request: null } finished when finished.CellId == id:
                        return ((FirstLine(finished.Error), null), check);
                    case KernelEnded ended:
                        return ((null, new("", GradeWords.Broken, Says: $"{What(cell)}: {ended.Sentence}")), null);
                }
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await kernel.EndAsync("It took too long.");
            var seconds = all.IsCancellationRequested ? limits.Submission : limits.Cell;
            return ((null, new("", GradeWords.OutOfTime, Says: $"{What(cell)} ran longer than {seconds.TotalSeconds:0} s and was ended: look for a loop without an end.")), null);
        }
    }

    private async Task<Grade?> WaitAsync(CancellationTokenSource timer, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            while (await kernel.Events.ReadAsync(limit.Token) is var news)
            {
                if (news is KernelReady) return null;
                if (news is KernelEnded ended) return new("", GradeWords.Broken, Says: ended.Sentence);
            }
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new("", GradeWords.Broken, Says: $"The kernel did not start within {StartPatience.TotalSeconds:0} s.");
        }
    }

    private static string? FirstLine(CellError? error) => error?.Message.Split('\n')[0];

    private static string What(AnsweredCell cell) => cell.Answers is { } answered ? $"The answer to {answered}" : cell.Checks is { } exercise ? $"The check of {exercise}" : $"Cell {cell.Id}";

    // An answer may declare a Check of its own.
    private static string Qualified(string check) => $"global::LogRegCourse.Checks.Course.{check.TrimStart()}";

    private static bool IsOf(JsonElement said, string exercise) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty("id", out var id) && id.ValueEquals(exercise) && said.TryGetProperty("kind", out var kind) && kind.ValueEquals("exercise");

    private static Grade Read(string exercise, JsonElement said) => new(
        exercise,
        said.GetProperty("verdict").GetString() is { } verdict and (GradeWords.Passed or GradeWords.Failed or GradeWords.NotDone or GradeWords.Unchecked) ? verdict : GradeWords.Broken,
        Text(said, "mistake"),
        Text(said, "says"));

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
