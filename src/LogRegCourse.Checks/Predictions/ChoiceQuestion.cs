using System.Globalization;

namespace LogRegCourse.Checks.Predictions;

/// <summary>A question with a few answers to choose from, each with the reason why it is right or why it tempts.</summary>
/// <param name="id">Lesson and letter, such as "6.b".</param>
/// <param name="text">The question.</param>
/// <param name="truth">Computes which choice is right.</param>
internal sealed class ChoiceQuestion(string id, string text, Func<string> truth) : Question(id, text)
{
    /// <summary>The answers in the order in which they are shown, each with its reason.</summary>
    public required IReadOnlyList<(string Answer, string Why)> Answers { get; init; }

    public override string Truth => truth();

    public override IReadOnlyList<string> Choices => [.. Answers.Select(choice => choice.Answer)];

    public override string Invitation => "Choose one of these.";

    public override IReadOnlyList<Reason> Reasons(string guess) =>
        [.. Answers.Select(choice => new Reason(choice.Answer, IsRight(choice.Answer), choice.Why)).OrderByDescending(reason => reason.IsRight)];

    /// <summary>The choice that was meant, in any case, with the minus of the keyboard, or written as a number.</summary>
    public override string? Read(object guess)
    {
        var text = guess is double number ? number.ToString("R", CultureInfo.InvariantCulture) : guess as string;
        return text is null ? null : Choices.FirstOrDefault(choice => Typed.Plain(choice).Equals(Typed.Plain(text), StringComparison.OrdinalIgnoreCase));
    }

    public override bool IsRight(string guess) => guess == Truth;
}
