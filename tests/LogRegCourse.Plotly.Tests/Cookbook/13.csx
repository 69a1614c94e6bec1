int[][] m = [[50, 7], [4, 39]];
var c = Chart.Heatmap<int, string, string, string>(m, X: new[] { "predicted 0", "predicted 1" }, Y: new[] { "actual 0", "actual 1" },
        ColorScale: StyleParam.Colorscale.Viridis, ShowScale: false, ReverseYAxis: true)
    .WithTitle("Confusion matrix")
    .WithSize(450, 400);
c.GetTraces()[0].SetValue("texttemplate", "%{z}");
c.GetTraces()[0].SetValue("textfont", new { size = 20 });
c
