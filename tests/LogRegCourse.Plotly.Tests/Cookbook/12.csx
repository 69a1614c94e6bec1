double[] hours = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6], pass = [0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1];
var h = Lin(0, 10, 101);
Chart.Combine([
    Chart.Point<double, double, string>(hours, pass, Name: "students"),
    Chart.Line<double, double, string>(h, h.Select(v => S(1.5 * v - 4.8)).ToArray(), Name: "fitted probability"),
    Chart.Point<double, double, string>([9], [S(1.5 * 9 - 4.8)], Name: "extrapolation", ShowLegend: false,
        Text: "9 h: no such student", TextPosition: StyleParam.TextPosition.BottomLeft)
])
.WithTitle("Passing an exam")
.WithXAxisStyle<double, double, string>(TitleText: "hours of study")
.WithYAxisStyle<double, double, string>(TitleText: "probability of passing")
.WithSize(750, 400)
