GenericChart Descent(double rate, double w, double b)
{
    List<double> ws = [w], bs = [b];
    for (int k = 0; k < 25; k++)
    {
        var e = x.Zip(y, (u, t) => S(w * u + b) - t).ToArray();
        w -= rate * e.Zip(x, (d, u) => d * u).Average();
        b -= rate * e.Average();
        ws.Add(w); bs.Add(b);
    }
    return Chart.Line<double, double, string>(ws, bs, ShowMarkers: true, Name: $"rate {rate}");
}
