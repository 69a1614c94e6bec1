using LogRegCourse.Checks.Exercises;
using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>An answer that is wrong in one stretch only, of what it is given or of what it computes on the way, meets an input there.</summary>
public class StretchTests
{
    [Theory]
    [InlineData(4, 4.2)]
    [InlineData(0.03, 0.032)]
    [InlineData(170, 180)]
    [InlineData(1e7, 2e7)]
    public void SignalThatIsWrongInABand_IsRefused(double low, double high) =>
        Refused("0.2", (double[] w, double[] x, double b) => w.Zip(x, (u, v) => u * v).Sum() + b is var z && z > low && z < high ? z * 1.001 : z);

    [Theory]
    [InlineData(3, 3.5)]
    [InlineData(45, 48)]
    [InlineData(-0.2, -0.19)]
    [InlineData(1e-6, 3e-6)]
    public void SigmoidThatIsWrongInABand_IsRefused(double low, double high) =>
        Refused("1.5", (double z) => (z >= 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z))) is var p && z > low && z < high ? p + 1e-7 : p);

    [Fact]
    public void WhatIsClippedOnTheWay_IsRefused()
    {
        Refused("1.2", (double odds) => odds > 1e6 ? 1 : odds / (1 + odds));
        Refused("2b.5", (double x, double m1, double v1, double m0, double v0) => Clamp(Pow(x - m0, 2) / (2 * v0) - Pow(x - m1, 2) / (2 * v1) + Log(v0 / v1) / 2, -50, 50));
        Refused("6.2", (double[] w, double[] gradient, double rate) => w.Zip(gradient, (a, g) => a - rate * Clamp(g, -100, 100)).ToArray());
        Refused("6.2", (double[] w, double[] gradient, double rate) => w.Zip(gradient, (a, g) => a - Clamp(rate * g, -30, 30)).ToArray());
        Refused("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, Min(steps, 300), double.PositiveInfinity));
        Refused("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps, 20));
        Refused("9.2", (double[] z, int t) => z.Max() + Log(z.Sum(u => Exp(u - z.Max()))) - z[t] is var loss && loss < 1e-6 ? 0 : loss);
        Refused("11.1", (double[] y, double[] p, double t) => Boxes(y, p, Min(t, 0.999)));
        Refused("11.3", (double f, double m) => f > 1000 ? 1 : f / (f + m));
        Refused("11.4", (double[] y, double[] s) => Area(y, [.. s.Select(score => Round(score, 6))]));
        Refused("12b.5", (double k, double n, double v) => Halved(k, n, v, 10));
        Refused("12c.2", (double[] x, double knot) => x.Select(v => double.IsNaN(v) ? v : Clamp(v - knot, 0, 100)).ToArray());
        Refused("14.4", (double[] x, double[] w) => Errors(x, w, 1e-3));
    }

    [Fact]
    public void SameWithoutTheClip_Passes()
    {
        Passes("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps, double.PositiveInfinity));
        Passes("11.1", Boxes);
        Passes("11.4", Area);
        Passes("12b.5", (double k, double n, double v) => Halved(k, n, v, 100));
        Passes("14.4", (double[] x, double[] w) => Errors(x, w, 0));
    }

    private static double[] Walk(double[] x, double[] y, double rate, int steps, double most)
    {
        var (b, w) = (0.0, 0.0);
        for (var k = 0; k < steps; k++)
        {
            double[] errors = [.. x.Select((v, i) => Sigmoid(b + w * v) - y[i])];
            b -= rate * errors.Average();
            w = Clamp(w - rate * errors.Zip(x, (e, v) => e * v).Average(), -most, most);
        }
        return [b, w];
    }

    private static double[] Boxes(double[] y, double[] p, double t)
    {
        var counts = new double[4];
        for (var i = 0; i < y.Length; i++) counts[p[i] >= t ? y[i] == 1 ? 0 : 1 : y[i] == 1 ? 2 : 3]++;
        return counts;
    }

    private static double Area(double[] y, double[] s)
    {
        var (won, pairs) = (0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
            for (var j = 0; j < y.Length; j++)
                if (y[i] > y[j])
                {
                    pairs++;
                    won += s[i] > s[j] ? 1 : s[i] == s[j] ? 0.5 : 0;
                }
        return won / pairs;
    }

    private static double Halved(double k, double n, double v, double most)
    {
        var (low, high) = (-most, most);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (n * Sigmoid(middle) - k + middle / v > 0) high = middle;
            else low = middle;
        }
        return low;
    }

    private static double[] Errors(double[] x, double[] w, double least)
    {
        double[] v = [.. x.Select(u => Max(SigmoidDerivative(w[0] + w[1] * u), least))];
        var (a, b, c) = (v.Sum(), v.Zip(x, (q, u) => q * u).Sum(), v.Zip(x, (q, u) => q * u * u).Sum());
        return [Sqrt(c / (a * c - b * b)), Sqrt(a / (a * c - b * b))];
    }

    private static void Refused(string id, Delegate answer) => Assert.Equal(VerdictState.Failed, ExerciseBook.Find(id).Judge(answer).State);

    private static void Passes(string id, Delegate answer) => Assert.True(ExerciseBook.Find(id).Judge(answer) is { State: VerdictState.Passed } verdict, $"{ExerciseBook.Find(id).Judge(answer)}");
}
