using System.Reflection;
using LogRegCourse.Kernel.Interactive;
using LogRegCourse.Kernel.Session;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace LogRegCourse.Interactive;

/// <summary>
/// .NET Interactive's own library behind the cells of a notebook that names it: its formatters, its display and its
/// kernel objects work as they do there. Cells run inside one of its commands.
/// </summary>
internal sealed class InteractiveLibrary : IInteractiveLibrary
{
    private readonly CompositeKernel _root = new();
    private readonly CellsKernel _cells;
    private readonly Displays _displays = new();

    /// <summary>Starts the library. RunCode: how code that a cell submits is run.</summary>
    public InteractiveLibrary(Func<string, string?> runCode)
    {
        _cells = new CellsKernel(runCode);
        _root.Add(_cells, ["c#", "C#"]);
        _root.Add(new HtmlKernel());
        _root.Add(new JavaScriptKernel(), ["js"]);
        _root.Add(new KeyValueStoreKernel());
        _root.DefaultKernelName = _cells.Name;
        _root.SetDefaultTargetKernelNameForCommand(typeof(RequestInput), _cells.Name);
        _root.SetDefaultTargetKernelNameForCommand(typeof(RequestInputs), _cells.Name);
        _root.KernelEvents.Subscribe(_displays.Take);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Libraries { get; } =
        [.. new[] { typeof(Microsoft.DotNet.Interactive.Kernel), typeof(Formatter), typeof(Microsoft.AspNetCore.Html.IHtmlContent), typeof(System.Reactive.Linq.Observable) }.Select(type => type.Assembly.Location)];

    /// <inheritdoc/>
    public void Run(string source, Action cell)
    {
        // The command is submitted, and the cell runs on this thread, with its deep stack, in the command's context.
        var submitted = _cells.Begin(_root, source);
        try
        {
            ExecutionContext.Run(submitted.Context, _ => cell(), null);
        }
        finally
        {
            submitted.End();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Mime, string Text)> Format(object? value, IReadOnlyList<string> mimeTypes) => value switch
    {
        FormattedValue formatted => [(formatted.MimeType, formatted.Value)],
        IEnumerable<FormattedValue> several => [.. several.Select(one => (one.MimeType, one.Value))],
        _ => [.. FormattedValue.CreateManyFromObject(value, [.. mimeTypes]).Select(one => (one.MimeType, one.Value))],
    };

    /// <inheritdoc/>
    public bool IsDisplayed(object? value) => value is Microsoft.DotNet.Interactive.Formatting.DisplayedValue;

    /// <inheritdoc/>
    public void LoadExtension(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IKernelExtension)) && !type.IsAbstract))
            ((IKernelExtension)Activator.CreateInstance(type)!).OnLoadAsync(_root).GetAwaiter().GetResult();
    }

    /// <summary>What the library shows, on its way to the running cell.</summary>
    private sealed class Displays
    {
        private readonly Dictionary<string, string> _shown = [];
        private readonly List<string> _unclaimed = [];

        public void Take(KernelEvent happened)
        {
            switch (happened)
            {
                case DisplayedValueProduced displayed:
                    _shown[displayed.ValueId ?? ""] = RunningCell.ShowForms(Forms(displayed.FormattedValues));
                    _unclaimed.Add(displayed.ValueId ?? "");
                    break;
                case DisplayedValueUpdated updated:
                    Update(updated);
                    break;
                case StandardOutputValueProduced printed:
                    RunningCell.Print(LogRegCourse.Kernel.Messages.PrintStream.Stdout, string.Concat(printed.FormattedValues.Select(form => form.Value)));
                    break;
                case StandardErrorValueProduced printed:
                    RunningCell.Print(LogRegCourse.Kernel.Messages.PrintStream.Stderr, string.Concat(printed.FormattedValues.Select(form => form.Value)));
                    break;
            }
        }

        // The library gives the value that a cell gets to update another id than the one it was shown under: the first
        // unknown id is that of the display that waits longest.
        private void Update(DisplayedValueUpdated updated)
        {
            var id = updated.ValueId ?? "";
            if (!_shown.TryGetValue(id, out var shown))
            {
                if (_unclaimed.Count == 0) return;
                shown = _shown[id] = _shown[_unclaimed[0]];
                _unclaimed.RemoveAt(0);
            }
            RunningCell.UpdateForms(shown, Forms(updated.FormattedValues));
        }

        private static IEnumerable<(string, string)> Forms(IEnumerable<FormattedValue> values) => values.Select(form => (form.MimeType, form.Value));
    }
}
