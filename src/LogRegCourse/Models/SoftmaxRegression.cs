namespace LogRegCourse;

/// <summary>Softmax (multinomial logistic) regression: P(class k | x) = e^z_k / Σ_j e^z_j with z_k = b_k + x·w_k.</summary>
public static class SoftmaxRegression
{
    private const int MaxIterations = 60;
    private const double NegligibleDecrement = 1e-15;

    // Beyond this log-odds, probability 1 − 10⁻⁹, the estimate may be on its way to infinity.
    private const double SuspiciousLogOdds = 20;

    // With less of a column its own than this, it is looked at closely; than that, double leaves too few digits.
    private const double SuspiciousShare = 1e-8;
    private const double ShareForDouble = 1e-5;

    // So little work takes no time in doubled precision either.
    private const double LittleWork = 5e4;
    private const int MaxPreciseIterations = 1500;

    /// <summary>Fits named classes by Newton's method.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="classes">n class names; the first in alphabetical order is the reference.</param>
    /// <param name="options">Form, intercept and penalty; reference form without a penalty when left out.</param>
    /// <returns>The fit, which shows itself as a table.</returns>
    /// <exception cref="ArgumentException">Lengths differ, only one class occurs, or λ is negative.</exception>
    /// <exception cref="ClassSeparationException">Classes are separated and there is no penalty.</exception>
    /// <exception cref="LinearDependenceException">Columns depend on each other and there is no penalty.</exception>
    /// <exception cref="NoEstimateException">The minimum was not reached, as with too small a penalty.</exception>
    public static SoftmaxFit Fit(Features x, string[] classes, SoftmaxOptions? options = null)
    {
        options ??= new SoftmaxOptions();
        Guard.OnePerRow(x, classes);
        Guard.NotNegative(options.L2, nameof(options.L2));
        var names = Guard.ClassNames(classes, nameof(classes));
        if (options.L2 == 0) Guard.EnoughRows(x.RowCount, x.ColumnCount + (options.Intercept ? 1 : 0));
        var strength = options.L2 * (options.Scaling == LossScaling.Mean ? x.RowCount : 1);
        Guard.NotNegative(strength, "L2 times the number of rows");
        // Without a penalty the symmetric weights follow from the reference form, whose Hessian is not singular.
        var isReference = options.Form == SoftmaxForm.Reference || options.L2 == 0;
        var columns = WorkingColumns.Of(x, null, options.Intercept, strength);
        var loss = new SoftmaxLoss(columns.Apply(x), classes, options with
        {
            Form = isReference ? SoftmaxForm.Reference : SoftmaxForm.Symmetric, L2 = 0, Ridges = columns.Ridge(strength), Scaling = LossScaling.Sum,
        });
        Loss determined = isReference ? loss : new PinnedSums(loss, names.Length);
        var descent = NewtonMethod.Minimise(
            determined,
            stopping: new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = NegligibleDecrement });
        var factor = determined.Hessian(descent.Weights);
        // Along separating weights Newton's decrement falls like e^-t too, and ends the descent where they are about 40.
        var isModerate = descent.Converged && loss.LargestLogOdds(descent.Weights) < SuspiciousLogOdds;
        var ownShare = Cholesky.Factor(factor);
        if (options.L2 == 0 && !(isModerate && ownShare > SuspiciousShare)) RequireEstimate(x, classes, options.Intercept);

        var weights = MaximumLikelihood.Doubled(descent.Weights);
        Information information = new Information.Fast(factor);
        var iterations = descent.Iterations;
        var isPrecise = !(descent.IsAtMinimum && ownShare > ShareForDouble && (isModerate || options.L2 > 0)) ||
            (double)x.RowCount * loss.Dimension * loss.Dimension <= LittleWork;
        if (isPrecise)
        {
            int[] numbers = [.. classes.Select(name => Array.IndexOf(names, name))];
            var newton = PreciseNewton.Minimise(
                new PreciseSoftmax(columns.Exactly(x), numbers, names.Length, isReference, columns.Ridge(strength)),
                descent.IsAtMinimum && (isModerate || options.L2 > 0) ? weights : new DoubleDouble[loss.Dimension], MaxPreciseIterations);
            MaximumLikelihood.RequireMinimum(newton.Converged, isPenalised: options.L2 > 0);
            (weights, information, iterations) = (newton.Weights, new Information.Precise(newton.Factor!), iterations + newton.Iterations);
        }
        DoubleDouble[][] byClass = [.. weights.Chunk(columns.ParameterCount)];
        if (isReference) byClass = [new DoubleDouble[columns.ParameterCount], .. byClass];
        if (options.Form == SoftmaxForm.Symmetric) Centre(byClass);
        return new SoftmaxFit(
            x, classes, names, columns, byClass, options.L2 == 0 && options.Form == SoftmaxForm.Reference ? information : null, options, iterations);
    }

    private static void RequireEstimate(Features x, string[] classes, bool intercept)
    {
        if (LinearDependence.Find(x, intercept) is { } dependence) throw new LinearDependenceException(dependence);
        if (ClassSeparation.Find(x, classes, intercept) is { } separation) throw new ClassSeparationException(separation);
    }

    private static void Centre(DoubleDouble[][] weights)
    {
        for (var j = 0; j < weights[0].Length; j++)
        {
            DoubleDouble sum = 0;
            foreach (var w in weights) sum += w[j];
            foreach (var w in weights) w[j] -= sum / weights.Length;
        }
    }

    /// <summary>
    /// The symmetric loss with each weight's sum over the classes held at 0, where the penalty has it and the loss does not see it:
    /// steps along it are made impossible, and what is left of the Hessian says how well the columns determine the rest.
    /// </summary>
    private sealed class PinnedSums(SoftmaxLoss loss, int classes) : Loss
    {
        public override int Dimension => loss.Dimension;

        public override IReadOnlyList<string> WeightNames => loss.WeightNames;

        public override double LipschitzConstant => loss.LipschitzConstant;

        public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient) => loss.ValueAndGradient(weights, gradient);

        public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
        {
            loss.Hessian(weights, hessian);
            var width = Dimension / classes;
            for (var j = 0; j < width; j++)
            {
                var size = Enumerable.Range(0, classes).Average(k => hessian[k * width + j, k * width + j]);
                for (var k = 0; k < classes; k++)
                    for (var l = 0; l < classes; l++) hessian[k * width + j, l * width + j] += size;
            }
        }
    }
}
