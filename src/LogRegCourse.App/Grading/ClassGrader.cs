using System.Collections.Concurrent;
using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Grading;

/// <summary>Grades a class, several submissions at once. One that breaks is a line of the report and holds up nobody.</summary>
internal sealed class ClassGrader(Isolation isolation, string lessonFolder, GradingLimits limits, GradeJournal journal, TimeProvider time)
{
    public async Task<IReadOnlyList<GradedLesson>> GradeAsync(IReadOnlyList<Submission> submissions, int jobs, Action<GradedLesson> onDone, CancellationToken cancel)
    {
        var graded = new GradedLesson[submissions.Count];
        var left = submissions.Count;
        await using var pool = new KernelPool(() => isolation.Around(Launch with { Door = "--run" }), time);
        // One for each that runs at once, so that none waits for another's.
        var compilers = new ConcurrentBag<LessonCompiler>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        try
        {
            await Parallel.ForEachAsync(submissions.Index(), options, async (job, token) =>
            {
                var wantsMore = Interlocked.Decrement(ref left) >= jobs;
                var compiler = compilers.TryTake(out var waiting) ? waiting : new LessonCompiler(isolation.Around(Launch), time);
                try
                {
                    onDone(graded[job.Index] = await GradeAsync(job.Item, compiler, () => pool.Take(wantsMore), token));
                }
                finally
                {
                    compilers.Add(compiler);
                }
            });
        }
        finally
        {
            foreach (var compiler in compilers) await compiler.DisposeAsync();
        }
        return graded;
    }

    private KernelLaunch Launch { get; } = KernelLaunch.BuiltIn(lessonFolder) with { Environment = new Dictionary<string, string> { ["LOGREGCOURSE_PROGRESS"] = "off" } };

    private async Task<GradedLesson> GradeAsync(Submission submission, LessonCompiler compiler, Func<KernelProcess> kernel, CancellationToken cancel)
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
            var grades = await RunAsync(answered, compiler, kernel, cancel);
            // What was ended by the clock may have met a busy machine: the next run tries again.
            if (grades.All(grade => grade.Verdict != GradeWords.OutOfTime)) journal.Add(key, grades);
            return result with { Grades = grades };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return result with { Failure = $"could not be graded: {e.Message}" };
        }
    }

    private async Task<IReadOnlyList<Grade>> RunAsync(AnsweredLesson answered, LessonCompiler compiler, Func<KernelProcess> kernel, CancellationToken cancel)
    {
        var cells = NeededCells.WithoutCharts(NeededCells.Of(answered));
        var grades = await RunCompiledAsync(cells, compiler, kernel, cancel) ?? (await RunWholeAsync(cells, cancel))!;
        return [.. answered.Lesson.Exercises.Select(exercise => answered.Missing.Contains(exercise.Id)
            ? new Grade(exercise.Id, GradeWords.Missing) : grades.First(grade => grade.Exercise == exercise.Id))];
    }

    private async Task<IReadOnlyList<Grade>?> RunCompiledAsync(IReadOnlyList<AnsweredCell> cells, LessonCompiler compiler, Func<KernelProcess> kernel, CancellationToken cancel)
    {
        await using var process = kernel();
        return await new GradingRun(process, limits, time, compiler).RunAsync(cells, cancel);
    }

    private async Task<IReadOnlyList<Grade>?> RunWholeAsync(IReadOnlyList<AnsweredCell> cells, CancellationToken cancel)
    {
        await using var process = new KernelProcess(isolation.Around(Launch), time);
        process.Start();
        return await new GradingRun(process, limits, time).RunAsync(cells, cancel);
    }

    private static IReadOnlyList<string> Remarks(AnsweredLesson answered)
    {
        var words = answered.Cells.Where(cell => cell.IsStudents).SelectMany(cell => CloserLook.In(cell.Source)).Distinct().ToList();
        return words.Count == 0 ? [] : [$"read the answers yourself: they use {string.Join(", ", words)}, which no exercise needs and which could alter a check"];
    }
}
