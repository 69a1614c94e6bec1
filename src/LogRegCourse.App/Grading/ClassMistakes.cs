using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.App.Grading;

/// <summary>A mistake that students of a class made: its name, how many made it, and one answer without its comments.</summary>
internal sealed record ClassMistake(string Exercise, string Sentence, bool IsNamed, int Count, int OutOf, string Example);

/// <summary>The mistakes of a class, the most frequent first.</summary>
internal static class ClassMistakes
{
    private const int LongestExample = 700;

    public static IReadOnlyList<ClassMistake> Of(IReadOnlyList<GradedLesson> graded)
    {
        var tried = graded.SelectMany(lesson => lesson.Grades).Where(grade => grade.Verdict is not (GradeWords.NotDone or GradeWords.Missing)).CountBy(grade => grade.Exercise).ToDictionary();
        var wrong = from lesson in graded
                    from grade in lesson.Grades
                    where grade.Verdict is GradeWords.Failed or GradeWords.Broken
                    select (lesson, grade);
        return [.. wrong.GroupBy(one => (one.grade.Exercise, Sentence: one.grade.Mistake ?? Unnamed(one.grade)))
            .Select(same => new ClassMistake(same.Key.Exercise, same.Key.Sentence, same.First().grade.Mistake is not null,
                same.Count(), tried[same.Key.Exercise], Example(same.Select(one => one.lesson.Answers.GetValueOrDefault(one.grade.Exercise, "")))))
            .OrderByDescending(mistake => mistake.Count).ThenByDescending(mistake => mistake.IsNamed).ThenBy(mistake => mistake.Exercise, StringComparer.Ordinal).ThenBy(mistake => mistake.Sentence, StringComparer.Ordinal)];
    }

    private static string Unnamed(Grade grade) => grade.Verdict == GradeWords.Broken ? $"It does not run: {grade.Says}" : "A mistake without a name";

    // The shortest says it most plainly. A comment may hold a name.
    private static string Example(IEnumerable<string> answers)
    {
        var example = answers.Select(WithoutComments).OrderBy(answer => answer.Length).ThenBy(answer => answer, StringComparer.Ordinal).First();
        return example.Length <= LongestExample ? example : example[..LongestExample] + "…";
    }

    private static string WithoutComments(string answer)
    {
        var root = CSharpSyntaxTree.ParseText(answer, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script)).GetRoot();
        var bare = root.ReplaceTrivia(root.DescendantTrivia(), (trivia, _) => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? trivia : SyntaxFactory.Space);
        return string.Join('\n', bare.ToFullString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
    }
}
