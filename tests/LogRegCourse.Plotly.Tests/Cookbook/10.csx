GenericChart Curve(double rate)
{
    double w = -2, b = 4; var loss = new List<double>();
    for (int k = 0; k < 200; k++)
    {
        loss.Add(Loss(w, b) - 0.31288);
        var e = x.Zip(y, (u, t) => S(w * u + b) - t).ToArray();
        w -= rate * e.Zip(x, (d, u) => d * u).Average(); b -= rate * e.Average();
    }
    return Chart.Line<double, double, string>(Lin(0, 199, 200), loss, Name: $"rate {rate}");
}
Chart.Combine([Curve(0.1), Curve(0.5), Curve(2)])
.WithXAxisStyle<double, double, string>(TitleText: "iteration")
.WithYAxisStyle<double, double, string>(TitleText: "loss − minimum", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(-3.0, 0.5))
.WithSize(750, 400)
