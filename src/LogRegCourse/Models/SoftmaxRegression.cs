using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>Softmax (multinomial logistic) regression: P(class k | x) = e^z_k / Σ_j e^z_j with z_k = b_k + x·w_k.</summary>
public static class SoftmaxRegression
{
    private const int MaxIterations = 60;
    private const double NegligibleDecrement = 1e-15;

    // Beyond this log-odds, probability 1 − 10⁻⁹, the estimate may be on its way to infinity.
    private const double SuspiciousLogOdds = 20;

    /// <summary>Fits named classes by Newton's method.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="classes">n class names; the first in alphabetical order is the reference.</param>
    /// <param name="options">Form, intercept and penalty; reference form without a penalty when left out.</param>
    /// <returns>The fit, which shows itself as a table.</returns>
    /// <exception cref="ArgumentException">Lengths differ, only one class occurs, or λ is negative.</exception>
    /// <exception cref="NoEstimateException">
    /// Classes are separated or columns depend on each other, and there is no penalty or too small a one.
    /// </exception>
    public static SoftmaxFit Fit(Features x, string[] classes, SoftmaxOptions? options = null)
    {
        options ??= new SoftmaxOptions();
        Guard.SameLength(x.RowCount, classes.Length, nameof(classes), nameof(x));
        if (options.L2 == 0) Guard.EnoughRows(x.RowCount, x.ColumnCount + (options.Intercept ? 1 : 0));
        if (options.L2 == 0 && LinearDependence.Find(x, options.Intercept) is { } dependence) throw new LinearDependenceException(dependence);
        var scale = options.Scaling == LossScaling.Mean ? x.RowCount : 1;
        // Without a penalty the symmetric weights follow from the reference form, whose Hessian is not singular.
        var isSymmetric = options.Form == SoftmaxForm.Symmetric && options.L2 > 0;
        var centring = options.Intercept ? Centring.Of(x) : Centring.None;
        var loss = new SoftmaxLoss(centring.Apply(x), classes, options with
        {
            Form = isSymmetric ? SoftmaxForm.Symmetric : SoftmaxForm.Reference, L2 = options.L2 * scale, Scaling = LossScaling.Sum,
        });
        var descent = NewtonMethod.Minimise(
            isSymmetric && options.Intercept ? new PinnedIntercepts(loss, loss.ClassNames.Count) : loss,
            stopping: new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = NegligibleDecrement });
        if (options.L2 == 0) RequireOverlap(descent, x, classes, loss, options.Intercept);
        MaximumLikelihood.RequireMinimum(descent.IsAtMinimum, isPenalised: options.L2 > 0);

        var weights = ByClass(descent.Weights, x.ColumnCount + (options.Intercept ? 1 : 0), !isSymmetric, centring);
        if (options.Form == SoftmaxForm.Symmetric) Centre(weights);
        var covariance = options.L2 == 0 && options.Form == SoftmaxForm.Reference ? CovarianceOf(loss, descent.Weights, centring, weights[0].Length) : null;
        return new SoftmaxFit(x, classes, loss.ClassNames, weights, covariance, options, descent.Iterations);
    }

    private static void RequireOverlap(Descent descent, Features x, string[] classes, SoftmaxLoss loss, bool intercept)
    {
        // Along separating weights Newton's decrement falls like e^-t too, and ends the descent where they are about 40.
        if (descent.Converged && loss.LargestLogOdds(descent.Weights) < SuspiciousLogOdds) return;
        if (ClassSeparation.Find(x, classes, loss.ClassNames, intercept) is { } sentence) throw new NoEstimateException(sentence);
    }

    private static double[][] ByClass(double[] weights, int width, bool withReference, Centring centring)
    {
        var classes = weights.Chunk(width).Select(centring.ToRaw);
        return withReference ? [new double[width], .. classes] : [.. classes];
    }

    private static void Centre(double[][] weights)
    {
        for (var j = 0; j < weights[0].Length; j++)
        {
            var mean = weights.Average(w => w[j]);
            foreach (var w in weights) w[j] -= mean;
        }
    }

    private static double[,] CovarianceOf(SoftmaxLoss loss, double[] weights, Centring centring, int width)
    {
        var inverse = Matrix<double>.Build.DenseOfArray(loss.Hessian(weights)).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(loss.Dimension));
        var half = Matrix<double>.Build.DenseOfColumnArrays(inverse.EnumerateColumns().Select(Raw));
        return Matrix<double>.Build.DenseOfColumnArrays(half.Transpose().EnumerateColumns().Select(Raw)).ToArray();

        double[] Raw(Vector<double> column) => [.. column.ToArray().Chunk(width).SelectMany(centring.ToRaw)];
    }

    /// <summary>The symmetric loss, whose intercepts' sum is not determined, held at sum 0: steps along it are made impossible.</summary>
    private sealed class PinnedIntercepts(SoftmaxLoss loss, int classes) : Loss
    {
        public override int Dimension => loss.Dimension;

        public override IReadOnlyList<string> WeightNames => loss.WeightNames;

        public override double Smoothness => loss.Smoothness;

        public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient) => loss.ValueAndGradient(weights, gradient);

        public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
        {
            loss.Hessian(weights, hessian);
            var width = Dimension / classes;
            for (var k = 0; k < classes; k++)
                for (var l = 0; l < classes; l++) hessian[k * width, l * width] += 1;
        }
    }
}
