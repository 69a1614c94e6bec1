var back = Chart.Contour<double, double, double, string>(Table(w, b, Loss), X: w, Y: b,
    ColorScale: StyleParam.Colorscale.Viridis, Opacity: 0.5, NContours: 30, ShowScale: false);
back.GetTraces()[0].SetValue("line", new { width = 1, color = "white" });
Chart.Combine([back, Descent(0.5, -1.5, 3), Descent(2, 5, 3), Descent(8, -1, -3.5)])
.WithTitle("Gradient descent, 25 steps from three starts")
.WithXAxisStyle<double, double, string>(TitleText: "weight w")
.WithYAxisStyle<double, double, string>(TitleText: "bias b")
.WithSize(750, 500)
