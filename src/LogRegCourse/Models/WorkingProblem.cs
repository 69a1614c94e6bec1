namespace LogRegCourse;

/// <summary>A fit as it is computed: the rows that count, working columns, weights of moderate size, and the penalty in their units.</summary>
internal sealed class WorkingProblem
{
    private readonly double[] _ridge;
    private readonly double[] _lasso;
    private DoubleDouble[][]? _exactColumns;

    public WorkingProblem(BinomialData data, Penalty penalty)
    {
        (Data, WeightExponent) = data.Counted().WithModerateWeights();
        var (l1, l2) = (Math.ScaleB(penalty.L1, -WeightExponent), Math.ScaleB(penalty.L2, -WeightExponent));
        Columns = WorkingColumns.Of(Data.X, Data.Trials, Data.Intercept, l2);
        (_ridge, _lasso) = (Columns.Ridge(l2), Columns.Lasso(l1));
        var shares = Data.Trials is null ? Data.Successes : [.. Enumerable.Range(0, Data.Successes.Length).Select(Data.ShareOf)];
        Loss = new LogisticLoss(Columns.Apply(Data.X), shares, new LossOptions
        {
            Intercept = Data.Intercept, Weights = Data.Trials, Scaling = LossScaling.Sum, Ridges = l2 > 0 ? _ridge : null,
        });
    }

    /// <summary>The rows that count.</summary>
    public BinomialData Data { get; }

    /// <summary>The power of two by which the rows' weights were divided.</summary>
    public int WeightExponent { get; }

    public WorkingColumns Columns { get; }

    /// <summary>The loss in working columns, fast, without the corners of an L1 penalty.</summary>
    public LogisticLoss Loss { get; }

    /// <summary>λ₁ of each working weight.</summary>
    public double[] Lasso => _lasso;

    /// <summary>Products that the Hessian of all rows takes.</summary>
    public double Work => (double)Data.Successes.Length * Data.ParameterCount * Data.ParameterCount;

    /// <summary>The columns in doubled precision, the intercept's ones first.</summary>
    public DoubleDouble[][] ExactColumns => _exactColumns ??= Columns.Exactly(Data.X);

    /// <summary>1 for a row of successes, −1 for one of failures, 0 for a mixed one.</summary>
    public int[] Signs => [.. Enumerable.Range(0, Data.Successes.Length).Select(i =>
        Data.Successes[i] == 0 ? -1 : Data.Successes[i] == Data.TrialsOf(i) ? 1 : 0)];

    /// <summary>The loss in doubled precision.</summary>
    public PreciseLogistic Precise() => new(ExactColumns, Data.Successes, Data.Trials, _ridge);

    /// <summary>The loss in doubled precision where some weights are held at 0 and the others have a sign, whose L1 penalty is then linear.</summary>
    /// <param name="free">The weights that are free, by number.</param>
    /// <param name="signs">Their signs; 0 for one without an L1 penalty.</param>
    public PreciseLogistic Precise(int[] free, int[] signs) => new(
        [.. free.Select(j => ExactColumns[j])], Data.Successes, Data.Trials,
        [.. free.Select(j => _ridge[j])], [.. free.Select((j, k) => _lasso[j] * signs[k])]);

    /// <summary>The intercept alone.</summary>
    public DoubleDouble[] NullWeights
    {
        get
        {
            var weights = new DoubleDouble[Data.ParameterCount];
            if (Data.Intercept) weights[0] = Data.MeanLogit;
            return weights;
        }
    }
}
