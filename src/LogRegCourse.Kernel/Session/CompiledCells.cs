using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Interactive;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.Kernel.Session;

/// <summary>Runs the cells of one notebook that <see cref="CellCompiler"/> compiled in another process. No compiler is loaded here.</summary>
internal sealed class CompiledCells
{
    private readonly NotebookLoadContext _context = new();
    private object?[] _objects = new object?[64];

    /// <summary>Runs a cell to its end; never throws for what the student wrote.</summary>
    public CellOutcome Run(CompiledCell cell, IOutput output)
    {
        foreach (var library in cell.Libraries) _context.Offer(Path.GetFileNameWithoutExtension(library), library);
        if (cell.Slot >= _objects.Length) Array.Resize(ref _objects, 2 * cell.Slot);
        var bounded = new BoundedOutput(output, hasThreads: true, whole: null);
        RunningCell.Set(bounded);
        ConsoleCapture.Renew();
        try
        {
            var invoke = CompiledImage.EntryPoint(_context.LoadCell(new MemoryStream(cell.Assembly), null), cell.Type, cell.Method);
            var value = invoke(_objects).GetAwaiter().GetResult();
            if (cell.HasValue && value is not DisplayedValue) RunningCell.ShowResult(value);
            return new(CellOutcomeKind.Succeeded, TimeSpan.Zero);
        }
        catch (Exception error)
        {
            return new(CellOutcomeKind.Failed, TimeSpan.Zero, ErrorReport.OfException(error, "", _ => null));
        }
        finally
        {
            RunningCell.Set(null);
            bounded.Finish();
        }
    }
}
