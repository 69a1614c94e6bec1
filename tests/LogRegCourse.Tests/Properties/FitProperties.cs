using FsCheck;
using FsCheck.Fluent;

namespace LogRegCourse.Tests;

/// <summary>What must hold for every data set, tried on many small random ones (n, d and K all different).</summary>
public class FitProperties
{
    private const int Rows = 31;
    private const int ColumnCount = 3;

    /// <summary>Random rows whose classes overlap, so that an estimate exists.</summary>
    private static readonly Arbitrary<Sample> Samples = ArbMap.Default.GeneratorFor<int>()
        .Select(seed => Sample.FromSeed(seed))
        .Where(sample => Separation.Find(sample.X, sample.Y) is null)
        .ToArbitrary();

    [Fact]
    public void ScoreEquations_HoldAtTheFit() => ForAll(sample =>
    {
        var p = sample.Fit().FittedProbabilities;
        var residual = sample.Y.Zip(p, (y, q) => y - q).ToArray();
        return IsNear(0, residual.Sum(), 1e-10) &&
            sample.X.Names.All(name => IsNear(0, sample.X[name].Zip(residual, (x, r) => x * r).Sum(), 1e-9));
    });

    [Fact]
    public void PermutedRows_GiveTheSameFit() => ForAll(sample =>
    {
        var order = Enumerable.Range(0, Rows).ToArray();
        new Random(sample.Seed).Shuffle(order);
        return AreNear(sample.Fit().Coefficients, LogisticRegression.Fit(sample.X.Rows(order), [.. order.Select(i => sample.Y[i])]).Coefficients);
    });

    [Fact]
    public void AColumnInOtherUnits_ScalesItsCoefficientOnly() => ForAll(sample =>
    {
        var (fit, names) = (sample.Fit(), sample.X.Names);
        var scaled = Features.FromColumns([.. names.Select(name => (name, name == names[1] ? sample.X[name].Select(x => 1000 * x).ToArray() : sample.X[name]))]);
        var refit = LogisticRegression.Fit(scaled, sample.Y);
        double[] expected = [.. fit.Coefficients];
        expected[2] /= 1000;
        return AreNear(expected, refit.Coefficients) && IsNear(fit.Deviance, refit.Deviance, 1e-11) && IsNear(fit.ZValues[2], refit.ZValues[2], 1e-8);
    });

    [Fact]
    public void FlippedLabels_FlipEverySign() => ForAll(sample =>
        AreNear([.. sample.Fit().Coefficients.Select(c => -c)], LogisticRegression.Fit(sample.X, [.. sample.Y.Select(y => 1 - y)]).Coefficients));

    [Fact]
    public void EveryRowTwice_SameCoefficients_ErrorsSmallerByRootTwo() => ForAll(sample =>
    {
        int[] twice = [.. Enumerable.Range(0, Rows), .. Enumerable.Range(0, Rows)];
        var (once, doubled) = (sample.Fit(), LogisticRegression.Fit(sample.X.Rows(twice), [.. twice.Select(i => sample.Y[i])]));
        var weighted = LogisticRegression.Fit(sample.X, sample.Y, new FitOptions { Weights = [.. sample.Y.Select(_ => 2.0)] });
        return AreNear(once.Coefficients, doubled.Coefficients) && AreNear(once.Coefficients, weighted.Coefficients) &&
            AreNear([.. once.StandardErrors.Select(s => s / Math.Sqrt(2))], doubled.StandardErrors) && IsNear(2 * once.Deviance, doubled.Deviance, 1e-10);
    });

    [Fact]
    public void TwoClassSoftmax_IsTheBinaryFit_AndItsPenaltyTwiceTheBinaryOne() => ForAll(sample =>
    {
        string[] classes = [.. sample.Y.Select(y => y == 1 ? "yes" : "no")];
        var symmetric = SoftmaxRegression.Fit(sample.X, classes, new SoftmaxOptions { Form = SoftmaxForm.Symmetric, L2 = 0.8 });
        var halfRidge = LogisticRegression.Fit(sample.X, sample.Y, new FitOptions { L2 = 0.4 });
        double[] difference = [.. symmetric.Coefficients[1].Zip(symmetric.Coefficients[0], (one, zero) => one - zero)];
        return AreNear(sample.Fit().Coefficients, SoftmaxRegression.Fit(sample.X, classes).Coefficients[1]) && AreNear(halfRidge.Coefficients, difference);
    });

