using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Grading;

/// <summary>A cell of the course's lesson with a student's answers in it. IsStudents: its text is the student's.
/// Checks: the exercise that it checks.</summary>
internal sealed record AnsweredCell(string Id, string Source, bool IsStudents = false, string? Answers = null, string? Checks = null)
{
    public CellNames Names => field ??= CellNames.Of(Source);
}

/// <summary>The course's lesson with a student's answers in the exercises' cells, and the cells that the student added.</summary>
/// <param name="Lesson">The lesson of the course.</param>
/// <param name="Cells">In the order in which they run.</param>
/// <param name="Missing">Exercises whose cell is not there.</param>
internal sealed record AnsweredLesson(CourseLesson Lesson, IReadOnlyList<AnsweredCell> Cells, IReadOnlyList<string> Missing)
{
    /// <summary>
    /// Takes a student's answers by the ids of their cells. Where an id is lost, as in a notebook that an older program
    /// saved, the answer is the cell in front of the one that checks it.
    /// </summary>
    public static AnsweredLesson Of(CourseLesson lesson, Notebook handedIn)
    {
        var theirs = handedIn.Cells.OfType<CodeCell>().ToList();
        var original = lesson.Cells.ToDictionary(cell => cell.Id);
        var originalTexts = lesson.Cells.Select(cell => Bare(cell.Source)).ToHashSet();
        var answers = lesson.Exercises.ToDictionary(exercise => exercise.AnswerCell, exercise => Answer(exercise, theirs));
        var taken = answers.Values.OfType<CodeCell>().ToHashSet(ReferenceEqualityComparer.Instance);

        // Whatever else is theirs, behind the cell of the course that it stands behind.
        var added = new Dictionary<string, List<CodeCell>>();
        var (behind, own) = (lesson.Cells[0].Id, 0);
        foreach (var cell in theirs)
        {
            if (answers.FirstOrDefault(answer => ReferenceEquals(answer.Value, cell)).Key is { } answered) behind = answered;
            else if (original.ContainsKey(cell.Id)) behind = cell.Id;
            else if (lesson.Cells.FirstOrDefault(one => Bare(one.Source) == Bare(cell.Source)) is { } same) behind = same.Id;
            if (taken.Contains(cell) || original.ContainsKey(cell.Id) || originalTexts.Contains(Bare(cell.Source)) || CourseLesson.CheckedBy(cell.Source) is not null || string.IsNullOrWhiteSpace(cell.Source)) continue;
            if (!added.TryGetValue(behind, out var list)) added[behind] = list = [];
            list.Add(cell);
        }

        var cells = new List<AnsweredCell>();
        foreach (var cell in lesson.Cells)
        {
            var (answered, check) = (lesson.Exercises.FirstOrDefault(exercise => exercise.AnswerCell == cell.Id), lesson.Exercises.FirstOrDefault(exercise => exercise.CheckCell == cell.Id));
            if (answered is not null) cells.Add(new(cell.Id, answers[cell.Id]?.Source ?? cell.Source, IsStudents: answers[cell.Id] is not null, Answers: answered.Id));
            else cells.Add(new(cell.Id, cell.Source, Checks: check?.Id));
            // A cell behind the check came too late for it.
            foreach (var one in added.GetValueOrDefault(cell.Id, [])) cells.Add(new($"own-{++own}", one.Source, IsStudents: true));
        }
        return new(lesson, cells, [.. lesson.Exercises.Where(exercise => answers[exercise.AnswerCell] is null).Select(exercise => exercise.Id)]);
    }

    /// <summary>The student's text of an answer; null where there is none.</summary>
    public string? AnswerTo(string exercise) => Cells.FirstOrDefault(cell => cell.Answers == exercise && cell.IsStudents)?.Source;

    private static CodeCell? Answer(LessonExercise exercise, IReadOnlyList<CodeCell> theirs)
    {
        if (theirs.FirstOrDefault(cell => cell.Id == exercise.AnswerCell) is { } byId) return byId;
        for (var at = 1; at < theirs.Count; at++)
            if (CourseLesson.CheckedBy(theirs[at].Source) == exercise.Id && CourseLesson.CheckedBy(theirs[at - 1].Source) is null) return theirs[at - 1];
        return null;
    }

    private static string Bare(string source) => source.ReplaceLineEndings("\n").Trim();
}
