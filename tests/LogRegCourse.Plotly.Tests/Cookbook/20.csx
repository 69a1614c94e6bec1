var c = Chart.Combine([
    Chart.Line<double, double, string>(fpr, tpr, Name: "ROC"),
    Chart.Point<double, double, string>([Rate(0, 0.5)], [Rate(1, 0.5)], Name: "threshold")
])
.WithTitle("threshold 0.5")
.WithXAxisStyle<double, double, string>(TitleText: "false positive rate", MinMax: Tuple.Create(-0.05, 1.05))
.WithYAxisStyle<double, double, string>(TitleText: "true positive rate", MinMax: Tuple.Create(-0.05, 1.05))
.WithSize(600, 550);
object Step(double t) => new { method = "update", label = FormattableString.Invariant($"{t:F1}"), args = new object[] {
    new { x = new[] { new[] { Rate(0, t) } }, y = new[] { new[] { Rate(1, t) } } },
    new { title = new { text = FormattableString.Invariant($"threshold {t:F1}: TPR {Rate(1, t):F2}, FPR {Rate(0, t):F2}") } }, new[] { 1 } } };
c.GetLayout().SetValue("sliders", new[] { new { active = 5, currentvalue = new { prefix = "t = " }, pad = new { t = 40 }, steps = Lin(0, 1, 11).Select(Step).ToArray() } });
c