    [Fact]
    public void Hessian_IsSymmetricAndPositiveSemiDefinite() => ForAll(sample =>
    {
        var random = new Random(sample.Seed);
        double[] weights = [.. Enumerable.Range(0, ColumnCount + 1).Select(_ => 6 * random.NextDouble() - 3)];
        string[] classes = [.. sample.Y.Select((y, i) => i % 7 == 0 ? "third" : y == 1 ? "yes" : "no")];
        double[] softmaxWeights = [.. Enumerable.Range(0, 3 * (ColumnCount + 1)).Select(_ => 6 * random.NextDouble() - 3)];
        return IsSemiDefinite(new LogisticLoss(sample.X, sample.Y).Hessian(weights)) &&
            IsSemiDefinite(new ProbitLoss(sample.X, sample.Y).Hessian(weights)) &&
            IsSemiDefinite(new SoftmaxLoss(sample.X, classes, new SoftmaxOptions { Form = SoftmaxForm.Symmetric }).Hessian(softmaxWeights));
    });

    [Fact]
    public void Leverages_SumToTheNumberOfCoefficients() => ForAll(sample => IsNear(ColumnCount + 1, sample.Fit().Leverages.Sum(), 1e-9));

    [Fact]
    public void L1_SatisfiesItsSubgradientConditions() => ForAll(sample =>
    {
        const double strength = 1.5;
        var fit = LogisticRegression.Fit(sample.X, sample.Y, new FitOptions { L1 = strength, L2 = 0.2 });
        var gradient = new LogisticLoss(sample.X, sample.Y, new LossOptions { L2 = 0.2, Scaling = LossScaling.Sum }).Gradient(fit.Coefficients);
        return IsNear(0, gradient[0], 1e-8) && Enumerable.Range(1, ColumnCount).All(j =>
            fit.Coefficients[j] == 0 ? Math.Abs(gradient[j]) <= strength + 1e-8 : IsNear(-strength * Math.Sign(fit.Coefficients[j]), gradient[j], 1e-8));
    });

    private static void ForAll(Func<Sample, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20260101, 7).WithMaxTest(40).WithQuietOnSuccess(true), Prop.ForAll(Samples, property));

    private static bool AreNear(double[] expected, double[] actual) =>
        expected.Length == actual.Length && expected.Zip(actual).All(pair => IsNear(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));

    private static bool IsNear(double expected, double actual, double tolerance) => Math.Abs(expected - actual) <= tolerance;

    private static bool IsSemiDefinite(double[,] matrix)
    {
        var k = matrix.GetLength(0);
        var isSymmetric = Enumerable.Range(0, k).All(i => Enumerable.Range(0, i).All(j => matrix[i, j] == matrix[j, i]));
        var values = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(matrix).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues;
        return isSymmetric && values.Min(value => value.Real) >= -1e-13 * values.Max(value => value.Real);
    }

    private sealed record Sample(int Seed, Features X, double[] Y)
    {
        public static Sample FromSeed(int seed)
        {
            var random = new Random(seed);
            var columns = Enumerable.Range(0, ColumnCount).Select(j => ($"x{j}", Enumerable.Range(0, Rows).Select(_ => Math.Round(10 * random.NextDouble(), 2) + 20 * j).ToArray())).ToArray();
            // Both classes occur whatever the dice say.
            double[] y = [0, 1, .. Enumerable.Range(2, Rows - 2).Select(_ => random.NextDouble() < 0.4 ? 1.0 : 0)];
            return new Sample(seed, Features.FromColumns(columns), y);
        }

        public LogisticFit Fit() => LogisticRegression.Fit(X, Y);
    }
}
