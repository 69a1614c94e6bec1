namespace LogRegCourse.Checks.Predictions;

/// <summary>What is asked before a cell is run, the truth about it, and how a guess is judged. One kind of guess is one derived class.</summary>
/// <param name="id">Lesson and letter, such as "6.b".</param>
/// <param name="text">The question.</param>
internal abstract class Question(string id, string text)
{
    public string Id { get; } = id;

    public string Lesson => Id[..Id.IndexOf('.')];

    public string Text { get; } = text;

    /// <summary>The right answer, computed afresh, as it is shown.</summary>
    public abstract string Truth { get; }

    /// <summary>The answers to choose from; empty where a number is asked for.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>What a guess has to look like.</summary>
    public abstract string Invitation { get; }

    /// <summary>The call that records a guess.</summary>
    public string Recording => $"Predict(\"{Id}\", {(Choices.Count > 0 ? $"\"{Choices[0]}\"" : "your number")}) records it.";

    /// <summary>The answer and the tempting others, each with its reason; asked for only when somebody has guessed.</summary>
    public abstract IReadOnlyList<Reason> Reasons(string guess);

    /// <summary>A guess as it is remembered and shown; null where it is no answer to this question.</summary>
    public abstract string? Read(object guess);

    /// <summary>Whether a guess that <see cref="Read"/> took is right.</summary>
    public abstract bool IsRight(string guess);
}

/// <summary>One possible answer, whether it is right, and why it is or why it tempts.</summary>
internal sealed record Reason(string Answer, bool IsRight, string Why);
