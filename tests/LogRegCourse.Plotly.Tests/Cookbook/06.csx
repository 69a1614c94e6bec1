var p = Lin(0.01, 1, 100);
var q = Lin(0.001, 0.999, 201);
Chart.Grid([
    Chart.Combine([
        Chart.Line<double, double, string>(p, p.Select(v => -Math.Log(v)).ToArray(), Name: "nats, −ln p"),
        Chart.Line<double, double, string>(p, p.Select(v => -Math.Log2(v)).ToArray(), Name: "bits, −log₂ p")])
        .WithXAxisStyle<double, double, string>(TitleText: "probability of the event"),
    Chart.Line<double, double, string>(q, q.Select(v => -v * Math.Log2(v) - (1 - v) * Math.Log2(1 - v)).ToArray(), Name: "entropy, bits")
        .WithXAxisStyle<double, double, string>(TitleText: "probability of heads")
], 1, 2, SubPlotTitles: new[] { "surprise", "entropy of a coin" })
.WithSize(900, 400)
