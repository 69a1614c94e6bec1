var g = Lin(-4, 4, 81);
var c = Chart.Combine([
    Chart.Heatmap<double, double, double, string>(Table(g, g, (u, v) => S(1.8 * u + 1.4 * v)), X: g, Y: g,
        ColorScale: StyleParam.Colorscale.RdBu, Opacity: 0.5),
    Chart.Point<double, double, string>(ax, ay, Name: "class 0", MarkerColor: Color.fromString("navy")),
    Chart.Point<double, double, string>(bx, by, Name: "class 1", MarkerColor: Color.fromString("darkred"), MarkerSymbol: StyleParam.MarkerSymbol.X),
    Chart.Line<double, double, string>([-3.1, 3.1], [4, -4], Name: "p = ½", LineColor: Color.fromString("black"))
])
.WithXAxisStyle<double, double, string>(TitleText: "x₁", MinMax: Tuple.Create(-4.0, 4.0))
.WithYAxisStyle<double, double, string>(TitleText: "x₂", MinMax: Tuple.Create(-4.0, 4.0))
.WithSize(650, 550);
c.GetLayout().SetValue("legend", new { orientation = "h", y = 1.1 });
c
