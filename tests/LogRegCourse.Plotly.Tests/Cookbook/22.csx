var it = Lin(1, 150, 150);
var full = it.Select(k => 0.28 + 0.45 * Math.Exp(-k / 40)).ToArray();
var batch = full.Select(l => l + 0.04 * N(0)).ToArray();
Chart.Combine([
    Chart.Line<double, double, string>(it, batch, Name: "mini-batch of 8", Opacity: 0.5),
    Chart.Line<double, double, string>(it, full, Name: "whole training set", LineWidth: 3)
])
.WithTitle("The same descent seen through mini-batches")
.WithXAxisStyle<double, double, string>(TitleText: "step")
.WithYAxisStyle<double, double, string>(TitleText: "loss")
.WithSize(750, 400)
