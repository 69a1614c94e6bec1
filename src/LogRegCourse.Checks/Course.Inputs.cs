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

    /// <summary>A place in a figure, as x and y: in a live page the point of that name can be dragged, or the figure
    /// clicked where it shall be. The figure shows it as a trace of one point whose name is the label.</summary>
    /// <param name="label">The name of the point.</param>
    /// <param name="x">Where it is to begin with, and wherever nobody can drag it.</param>
    /// <param name="y">Its height.</param>
    [LiveInput]
    public static double[] Place(string label, double x, double y) => [x, y];

    /// <summary>How many steps of an iteration are shown: a live page can play them, stop, and go back and forth.</summary>
    /// <param name="label">What stands beside the control.</param>
    /// <param name="max">The last step.</param>
    /// <param name="value">The step to begin with, and the result wherever there is no control.</param>
    [LiveInput]
    public static int Steps(string label, int max, int value = 0) => value;
}
