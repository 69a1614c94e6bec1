var ts = score.OrderByDescending(s => s).Prepend(1.1).ToArray();
double[] fpr = ts.Select(t => Rate(0, t)).ToArray(), tpr = ts.Select(t => Rate(1, t)).ToArray();
var auc = Enumerable.Range(1, ts.Length - 1).Sum(i => (fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) / 2);
Chart.Combine([
    Chart.Line<double, double, string>(fpr, tpr, Name: "classifier", LineWidth: 3),
    Chart.Line<double, double, string>([0, 1], [0, 1], Name: "chance", LineDash: StyleParam.DrawingStyle.Dash)
])
.WithTitle(FormattableString.Invariant($"ROC curve, area {auc:F3}"))
.WithXAxisStyle<double, double, string>(TitleText: "false positive rate")
.WithYAxisStyle<double, double, string>(TitleText: "true positive rate")
.WithSize(600, 500)
