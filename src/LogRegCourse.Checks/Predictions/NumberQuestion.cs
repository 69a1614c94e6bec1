using System.Globalization;

namespace LogRegCourse.Checks.Predictions;

/// <summary>A question whose answer is a number. A guess is no computation, so the question says how near is near enough.</summary>
/// <param name="id">Lesson and letter, such as "6.b".</param>
/// <param name="text">The question.</param>
/// <param name="truth">Computes the number.</param>
/// <param name="within">How far from it a guess may lie.</param>
internal sealed class NumberQuestion(string id, string text, Func<double> truth, double within) : Question(id, text)
{
    private const string Digits = "G4";

    /// <summary>Why it is this number.</summary>
    public required string Why { get; init; }

    /// <summary>Numbers that tempt, each with the reason why it does.</summary>
    public IReadOnlyList<(double Number, string Why)> Tempting { get; init; } = [];

    public override string Truth => Show(truth());

    public override string Invitation => $"Guess a number; {Show(within)} more or less is near enough.";

    public override IReadOnlyList<Reason> Reasons(string guess) =>
        [new Reason(Truth, true, Why), .. Tempting.Select(wrong => new Reason(Show(wrong.Number), false, wrong.Why))];

    public override string? Read(object guess) => guess switch
    {
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        string text when double.TryParse(Typed.Number(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Read(number),
        _ => null,
    };

    public override bool IsRight(string guess) => Math.Abs(double.Parse(guess, CultureInfo.InvariantCulture) - truth()) <= within * (1 + 1e-9);

    private static string Show(double number) => number.ToString(Digits, CultureInfo.InvariantCulture).Replace('-', '−');
}
