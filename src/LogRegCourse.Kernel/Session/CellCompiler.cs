using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Magics;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.PlainWords;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Session;

/// <summary>
/// Compiles the cells of one notebook after the other and runs none. Cells at a notebook's beginning that are the same as
/// in the one before, as the first ones of all copies of a lesson are, were compiled then.
/// </summary>
internal sealed class CellCompiler
{
    private readonly ReferenceLoader _references;
    private readonly SubmissionChain _empty;
    private readonly List<Done> _done = [];

    /// <param name="host">Where files are found; it is not asked for packages.</param>
    public CellCompiler(IHost host)
    {
        // Nothing is loaded, so that no text from outside runs here.
        _references = new ReferenceLoader(new NotebookLoadContext(), host);
        _empty = new SubmissionChain(null, _references);
    }

    private sealed record Done(CompileCell Asked, SubmissionChain After, CellCompiled Answer);

    /// <summary>A cell as the continuation of those at the places before it.</summary>
    public CellCompiled Compile(CompileCell asked)
    {
        if (asked.Place < 0 || asked.Place > _done.Count) throw new ArgumentOutOfRangeException(nameof(asked), $"There is no cell before place {asked.Place}.");
        if (asked.Place < _done.Count && _done[asked.Place].Asked == asked) return _done[asked.Place].Answer;
        _done.RemoveRange(asked.Place, _done.Count - asked.Place);
        var chain = (asked.Place == 0 ? _empty : _done[^1].After).Fork();
        _done.Add(new(asked, chain, Answer(asked, chain)));
        return _done[^1].Answer;
    }

    private CellCompiled Answer(CompileCell asked, SubmissionChain chain)
    {
        try
        {
            if (CellSteps.Of(asked.Source) is not [CSharpStep step]) return new(asked.Place, null, NeedsKernel: true);
            var text = CellText.Parse(step.Text, $"cell {asked.Place + 1}");
            if (text.Packages.Count > 0 || InteractiveNames.In(text) || (asked.Place > 0 && BringsFiles(text))) return new(asked.Place, null, NeedsKernel: true);
            var asWritten = Add(text);
            if (asWritten.Submission is null && (InteractiveNames.MissingIn(asWritten.Diagnostics) || InteractiveNames.JsonMissingIn(asWritten.Diagnostics))) return new(asked.Place, null, NeedsKernel: true);
            var compiled = Spelling.Accepted(asWritten, Add);
            if (compiled.Submission is not { } submission) return new(asked.Place, null, ErrorReport.OfCompilation(compiled));
            return new(asked.Place, submission.Image is var (assembly, type, method) ? new(assembly, type, method, submission.Slot, submission.HasValue, _references.Paths) : null);
        }
        catch (Exception error)
        {
            return new(asked.Place, null, ErrorReport.OfCompiler(error));
        }

        CompileResult Add(CellText text) => chain.Add(asked.CellId, text, asked.Place + 1);
    }

    // Those of a lesson's first cell are the same for all; what a later one brings is no business of the notebooks behind it.
    private static bool BringsFiles(CellText text) => text.Compiled.GetCompilationUnitRoot() is var unit && (unit.GetReferenceDirectives().Count > 0 || unit.GetLoadDirectives().Count > 0);
}
