using System.Globalization;

namespace LogRegCourse;

/// <summary>Precision, recall, F1 and support of every class, with their averages, laid out as scikit-learn's report.</summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class ClassificationReport : IReportable
{
    private ClassificationReport(IReadOnlyList<ClassScore> classes, double accuracy) => (Classes, Accuracy) = (classes, accuracy);

    /// <summary>One line per class, in the classes' order.</summary>
    public IReadOnlyList<ClassScore> Classes { get; }

    /// <summary>Share of rows called right.</summary>
    public double Accuracy { get; }

    /// <summary>Plain means over the classes; support is the number of rows.</summary>
    public ClassScore MacroAverage => Average("macro avg", _ => 1.0 / Classes.Count);

    /// <summary>Means over the classes weighted by support.</summary>
    public ClassScore WeightedAverage => Average("weighted avg", score => (double)score.Support / Rows);

    private int Rows => Classes.Sum(score => score.Support);

    /// <summary>Scores 0/1 labels against called classes, class 0 first.</summary>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="predicted">n called classes, 0 or 1.</param>
    /// <param name="names">Names for class 0 and class 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a number is not 0 or 1, or names are not two different ones.</exception>
    public static ClassificationReport Of(double[] y, double[] predicted, params string[] names)
    {
        Guard.Labels(y, nameof(y));
        Guard.Labels(predicted, nameof(predicted));
        Guard.NotNull(names, nameof(names));
        if (names.Length is not (0 or 2)) throw new ArgumentException($"names has {names.Length} entries; name class 0 and class 1, or neither.", nameof(names));
        Guard.EachNamed(names, nameof(names));
        string Name(double label) => names.Length == 0 ? (label == 0 ? "0" : "1") : names[(int)label];
        if (names is [var zero, var one] && zero == one)
            throw new ArgumentException($"names calls both classes '{zero}'; give each its own name.", nameof(names));
        Guard.OneEach(y, predicted);
        Guard.NotEmpty(y, nameof(y));
        return Of([.. y.Select(Name)], [.. predicted.Select(Name)], [.. new[] { 0.0, 1 }.Where(label => y.Concat(predicted).Contains(label)).Select(Name)]);
    }

    /// <summary>Scores named classes against called ones, any number of them, in alphabetical order.</summary>
    /// <param name="y">n class names.</param>
    /// <param name="predicted">n called class names.</param>
    /// <exception cref="ArgumentException">Lengths differ or there is no row.</exception>
    public static ClassificationReport Of(string[] y, string[] predicted)
    {
        Guard.OneEach(y, predicted);
        Guard.EachNamed(y, nameof(y));
        Guard.EachNamed(predicted, nameof(predicted));
        Guard.NotEmpty(y, nameof(y));
        return Of(y, predicted, [.. y.Concat(predicted).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static ClassificationReport Of(string[] y, string[] predicted, string[] names)
    {
        var classes = names.Select(name =>
        {
            var matrix = ConfusionMatrix.Of(Is(y, name), Is(predicted, name));
            return new ClassScore(name, matrix.Precision, matrix.Recall, matrix.F1, matrix.TruePositives + matrix.FalseNegatives);
        });
        return new ClassificationReport([.. classes], y.Zip(predicted, (a, b) => a == b ? 1.0 : 0).Average());
    }

    /// <summary>The report as text, laid out as scikit-learn's.</summary>
    public override string ToString()
    {
        var width = Classes.Select(score => score.Name.Length).Append("weighted avg".Length).Max();
        var lines = new List<string> { new string(' ', width) + "  precision    recall  f1-score   support", "" };
        lines.AddRange(Classes.Select(score => Line(width, score)));
        lines.Add("");
        lines.Add("accuracy".PadLeft(width) + Two(Accuracy).PadLeft(31) + $"{Rows}".PadLeft(10));
        lines.AddRange([Line(width, MacroAverage), Line(width, WeightedAverage), ""]);
        return string.Join("\n", lines);
    }

    Report IReportable.Report() => new(
        $"Classification report: {Rows} rows",
        [new ReportTable(["", "precision", "recall", "f1-score", "support"],
        [
            .. Classes.Select(Cells), ["accuracy", "", "", Two(Accuracy), $"{Rows}"], Cells(MacroAverage), Cells(WeightedAverage),
        ])],
        []);

    private static double[] Is(string[] classes, string name) => [.. classes.Select(c => c == name ? 1.0 : 0)];

    private static string[] Cells(ClassScore score) => [score.Name, Two(score.Precision), Two(score.Recall), Two(score.F1), $"{score.Support}"];

    private static string Line(int width, ClassScore score) => score.Name.PadLeft(width) +
        Two(score.Precision).PadLeft(11) + Two(score.Recall).PadLeft(10) + Two(score.F1).PadLeft(10) + $"{score.Support}".PadLeft(10);

    private static string Two(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private ClassScore Average(string name, Func<ClassScore, double> weight) => new(
        name,
        Classes.Sum(score => weight(score) * score.Precision),
        Classes.Sum(score => weight(score) * score.Recall),
        Classes.Sum(score => weight(score) * score.F1),
        Rows);
}
