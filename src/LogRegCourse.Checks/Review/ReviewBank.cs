using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Review;

/// <summary>A question that looks back at a lesson, and the row of the coverage list that it goes back to.</summary>
internal sealed record ReviewQuestion(ChoiceQuestion Question, int Row);

/// <summary>
/// The questions that lessons begin with, read from questions.txt: "# lesson", then for each question "? row | text",
/// "+ right answer | why" and "- wrong answer | why it tempts".
/// </summary>
internal static class ReviewBank
{
    private const string Resource = "questions.txt";

    private static readonly Lazy<IReadOnlyList<ReviewQuestion>> Read = new(() => Parse(Lines()));

    public static IReadOnlyList<ReviewQuestion> All => Read.Value;

    /// <summary>The question of that id, such as "3.r2"; null where there is none.</summary>
    public static Question? Find(string id) => All.FirstOrDefault(known => known.Question.Id == id)?.Question;

    public static IReadOnlyList<ReviewQuestion> Parse(IEnumerable<string> lines)
    {
        var questions = new List<ReviewQuestion>();
        var answers = new List<(char Kind, string Answer, string Why)>();
        var (lesson, row, text, number) = ("", 0, "", 0);
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var parts = line[2..].Split(" | ", 2);
            switch (line[0])
            {
                case '#':
                    Close();
                    (lesson, number) = (parts[0].Trim(), 0);
                    break;
                case '?':
                    Close();
                    (row, text) = (int.Parse(parts[0]), parts[1]);
                    break;
                case var kind and ('+' or '-'):
                    answers.Add((kind, parts[0], parts[1]));
                    break;
                default:
                    throw new FormatException($"A line of {Resource} begins with none of # ? + -: {line}");
            }
        }
        Close();
        return questions;

        void Close()
        {
            if (answers.Count == 0) return;
            var right = answers.Single(answer => answer.Kind == '+').Answer;
            var id = $"{lesson}.r{++number}";
            // The right answer is written first; where it stands must not tell.
            var mixed = new StableRandom(id).Shuffled(answers);
            questions.Add(new(new ChoiceQuestion(id, text, () => right) { Answers = [.. mixed.Select(answer => (answer.Answer, answer.Why))] }, row));
            answers.Clear();
        }
    }

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(ReviewBank).Assembly.GetManifestResourceStream(Resource)!);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
