Chart.Column<int, string, string>([9500, 500], Keys: new[] { "no fraud (9 500)", "fraud (500)" })
.WithTitle("Classes are not balanced")
.WithYAxisStyle<double, double, string>(TitleText: "examples")
.WithSize(500, 400)
