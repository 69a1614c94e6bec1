using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks;

/// <summary>A few questions that look back; they show themselves as the value of a cell.</summary>
[TypeFormatterSource(typeof(ReviewFormats))]
public sealed class ReviewSheet
{
    internal ReviewSheet(IReadOnlyList<Question> questions) => Questions = questions;

    internal IReadOnlyList<Question> Questions { get; }

    /// <summary>The questions as text.</summary>
    public override string ToString() => ReviewFormats.Text(this);
}
