using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks;

/// <summary>How an answer came out.</summary>
public enum VerdictState
{
    /// <summary>Nothing was answered yet.</summary>
    NotDone,

    /// <summary>Something is wrong; the verdict says what.</summary>
    Failed,

    /// <summary>All of it is right.</summary>
    Passed,

    /// <summary>Whether it is right could not be found out; the verdict says why.</summary>
    Unchecked,
}

/// <summary>What the check of an exercise says; it shows itself as the value of a cell.</summary>
[TypeFormatterSource(typeof(VerdictFormats), PreferredMimeTypes = ["text/html", "text/plain", Verdicts.MimeType])]
public sealed class Verdict
{
    internal Verdict(string id, string title, VerdictState state, IReadOnlyList<Finding> findings) =>
        (Id, Title, State, Findings) = (id, title, state, findings);

    /// <summary>The exercise, such as "3.2".</summary>
    public string Id { get; }

    /// <summary>The task in a few words.</summary>
    public string Title { get; }

    /// <summary>Passed, failed, or not done yet.</summary>
    public VerdictState State { get; }

    internal IReadOnlyList<Finding> Findings { get; }

    /// <summary>The derivation that was judged: its lines are shown with the verdict.</summary>
    internal Derivation? Derivation { get; init; }

    /// <summary>The verdict as text.</summary>
    public override string ToString() => VerdictText.Write(this);
}
