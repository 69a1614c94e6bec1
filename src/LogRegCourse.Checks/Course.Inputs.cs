namespace LogRegCourse.Checks;

/// <content>Live inputs: controls in the Studio, their defaults behind every other door.</content>
public static partial class Course
{
    /// <summary>A number that a slider sets.</summary>
    /// <param name="label">What stands beside the slider.</param>
    /// <param name="min">Its left end.</param>
    /// <param name="max">Its right end.</param>
    /// <param name="value">The number to begin with, and the result wherever there is no slider.</param>
    /// <param name="step">The distance between two positions.</param>
    [LiveInput]
    public static double Slider(string label, double min, double max, double value, double step = 0.1) => value;

    /// <summary>One of several texts; the first to begin with, and wherever there is no control.</summary>
    /// <param name="label">What stands beside the control.</param>
    /// <param name="choices">The texts, at least one.</param>
    [LiveInput]
    public static string Choice(string label, params string[] choices) =>
        choices.Length > 0 ? choices[0] : throw new ArgumentException("choices is empty; give at least one.", nameof(choices));

    /// <summary>Yes or no.</summary>
    /// <param name="label">What stands beside the box.</param>
    /// <param name="value">The value to begin with, and the result wherever there is no box.</param>
    [LiveInput]
    public static bool Toggle(string label, bool value = false) => value;
}
