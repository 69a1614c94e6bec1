using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Grading;

/// <summary>Grades a class, several submissions at once. One that breaks is a line of the report and holds up nobody.</summary>
internal sealed class ClassGrader(Isolation isolation, string lessonFolder, GradingLimits limits, GradeJournal journal, TimeProvider time)
{
    public async Task<IReadOnlyList<GradedLesson>> GradeAsync(IReadOnlyList<Submission> submissions, int jobs, Action<GradedLesson> onDone, CancellationToken cancel)
    {
        var graded = new GradedLesson[submissions.Count];
        var left = submissions.Count;
        var launch = KernelLaunch.BuiltIn(lessonFolder) with { Environment = new Dictionary<string, string> { ["LOGREGCOURSE_PROGRESS"] = "off" } };
        await using var pool = new KernelPool(() => isolation.Around(launch), time);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        await Parallel.ForEachAsync(submissions.Index(), options, async (job, token) =>
        {
            var wantsMore = Interlocked.Decrement(ref left) >= jobs;
            onDone(graded[job.Index] = await GradeAsync(job.Item, () => pool.Take(wantsMore), token));
        });
        return graded;
    }

    private async Task<GradedLesson> GradeAsync(Submission submission, Func<KernelProcess> kernel, CancellationToken cancel)
    {
        var (student, place, attempt, answered, refusal) = submission;
        if (answered is null) return new(student, null, place, attempt, [], [], refusal);
        var result = new GradedLesson(student, answered.Lesson.Name, place, attempt, [], Remarks(answered))
        {
            Answers = answered.Lesson.Exercises.Select(exercise => (exercise.Id, Text: answered.AnswerTo(exercise.Id))).Where(answer => answer.Text is not null).ToDictionary(answer => answer.Id, answer => answer.Text!),
        };
        try
        {
            var key = journal.Key(answered);
            if (journal.Find(key) is { } known) return result with { Grades = known };
            var grades = await RunAsync(answered, kernel, cancel);
            // What was ended by the clock may have met a busy machine: the next run tries again.
            if (grades.All(grade => grade.Verdict != GradeWords.OutOfTime)) journal.Add(key, grades);
            return result with { Grades = grades };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return result with { Failure = $"could not be graded: {e.Message}" };
        }
    }

    private async Task<IReadOnlyList<Grade>> RunAsync(AnsweredLesson answered, Func<KernelProcess> kernel, CancellationToken cancel)
    {
        await using var process = kernel();
        var grades = await new GradingRun(process, limits, time).RunAsync(NeededCells.WithoutCharts(NeededCells.Of(answered)), cancel);
        return [.. answered.Lesson.Exercises.Select(exercise => answered.Missing.Contains(exercise.Id)
            ? new Grade(exercise.Id, GradeWords.Missing) : grades.First(grade => grade.Exercise == exercise.Id))];
    }

    private static IReadOnlyList<string> Remarks(AnsweredLesson answered)
    {
        var words = answered.Cells.Where(cell => cell.IsStudents).SelectMany(cell => CloserLook.In(cell.Source)).Distinct().ToList();
        return words.Count == 0 ? [] : [$"read the answers yourself: they use {string.Join(", ", words)}, which no exercise needs and which could alter a check"];
    }
}
