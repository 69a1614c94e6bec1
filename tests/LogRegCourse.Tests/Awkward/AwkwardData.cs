namespace LogRegCourse.Tests.Awkward;

/// <summary>Data of which tools give wrong numbers without a word, drawn at random: the same for the same seed.</summary>
/// <param name="Kind">What is awkward about it.</param>
/// <param name="Rows">n rows of d numbers.</param>
/// <param name="Successes">Labels, or counts of grouped data.</param>
/// <param name="Trials">Row weights, or numbers of trials of grouped data; null is 1 each.</param>
/// <param name="IsGrouped">Whether the rows are counts.</param>
/// <param name="Options">How to fit.</param>
internal sealed record AwkwardData(string Kind, double[][] Rows, double[] Successes, double[]? Trials, bool IsGrouped, FitOptions Options)
{
    public static string[] Kinds { get; } =
    [
        "offset", "scale", "collinear", "powers of a year", "weight zero", "weights", "near separation", "separation", "counts", "tiny",
        "ridge", "tiny ridge", "class weights", "ties", "no intercept", "everything",
    ];

    public Features X => Features.FromRows(Rows);

    /// <summary>What each row counts.</summary>
    public double[] RowTrials => [.. Successes.Select((y, i) =>
        (Trials?[i] ?? 1) * (Options.ClassWeights is not { } byClass ? 1 : y == 1 ? byClass.OfOne : byClass.OfZero))];

    public ReferenceFit Reference() => new(
        Rows, IsGrouped ? Successes : [.. Successes.Zip(RowTrials, (y, t) => y * t)], RowTrials, Options.Intercept, Options.L2);

    public LogisticFit Fit() => IsGrouped
        ? LogisticRegression.FitGrouped(X, Successes, Trials!, Options)
        : LogisticRegression.Fit(X, Successes, Options with { Weights = Trials });

    public static AwkwardData Draw(int seed)
    {
        var random = new Random(seed);
        var kind = Kinds[seed % Kinds.Length];
        var n = random.Next(6, 25);
        var d = random.Next(1, 4);
        double[][] columns = [.. Enumerable.Range(0, d).Select(_ => Enumerable.Range(0, n).Select(_ => Math.Round(4 * random.NextDouble() - 2, 3)).ToArray())];
        double[] y = [.. Enumerable.Range(0, n).Select(i => random.NextDouble() < Logistic.Sigmoid(columns[0][i]) ? 1.0 : 0)];
        y[random.Next(n)] = 0;
        y[random.Next(n)] = 1;
        double[]? trials = null;
        var isGrouped = false;
        var options = new FitOptions();
        switch (kind)
        {
            case "offset": Offset(); break;
            case "scale": Scale(); break;
            case "collinear": Collinear(); break;
            case "powers of a year":
                double[] years = [.. Enumerable.Range(0, n).Select(_ => 2000.0 + random.Next(21))];
                columns = [.. Enumerable.Range(1, random.Next(1, 4)).Select(power => Array.ConvertAll(years, year => Math.Pow(year, power)))];
                break;
            case "weight zero": ZeroWeights(); break;
            case "weights": trials = [.. y.Select(_ => Power(-12, 12))]; break;
            case "near separation": NearSeparation(); break;
            case "separation": y = Array.ConvertAll(columns[0], value => value > 0.2 ? 1.0 : 0); break;
            case "counts": Counts(); break;
            case "tiny":
                n = random.Next(1, 4);
                columns = [.. columns.Select(column => column[..n])];
                y = y[..n];
                break;
            case "ridge":
                Scale();
                options = options with { L2 = Math.Clamp(Power(-6, 6) * columns[0].Max(Math.Abs) * columns[0].Max(Math.Abs), 1e-300, 1e300) };
                break;
            case "tiny ridge":
                if (random.Next(2) == 0) y = Array.ConvertAll(columns[0], value => value > 0.2 ? 1.0 : 0);
                options = options with { L2 = Power(-100, -3) };
                break;
            case "class weights": options = options with { ClassWeights = new(Power(-17, 3), Power(-3, 17)) }; break;
            case "ties":
                columns = [.. columns.Select(column => column.Select(value => Math.Round(value)).ToArray())];
                break;
            case "no intercept":
                options = options with { Intercept = false };
                if (random.Next(2) == 0) Scale();
                break;
            default:
                if (random.Next(2) == 0) Collinear();
                if (random.Next(2) == 0) Scale();
                if (random.Next(2) == 0) Offset();
                ZeroWeights();
                break;
        }
        return new(kind, [.. Enumerable.Range(0, y.Length).Select(i => columns.Select(column => column[i]).ToArray())], y, trials, isGrouped, options);

        double Power(double from, double to) => Math.Pow(10, from + (to - from) * random.NextDouble());

        void Offset()
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var (offset, spread) = (Math.Round(Power(0, 12)), columns[j].Max(Math.Abs));
                columns[j] = Array.ConvertAll(columns[j], value => value + offset * spread);
            }
        }

        void Scale()
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var factor = Power(-300, 300);
                columns[j] = Array.ConvertAll(columns[j], value => value * factor);
            }
        }

        void Collinear()
        {
            var noise = Power(-10, -1);
            columns = [.. columns, Array.ConvertAll(columns[0], value => value + noise * random.NextDouble())];
        }

        void ZeroWeights()
        {
            trials = [.. y.Select(_ => random.Next(4) == 0 ? 0.0 : random.Next(3) == 0 ? Power(-3, 3) : 1)];
            for (var i = 0; i < y.Length; i++)
                if (trials[i] == 0)
                    for (var j = 0; j < columns.Length; j++) columns[j][i] = Math.Clamp(columns[j].Max(Math.Abs) * Power(0, 20), -1e300, 1e300);
        }

        void NearSeparation()
        {
            var (distance, column) = (Power(-10, -1), columns[0]);
            y = Array.ConvertAll(column, value => value > 0.2 ? 1.0 : 0);
            // One row just over the line.
            columns[0] = [.. column, 0.2 + distance, 0.2];
            columns = [columns[0], .. columns.Skip(1).Select(other => (double[])[.. other, 2 * random.NextDouble(), 2 * random.NextDouble()])];
            y = [.. y, 0, 1];
        }

        void Counts()
        {
            isGrouped = true;
            trials = [.. y.Select(_ => Math.Round(Power(0, 15)))];
            y = [.. y.Select((_, i) => Math.Round(trials[i] * Math.Clamp(Logistic.Sigmoid(columns[0][i]) + (random.NextDouble() - 0.5) / Math.Sqrt(trials[i]), 0, 1)))];
        }
    }
}
