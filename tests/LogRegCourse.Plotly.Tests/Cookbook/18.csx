var back = Chart.Heatmap<double, double, double, string>(Table(g, g, Winner), X: g, Y: g, ShowScale: false);
back.GetTraces()[0].SetValue("colorscale", new object[][] { [0, "#cfe0f5"], [0.5, "#fbdcc4"], [1, "#d3edd0"] });
Chart.Combine([back, Class(0, 0, 2, "#1f5fa8"), Class(1, -2, -1, "#d2691e"), Class(2, 2, -1, "#2e8b2e")])
.WithXAxisStyle<double, double, string>(TitleText: "x₁", MinMax: Tuple.Create(-4.0, 4.0))
.WithYAxisStyle<double, double, string>(TitleText: "x₂", MinMax: Tuple.Create(-4.0, 4.0))
.WithSize(650, 550)
