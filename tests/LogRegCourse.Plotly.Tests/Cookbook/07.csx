double[] x = [-1.75, -1.25, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75], y = [0, 0, 0, 1, 0, 1, 1, 1];
double Loss(double w, double b) => x.Zip(y, (u, t) => Math.Log(1 + Math.Exp(w * u + b)) - t * (w * u + b)).Average();
var w = Lin(-2, 6, 41);
var b = Lin(-4, 4, 41);
var c = Chart.Surface<double, double, double, string>(Table(w, b, Loss), X: w, Y: b, ColorScale: StyleParam.Colorscale.Viridis)
    .WithTitle("Mean cross-entropy of 8 examples")
    .WithSize(750, 550);
c.GetLayout().SetValue("scene", new { aspectmode = "cube", camera = new { eye = new { x = 1.6, y = 1.6, z = 1 } },
    xaxis = new { title = "weight w" }, yaxis = new { title = "bias b" }, zaxis = new { title = "loss" } });
c.GetLayout().SetValue("margin", new { l = 0, r = 0, t = 60, b = 20 });
c
