var lg = Lin(-3, 3, 61);
Chart.Combine(names.Select((n, i) => Chart.Line<double, double, string>(lg, lg.Select(l => coef[i] / (1 + Math.Pow(10, l) * se[i])).ToArray(), Name: n)))
.WithTitle("Ridge shrinks every coefficient")
.WithXAxisStyle<double, double, string>(TitleText: "log₁₀ λ")
.WithYAxisStyle<double, double, string>(TitleText: "coefficient")
.WithSize(750, 400)
