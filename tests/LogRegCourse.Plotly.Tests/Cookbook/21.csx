var mid = Lin(0.025, 0.975, 20);
double[] Counts(int label) => mid.Select(m => (double)truth.Zip(score).Count(q => q.First == label && Math.Min((int)(q.Second * 20), 19) == (int)(m * 20))).ToArray();
var c = Chart.Combine([
    Chart.Column<double, double, string>(Counts(0), Keys: mid, Name: "class 0", Opacity: 0.6),
    Chart.Column<double, double, string>(Counts(1), Keys: mid, Name: "class 1", Opacity: 0.6)
])
.WithXAxisStyle<double, double, string>(TitleText: "predicted probability of class 1")
.WithYAxisStyle<double, double, string>(TitleText: "examples")
.WithSize(750, 400);
c.GetLayout().SetValue("barmode", "overlay");
c.GetLayout().SetValue("bargap", 0);
c
