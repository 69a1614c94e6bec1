using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.Studio.State;

// What changes the text of a lesson, and how the file follows.
internal sealed partial record NotebookState
{
    private static readonly JsonElement CodeMetadata = JsonElement.Parse("""{"polyglot_notebook":{"kernelName":"csharp"}}""");
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    private NotebookState Changed(List<StudioEffect> effects) =>
        (this with { Revision = Revision + 1 }).Also(effects, IsSaved ? [new Tell(new SaveStateChanged(false)), new SaveAfterPause()] : [new SaveAfterPause()]);

    private NotebookState Edit(EditCell edit, int? page, List<StudioEffect> effects)
    {
        if (Find(edit.CellId) is not { } cell || cell.Cell.Source == edit.Source) return this;
        var edited = cell with { Cell = cell.Cell with { Source = edit.Source } };
        // The writer's page has the text already, but not what markdown makes of it.
        var news = new CellEdited(edit.CellId, edit.Source, edited.Html);
        return Replace(edited).Changed(effects).Also(effects, new Tell(news, Except: news.Html is null ? page : null));
    }

    private NotebookState Add(AddCell add, List<StudioEffect> effects)
    {
        if (Find(add.NewCellId) is not null || add.NewCellId.Length is 0 or > 64 || !add.NewCellId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return this;
        var index = add.AfterCellId is { } after ? IndexOf(after) + 1 : 0;
        Cell cell = add.Kind == "markdown" ? new MarkdownCell(add.NewCellId, "", NoMetadata) : new CodeCell(add.NewCellId, "", CodeMetadata);
        return Insert(index, cell, effects);
    }

    private NotebookState Insert(int index, Cell cell, List<StudioEffect> effects)
    {
        var state = new CellState(cell);
        var at = Math.Clamp(index, 0, Cells.Count);
        return (this with { Cells = Cells.Insert(at, state) }).Changed(effects).Also(effects, new Tell(new CellAdded(at, state.ForPage(isStale: false))));
    }

    private NotebookState Delete(string cellId, List<StudioEffect> effects)
    {
        var index = IndexOf(cellId);
        // A running cell stays: its outputs need a place.
        if (index < 0 || Cells[index].Phase != CellPhase.Idle) return this;
        return (this with { Cells = Cells.RemoveAt(index), Bin = Bin.Push((index, Cells[index].Cell)) })
            .Changed(effects).Also(effects, new Tell(new CellDeleted(cellId)));
    }

    private NotebookState Restore(List<StudioEffect> effects)
    {
        if (Bin.IsEmpty) return this.Also(effects, new Tell(new NoticeGiven("No cell was deleted since the lesson was opened.")));
        var rest = Bin.Pop(out var last);
        return (this with { Bin = rest }).Insert(last.Index, last.Cell, effects);
    }

    private NotebookState AfterOriginalRead(OriginalRead read, List<StudioEffect> effects)
    {
        if (read.CellId is null) return Take(read.Original, isFromElsewhere: false).Changed(effects).Also(effects).Reopen(effects);
        var original = read.Original.Cells.FirstOrDefault(cell => cell.Id == read.CellId);
        if (original is null) return this.Also(effects, new Tell(new NoticeGiven("This cell is your own: the course has no original of it.")));
        return Edit(new EditCell(read.CellId, original.Source), page: null, effects);
    }

    /// <summary>Another text of the whole lesson; cells that keep their id keep their runs, and with the same text their outputs.</summary>
    private NotebookState Take(Notebook notebook, bool isFromElsewhere = true) => this with
    {
        Metadata = notebook.Metadata,
        Cells = [.. notebook.Cells.Select(cell => Find(cell.Id) is { } known && known.Cell.GetType() == cell.GetType()
            ? Taken(known, Merge(known.Cell, cell), isFromElsewhere)
            : new CellState(cell))],
    };

    // Outputs that somebody else's file brings are no run of this session, even if the cell had one.
    private static CellState Taken(CellState known, Cell cell, bool isFromElsewhere) =>
        known with { Cell = cell, AreOutputsStored = known.AreOutputsStored || (isFromElsewhere && OutputsOf(cell) != OutputsOf(known.Cell)) };

    private static string OutputsOf(Cell cell) => cell is CodeCell code ? NotebookWriter.Write(new Notebook([new CodeCell("", "", NoMetadata) { Outputs = [.. StreamOutput.Joined(code.Outputs)] }], NoMetadata)) : "";

    private static Cell Merge(Cell known, Cell fresh) =>
        known is CodeCell old && fresh is CodeCell code && code.Outputs.IsEmpty && code.Source == old.Source ? code with { Outputs = old.Outputs, ExecutionCount = old.ExecutionCount } : fresh;

    private NotebookState Reopen(List<StudioEffect> effects) => this.Also(effects, new Tell(Opened()));

    private NotebookState Save(List<StudioEffect> effects, bool overwrite) =>
        OnDisk is not null || (IsSaved && !overwrite) ? this : this.Also(effects, new SaveFile(Notebook, Revision, overwrite));

    private NotebookState AfterSaved(FileSaved saved, List<StudioEffect> effects)
    {
        var next = this with { SavedRevision = saved.Revision };
        return next.Also(effects, new Tell(new SaveStateChanged(next.IsSaved)));
    }

    private NotebookState AfterFileChanged(Notebook onDisk, List<StudioEffect> effects)
    {
        if (!IsSaved) return (this with { OnDisk = onDisk }).Also(effects, new Tell(new ConflictFound(true)));
        return Take(onDisk).Reopen(effects).Also(effects, new Tell(new NoticeGiven("The lesson was changed outside of this page; this is its new text.")));
    }

    private NotebookState Resolve(bool keepMine, List<StudioEffect> effects)
    {
        if (OnDisk is not { } onDisk) return this;
        var free = this with { OnDisk = null };
        return keepMine
            ? free.Also(effects, new Tell(new ConflictFound(false))).Save(effects, overwrite: true)
            : (free.Take(onDisk) with { SavedRevision = Revision }).Reopen(effects);
    }
}
