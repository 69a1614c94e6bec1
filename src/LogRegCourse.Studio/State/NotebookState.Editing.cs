using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.Studio.State;

// What changes the text of a lesson, and how the file follows.
internal sealed partial record NotebookState
{
    // A page sends the whole text with every edit, and a file holds at most 64 MB.
    private const int LongestSource = 8_000_000;

    private static readonly JsonElement CodeMetadata = JsonElement.Parse("""{"polyglot_notebook":{"kernelName":"csharp"}}""");
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    private NotebookState Changed(List<StudioEffect> effects) =>
        (this with { Revision = Revision + 1 }).Also(effects, IsSaved ? [new Tell(new SaveStateChanged(false)), new SaveAfterPause()] : [new SaveAfterPause()]);

    private NotebookState Edit(EditCell edit, int? page, List<StudioEffect> effects)
    {
        if (Find(edit.CellId) is not { } cell) return this;
        if (cell.Cell.Source == edit.Source) return Took(edit, cell, page, effects);
        if (edit.Source.Length > LongestSource)
            return this.Also(effects, new Tell(new NoticeGiven($"Cell {cell.Id} has {edit.Source.Length / 1_000_000.0:0.#} million characters, more than {LongestSource / 1_000_000}: its text is not saved until it is shorter."), Only: page));
        // Somebody else wrote since: the page puts both together and asks again.
        if (edit.Base is { } known && !cell.IsKnownTo(page, known))
            return this.Also(effects, new Tell(new CellEdited(cell.Id, cell.Cell.Source, cell.TextVersion, cell.Html), Only: page));
        var edited = cell.Written(cell.Cell with { Source = edit.Source }, page);
        return Replace(edited).Changed(effects).Took(edit, edited, page, effects)
            .Also(effects, new Tell(new CellEdited(cell.Id, edit.Source, edited.TextVersion, edited.Html), Except: page));
    }

    // The writer's page has the text already, but not what markdown makes of it.
    private NotebookState Took(EditCell edit, CellState cell, int? page, List<StudioEffect> effects)
    {
        if (edit.Edit is not { } number || page is not { } writer) return this;
        this.Also(effects, new Tell(new EditTaken(cell.Id, number, cell.Html), Only: page));
        return IsSaved ? this.Also(effects, new Tell(new EditsSaved(number), Only: page)) : this with { Typed = Typed.Add((writer, number, Revision)) };
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
        Other = notebook.Other,
        Cells = [.. notebook.Cells.Select(cell => Find(cell.Id) is { } known && known.Cell.GetType() == cell.GetType()
            ? Taken(known, Merge(known.Cell, cell), isFromElsewhere)
            : new CellState(cell))],
    };

    // Outputs that somebody else's file brings are no run of this session, even if the cell had one.
    private static CellState Taken(CellState known, Cell cell, bool isFromElsewhere) =>
        (known.Cell.Source == cell.Source ? known with { Cell = cell } : known.Written(cell, page: null)) with { AreOutputsStored = known.AreOutputsStored || (isFromElsewhere && OutputsOf(cell) != OutputsOf(known.Cell)) };

    private static string OutputsOf(Cell cell) => cell is CodeCell code ? NotebookWriter.Write(new Notebook([new CodeCell("", "", NoMetadata) { Outputs = [.. StreamOutput.Joined(code.Outputs)] }], NoMetadata)) : "";

    private static Cell Merge(Cell known, Cell fresh) =>
        known is CodeCell old && fresh is CodeCell code && code.Outputs.IsEmpty && code.Source == old.Source ? code with { Outputs = old.Outputs, ExecutionCount = old.ExecutionCount } : fresh;

    private NotebookState Reopen(List<StudioEffect> effects) => this.Also(effects, new Tell(Opened()));

    private NotebookState Save(List<StudioEffect> effects, bool overwrite) =>
        OnDisk is not null || (IsFileGone && !overwrite) || (IsSaved && !overwrite) ? this : this.Also(effects, new SaveFile(Notebook, Revision, overwrite));

    private NotebookState AfterSaved(FileSaved saved, List<StudioEffect> effects)
    {
        var next = (this with { SavedRevision = saved.Revision, IsFileGone = false }).TellWriters(effects);
        if (IsFileGone) effects.Add(new Tell(new ConflictFound(false)));
        return next.Also(effects, new Tell(new SaveStateChanged(next.IsSaved)));
    }

    // A page forgets what it sent when it hears that it is on the disk.
    private NotebookState TellWriters(List<StudioEffect> effects)
    {
        foreach (var typed in Typed.Where(typed => typed.Revision <= SavedRevision).GroupBy(typed => typed.Page))
            effects.Add(new Tell(new EditsSaved(typed.Max(edit => edit.Edit)), Only: typed.Key));
        return this with { Typed = Typed.RemoveAll(typed => typed.Revision <= SavedRevision) };
    }

    private NotebookState AfterFileGone(bool isGone, List<StudioEffect> effects)
    {
        if (isGone == IsFileGone) return this;
        var next = (this with { IsFileGone = isGone }).Also(effects, new Tell(new ConflictFound(isGone || OnDisk is not null, isGone)));
        // What was written meanwhile goes into the file that is there again.
        return isGone ? next : next.Save(effects, overwrite: false);
    }

    private NotebookState AfterFileChanged(Notebook onDisk, List<StudioEffect> effects)
    {
        if (!IsSaved) return (this with { OnDisk = onDisk, IsFileGone = false }).Also(effects, new Tell(new ConflictFound(true)));
        if (IsFileGone) return (this with { IsFileGone = false }).Also(effects, new Tell(new ConflictFound(false))).AfterFileChanged(onDisk, effects);
        return Take(onDisk).Reopen(effects).Also(effects, new Tell(new NoticeGiven("The lesson was changed outside of this page; this is its new text.")));
    }

    private NotebookState Resolve(bool keepMine, List<StudioEffect> effects)
    {
        if (OnDisk is not { } onDisk) return IsFileGone && keepMine ? Save(effects, overwrite: true) : this;
        var free = this with { OnDisk = null };
        return keepMine
            ? free.Also(effects, new Tell(new ConflictFound(false))).Save(effects, overwrite: true)
            : (free.Take(onDisk) with { SavedRevision = Revision }).TellWriters(effects).Reopen(effects);
    }
}
