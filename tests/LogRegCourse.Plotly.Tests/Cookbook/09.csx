double Squared(double w, double b) => x.Zip(y, (u, t) => (S(w * u + b) - t) * (S(w * u + b) - t)).Average();
var v = Lin(-12, 12, 61);
var c = Chart.Grid([
    Chart.Surface<double, double, double, string>(Table(v, v, Squared), X: v, Y: v, ShowScale: false),
    Chart.Surface<double, double, double, string>(Table(v, v, Loss), X: v, Y: v, ShowScale: false)
], 1, 2, SubPlotTitles: new[] { "squared error: plateaus", "cross-entropy: a bowl" })
.WithSize(900, 500);
object Scene(int col) => new { domain = new { row = 0, column = col }, aspectmode = "cube", camera = new { eye = new { x = 1.6, y = 1.6, z = 1 } },
    xaxis = new { title = "w" }, yaxis = new { title = "b" }, zaxis = new { title = "" } };
c.GetLayout().SetValue("scene", Scene(0));
c.GetLayout().SetValue("scene2", Scene(1));
c.GetLayout().SetValue("margin", new { l = 0, r = 0, t = 60, b = 20 });
c
