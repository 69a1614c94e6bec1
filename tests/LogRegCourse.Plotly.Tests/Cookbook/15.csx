double[] said = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
double[] seen = [0.01, 0.05, 0.12, 0.24, 0.40, 0.60, 0.77, 0.88, 0.95, 0.99];
Chart.Combine([
    Chart.Line<double, double, string>(said, seen, ShowMarkers: true, Name: "model"),
    Chart.Line<double, double, string>([0, 1], [0, 1], Name: "perfect", LineColor: Color.fromString("grey"), LineDash: StyleParam.DrawingStyle.Dash)
])
.WithTitle("An under-confident model")
.WithXAxisStyle<double, double, string>(TitleText: "mean predicted probability")
.WithYAxisStyle<double, double, string>(TitleText: "observed frequency")
.WithSize(600, 500)
