var p = Lin(0.005, 0.995, 199);
Chart.Combine([
    Chart.Line<double, double, string>(p, p.Select(v => -Math.Log(v)).ToArray(), Name: "y = 1: −ln p"),
    Chart.Line<double, double, string>(p, p.Select(v => -Math.Log(1 - v)).ToArray(), Name: "y = 0: −ln(1 − p)")
])
.WithTitle("Cross-entropy punishes confident mistakes")
.WithXAxisStyle<double, double, string>(TitleText: "predicted probability p")
.WithYAxisStyle<double, double, string>(TitleText: "loss, nats")
.WithSize(750, 400)
