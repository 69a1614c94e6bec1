using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.App.Grading;

/// <summary>Students whose answers to an exercise are the same but for spaces and comments.</summary>
internal sealed record EqualAnswer(string Exercise, string Verdict, IReadOnlyList<Student> Students, string Answer);

/// <summary>
/// Equal answers that are a reason to ask. A short answer, or one that many give, is equal by itself: only what the
/// student added to the lesson's stub is counted, it must be long enough, and few may share it.
/// </summary>
internal static class EqualAnswers
{
    private const int FewestWords = 25;
    private const double LargestShare = 0.1;

    public static IReadOnlyList<EqualAnswer> Of(IReadOnlyList<GradedLesson> graded, IReadOnlyList<CourseLesson> lessons)
    {
        var stubs = lessons.SelectMany(lesson => lesson.Exercises).ToDictionary(exercise => exercise.Id, exercise => Words(exercise.Stub));
        var answers = from lesson in graded
                      from grade in lesson.Grades
                      where lesson.Answers.ContainsKey(grade.Exercise)
                      let words = Words(lesson.Answers[grade.Exercise])
                      where Added(words, stubs.GetValueOrDefault(grade.Exercise, [])) >= FewestWords
                      select (lesson.Student, Grade: grade, Text: string.Join(' ', words), Answer: lesson.Answers[grade.Exercise]);
        return [.. from exercise in answers.GroupBy(answer => answer.Grade.Exercise)
                   let most = Math.Max(3, (int)(LargestShare * exercise.Count()))
                   from same in exercise.GroupBy(answer => answer.Text)
                   let students = same.Select(answer => answer.Student).Distinct().ToList()
                   where students.Count > 1 && students.Count <= most
                   // Two wrong answers that are equal say more than two right ones.
                   orderby same.First().Grade.Verdict == GradeWords.Passed, exercise.Key
                   select new EqualAnswer(exercise.Key, same.First().Grade.Verdict, students, same.First().Answer)];
    }

    private static List<string> Words(string answer) =>
        [.. CSharpSyntaxTree.ParseText(answer, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script)).GetRoot().DescendantTokens().Select(token => token.Text).Where(word => word.Length > 0)];

    private static int Added(List<string> words, List<string> stub)
    {
        var left = stub.CountBy(word => word).ToDictionary();
        return words.Count(word => !left.TryGetValue(word, out var count) || count == 0 || (left[word] = count - 1) < 0);
    }
}
