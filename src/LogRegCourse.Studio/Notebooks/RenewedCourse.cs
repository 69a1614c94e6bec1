namespace LogRegCourse.Studio.Notebooks;

/// <summary>What becomes of a student's copy of a lesson when the course has a new version of it: what the student wrote
/// stays, what he left as it was follows the course.</summary>
internal static class RenewedCourse
{
    /// <param name="kept">The student's copy.</param>
    /// <param name="before">The texts, by id, of the course's cells that the copy was made from.</param>
    /// <param name="now">The course's lesson as it is now.</param>
    /// <returns>The copy brought up to date, and what the course changed in a sentence; null when that is nothing.</returns>
    public static (Notebook Notebook, string? Sentence) Merge(Notebook kept, IReadOnlyDictionary<string, string> before, Notebook now)
    {
        var own = kept.Cells.ToDictionary(cell => cell.Id);
        List<string> changed = [], added = [], both = [];
        List<Cell> merged = [];
        foreach (var cell in now.Cells)
        {
            var was = before.GetValueOrDefault(cell.Id);
            if (!own.TryGetValue(cell.Id, out var mine))
            {
                // What the student deleted stays away.
                if (was is not null) continue;
                merged.Add(cell);
                added.Add(cell.Id);
            }
            else if (mine.Source == cell.Source)
            {
                merged.Add(mine);
            }
            else if (mine.Source == was)
            {
                merged.Add(cell);
                changed.Add(cell.Id);
            }
            else
            {
                merged.Add(mine);
                if (was is not null && was != cell.Source) both.Add(cell.Id);
            }
        }
        var gone = PutBack(kept, before, merged);
        var says = string.Join(", ", new[] { Count(changed.Count, "changed"), Count(added.Count, "new"), Count(gone, "gone") }.OfType<string>());
        if (says.Length == 0 && both.Count == 0) return (kept, null);
        var where = Sections(now, [.. changed, .. added, .. both]);
        var sentence = $"The course has been renewed{(where.Length > 0 ? $" (see {where})" : "")}: of its cells {(says.Length > 0 ? says : "none that you left as they were")}. What you wrote stays."
            + (both.Count > 0 ? $" {(both.Count == 1 ? "One cell" : $"{both.Count} cells")} of yours the course has changed too: More, \"Reset this cell to the original\", shows its text." : "");
        return (new Notebook([.. merged], now.Metadata), sentence);
    }

    // Cells that the course has not, each behind the one that it stood behind: the student's own stay.
    private static int PutBack(Notebook kept, IReadOnlyDictionary<string, string> before, List<Cell> merged)
    {
        var gone = 0;
        for (var i = 0; i < kept.Cells.Length; i++)
        {
            var cell = kept.Cells[i];
            if (merged.Exists(other => other.Id == cell.Id)) continue;
            if (before.TryGetValue(cell.Id, out var was) && was == cell.Source) gone++;
            else merged.Insert(1 + kept.Cells.Take(i).Reverse().Select(above => merged.FindIndex(other => other.Id == above.Id)).FirstOrDefault(at => at >= 0, -1), cell);
        }
        return gone;
    }

    private static string? Count(int count, string what) => count switch { 0 => null, 1 => $"one is {what}", _ => $"{count} are {what}" };

    // The nearest headings at or above the cells.
    private static string Sections(Notebook lesson, IReadOnlyCollection<string> ids)
    {
        List<string> found = [];
        var heading = "";
        foreach (var cell in lesson.Cells)
        {
            if (cell is MarkdownCell text) heading = MarkdownHtml.Headings(text.Source).Select(one => one.Text).LastOrDefault(heading);
            if (ids.Contains(cell.Id) && heading.Length > 0 && !found.Contains(heading)) found.Add(heading);
        }
        return string.Join(", ", found.Select(one => $"\"{one}\""));
    }
}
