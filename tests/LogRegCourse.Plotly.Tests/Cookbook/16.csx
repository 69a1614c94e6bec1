string[] names = ["age", "income", "visits", "distance"];
double[] coef = [0.42, -0.15, 1.10, -0.63], se = [0.10, 0.12, 0.25, 0.20];
var points = Chart.Point<double, string, string>(coef, names, Name: "estimate ± 1.96 s.e.");
points.GetTraces()[0].SetValue("error_x", new { array = se.Select(s => 1.96 * s).ToArray() });
Chart.Combine([points,
    Chart.Line<double, string, string>([0, 0], ["age", "distance"], ShowLegend: false, LineColor: Color.fromString("grey"), LineDash: StyleParam.DrawingStyle.Dot)
])
.WithTitle("Coefficients and 95 % intervals")
.WithXAxisStyle<double, double, string>(TitleText: "coefficient")
.WithSize(700, 400)
