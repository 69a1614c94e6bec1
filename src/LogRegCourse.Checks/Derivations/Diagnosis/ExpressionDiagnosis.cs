using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>
/// Names the mistake of a wrong line, or says nothing. A name is given only where it explains the line wholly: the
/// mistake made on the line before gives what was written, or undoing it in what was written gives a right line, at
/// every point that lines are compared at. Smaller mistakes go before larger ones; of two equally small ones both are said.
/// </summary>
internal sealed class ExpressionDiagnosis(Term expected, Term line, Comparison comparison, Func<Term, bool> isRight)
{
    // Longer lines have more candidates than anybody waits for.
    private const int LongestLine = 150;
    private const int MostChecked = 18;
    private const int Seed = 4712;
    private const int SmallestGiven = 3;

    // Parts of candidates that are looked at: a tenth of a second.
    private const int MostEffort = 400_000;

    private int _effort;

    private Screen? _wanted;
    private Screen? _written;

    public string? Name()
    {
        if (Size(line) > LongestLine || Size(expected) > LongestLine) return null;
        if (Said(Repairs.Habits(line), Undone) is { } habit) return habit;
        // What is 0 throughout is made by any law and by any slip that gives 0.
        if (Zeros.IsZero(line)) return Zeros.Sentence(line);
        if (expected is not Apply { Op: Operator.Derivative } && Zeros.HasFactor(line) && !Zeros.HasFactor(expected)) return Zeros.Sentence(line);
        return Denominator() ?? Mirrored() ?? Dropped() ?? Law() ?? OtherVariable() ?? Small()
            ?? (expected is Apply { Op: Operator.Derivative } ? Larger() ?? FlippedLaw() ?? LawOfDerivative() ?? Slip() : Slip() ?? LawTakenApart() ?? Step() ?? Larger());
    }

    // What stands in the line before as well is hardly where the mistake is.
    private string? Small()
    {
        var given = expected.Everything().Where(part => Size(part) >= SmallestGiven).ToHashSet();
        var repairs = Repairs.Small(line, comparison.Setting).ToLookup(repair => repair.Kind is not ("sign" or "exponent") && given.Count > 0 && Rewrite.Around(line, repair.Line).Any(given.Contains));
        return Said(repairs[false], Undone) ?? Said(repairs[true], Undone) ?? Said(Repairs.Unlikely(line), Undone);
    }

    // What was lost on the way to a derivative stands in no line that the student sees: what is missing in the own line is said first.
    private string? Larger() => Said(Repairs.Larger(line, expected, comparison.Setting), Undone);

    // Brackets around a quotient do the same as turning it round, and by chance as another sign.
    private string? Denominator() => Said(Repairs.Denominators(line), Undone) is null ? null
        : Said(Repairs.Denominators(line).Concat(Repairs.Turned(line)).Concat(Repairs.Small(line, comparison.Setting).Where(repair => repair.Kind == "sign")), Undone);

    private string? Slip() => Said(Slipped(), Made);

    /// <summary>The right line was written with the wrong step, or the step was not taken.</summary>
    private string? Step()
    {
        if (expected is Apply { Op: Operator.Log } log && Made(log[0])) return "This is the line before, not its logarithm.";
        foreach (var name in comparison.Setting.Names.Where(name => expected.FreeSymbols().Contains(name) && !comparison.Setting.Indices.ContainsKey(name)))
            if (MayEqual(Term.Of(Operator.Derivative, expected, new Symbol(name))) && IsExactly(Term.Of(Operator.Derivative, expected, new Symbol(name))))
                return $"This is the derivative by {name} of the line before: write the step as .Differentiate(...).";
        return Made(Term.Of(Operator.Log, expected)) ? "This is the logarithm of the line before: write the step as .TakeLog(...)." : null;
    }

    private string? OtherVariable()
    {
        if (expected is Apply { Op: Operator.Derivative } derivative)
        {
            foreach (var name in comparison.Setting.Names.Where(name => derivative[0].FreeSymbols().Contains(name) && !derivative[1].Equals(new Symbol(name)) && !comparison.Setting.Indices.ContainsKey(name)))
                if (MayEqual(Term.Of(Operator.Derivative, derivative[0], new Symbol(name))) && IsExactly(Term.Of(Operator.Derivative, derivative[0], new Symbol(name))))
                    return $"This is the derivative by {name}, but asked is that by {derivative[1]}.";
        }
        return null;
    }

    private string? Law()
    {
        if (expected is not Apply { Op: Operator.Derivative } derivative) return Said(LawsOn(expected), Made);
        if (derivative[0].Equals(line)) return "This is the line before, not its derivative: nothing was differentiated.";
        if (derivative[0] is Apply { Op: Operator.Softmax } && Made(Term.Of(Operator.Diagonal, Term.Of(Operator.Hadamard, derivative[0], Known.Minus(Known.One, derivative[0])))))
            return $"Each entry of {derivative[0]} depends on all scores: beside the diagonal stand minus the products of two entries.";
        if (derivative[1] is not Symbol by || comparison.Setting.HasMatrices || new FalseDerivatives(by.Name).Of(derivative[0]) is not var (right, wrong))
            return Made(derivative[0]) ? "This is the line before, not its derivative: nothing was differentiated." : null;
        if ((Said(wrong.Where(one => one.Kind is ""), Made) ?? LostSign(wrong)) is { } rule) return rule;
        return Made(derivative[0]) ? "This is the line before, not its derivative: nothing was differentiated." : ConstantVaried(derivative, right);
    }

    // What is not seen in the line before is less likely than what is.
    private string? LawTakenApart() => FalseLaws.TakenApart(expected).Select(apart => Said(LawsOn(apart, ofLogarithms: true), Made)).FirstOrDefault(said => said is not null);

    /// <summary>The sigmoid of a derivative was known, and taken of the other sign: 1 - σ for σ.</summary>
    private string? Mirrored() => expected is not Apply { Op: Operator.Derivative } ? null : Said(Rewrite.Positions(line).Where(position => position.Part is Apply { Op: Operator.Sigmoid }).Select(position =>
    {
        var inside = ((Apply)position.Part)[0];
        var mirrored = Known.Sigmoid(inside is Apply { Op: Operator.Negate } negative ? negative[0] : Term.Of(Operator.Negate, inside));
        return new Repair(position.Replace(mirrored), $"The sign in {position.Part} is flipped: {mirrored} is 1 - {position.Part}.");
    }), Undone);

    /// <summary>One term of what was to be written, put back, makes the line right.</summary>
    private string? Dropped()
    {
        var whole = expected is not Apply { Op: Operator.Derivative } derivative ? expected
            : derivative[1] is Symbol by && !comparison.Setting.HasMatrices && new FalseDerivatives(by.Name).Of(derivative[0]) is var (right, _) ? FalseDerivatives.Tidy(right) : null;
        // The logarithm of 1 is 0, and its term is there.
        if (whole is null || line.Everything().Any(part => part is Apply { Op: Operator.Log, Operands: [Number { IsOne: true }] })) return null;
        return Said(EquationMistakes.Summands(whole).ToList() is { Count: > 1 } terms ? terms.Where(term => Size(term.Term) >= SmallestGiven)
            .Select(term => new Repair(Term.Of(term.IsMinus ? Operator.Subtract : Operator.Add, line, term.Term), $"The term {term.Term} was dropped{(term.IsMinus ? ", with its minus" : "")}.")) : [], Undone);
    }

    // Of two lost minus signs that explain the same line the inner one is lost more often.
    private string? LostSign(IReadOnlyList<Repair> wrong) =>
        Said(wrong.Where(one => one.Kind == FalseDerivatives.InnerSign).Concat(wrong.Where(one => one.Kind == FalseDerivatives.OuterSign)), Made)
        ?? Said(wrong.Where(one => one.Kind == FalseDerivatives.ExtraSign), Made);

    /// <summary>Differentiated by another symbol as well, as if it varied.</summary>
    private string? ConstantVaried(Apply derivative, Term right)
    {
        foreach (var name in derivative[0].FreeSymbols().Where(name => !derivative[1].Equals(new Symbol(name)) && comparison.Setting.ShapeOf(name).IsScalar && !comparison.Setting.Indices.ContainsKey(name)))
            if (new FalseDerivatives(name).Of(derivative[0]) is var (other, _) && Made(FalseDerivatives.Tidy(Term.Of(Operator.Add, right, other))))
                return $"{name} is a constant here: only {derivative[1]} varies.";
        return null;
    }

    // Two changes: only where no single one is enough.
    private string? FlippedLaw() =>
        expected is Apply { Op: Operator.Derivative } derivative && derivative[1] is Symbol by && !comparison.Setting.HasMatrices && new FalseDerivatives(by.Name).Of(derivative[0]) is var (_, wrong)
            ? Said(wrong.Where(one => one.Kind is "").Select(one => one with { Line = Term.Of(Operator.Negate, one.Line), Message = $"{one.Message} The sign is flipped as well." }), Made) : null;

    // Of an exponent nothing is lost in a line that has none; what stands in the line as a law makes it was made by it.
    private IEnumerable<Repair> LawsOn(Term formula, bool ofLogarithms = false) =>
        (ofLogarithms ? FalseLaws.OfLogarithmsOn(formula) : FalseLaws.On(formula)).Where(law => law.Kind != FalseLaws.LostInExponent || line.Everything().Any(part => part is Apply { Op: Operator.Exp }))
            .Where(law => law.Kind != FalseLaws.LostSoftplus || line.Everything().Any(part => part is Apply { Op: Operator.Softplus }))
            .Where(law => law.Kind != FalseLaws.OfSoftplus || line.Everything().Any(part => part is Apply { Op: Operator.Softplus } or Apply { Op: Operator.Log, Operands: [Apply { Op: Operator.Add }] }))
            .Where(law => law.Kind != FalseLaws.LogarithmOfOne || line.Everything().Any(part => part is Apply { Op: Operator.Log, Operands: [Number { IsOne: true }] }))
            .Select(law => law with { Kind = "" }).OrderBy(law => !law.Line.Equals(line));

    /// <summary>A law that does not hold, used on the derivative when it was found.</summary>
    private string? LawOfDerivative() =>
        expected is Apply { Op: Operator.Derivative } derivative && derivative[1] is Symbol by && !comparison.Setting.HasMatrices && new FalseDerivatives(by.Name).Of(derivative[0]) is var (right, _)
            ? Said(LawsOn(FalseDerivatives.Tidy(right)), Made) : null;

    /// <summary>Slips in the line before, or in its derivative where that is known.</summary>
    private IEnumerable<Repair> Slipped()
    {
        if (expected is not Apply { Op: Operator.Derivative } derivative) return Slips.On(expected, comparison.Setting, line);
        return derivative[1] is Symbol by && !comparison.Setting.HasMatrices && new FalseDerivatives(by.Name).Of(derivative[0]) is var (right, _)
            ? Slips.On(FalseDerivatives.Tidy(right), comparison.Setting, line)
            : Slips.On(derivative[0], comparison.Setting, line).Select(slip => slip with { Line = Term.Of(Operator.Derivative, slip.Line, derivative[1]) });
    }

    /// <summary>One sentence for one kind of mistake, two for two.</summary>
    private string? Said(IEnumerable<Repair> candidates, Func<Term, bool> holds)
    {
        var found = new List<Repair>();
        foreach (var candidate in candidates)
        {
            _effort += Size(candidate.Line);
            // One of two that might have been meant is no more than half the truth.
            if (_effort > MostEffort) return null;
            if (found.Exists(one => one.Kind == candidate.Kind) || !holds(candidate.Line)) continue;
            found.Add(candidate);
            if (found.Count == 2) return $"Either: {found[0].Message} Or: {found[1].Message}";
        }
        return found.Count == 1 ? found[0].Message : null;
    }

    /// <summary>Undoing the mistake in what was written gives a right line.</summary>
    private bool Undone(Term repaired) =>
        (_wanted ??= new Screen(Points, comparison.Setting, point => Entries(expected, point))).Passes(repaired) && isRight(repaired) && IsNoChance(expected, repaired, isKnown: true)
        && !Suspects.For(comparison.Setting, expected, repaired).Any(point => comparison.At(expected, repaired, point) == Agreement.Different);

    /// <summary>The mistake gives what was written.</summary>
    private bool Made(Term mistaken) => MayEqual(mistaken) && IsExactly(mistaken) && IsNoChance(mistaken, line);

    /// <summary>
    /// With labels 0 and 1 alone y (1 - y) is 0, and much is equal that no mistake explains: what explains a line is equal
    /// for all numbers in the labels' place.
    /// </summary>
    private bool IsNoChance(Term a, Term b, bool isKnown = false)
    {
        var labels = comparison.Setting.Names.Where(name => comparison.Setting.DomainOf(name) is { Values.Count: > 0, IsOneHot: false }).ToList();
        if (labels.Count == 0 || comparison.Setting.HasMatrices) return true;
        var random = new Random(Seed);
        var agreements = Enumerable.Range(0, 3).Select(_ => comparison.At(a, b, labels.Aggregate(PointSource.Generic(comparison.Setting, random), (point, name) => point.With(name, [Number.Ratio(random.Next(1, 64), 64)])))).ToList();
        return !agreements.Contains(Agreement.Different) && (!isKnown || agreements.Contains(Agreement.Same));
    }

    private bool MayEqual(Term mistaken) => mistaken.Everything().Any(part => part is Apply { Op: Operator.Derivative }) ? MayEqualBall(mistaken)
        : (_written ??= new Screen(Points, comparison.Setting, point => Entries(line, point))).Passes(mistaken);

    private bool MayEqualBall(Term mistaken) => Points.Take(2).All(point => IsShaped(mistaken) && comparison.At(mistaken, line, point) == Agreement.Same);

    private bool IsShaped(Term mistaken)
    {
        try
        {
            var checker = comparison.Setting.NewShapeChecker();
            return checker.ShapeOf(mistaken) == checker.ShapeOf(line);
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    private bool IsExactly(Term mistaken)
    {
        if (!IsShaped(mistaken)) return false;
        var same = 0;
        foreach (var point in comparison.Points.Reverse().Concat(comparison.Extremes))
        {
            var agreement = comparison.At(mistaken, line, point);
            if (agreement == Agreement.Same) same++;
            else if (agreement == Agreement.Different) return false;
            // What has no value where the line has one does not explain it.
            else if (agreement == Agreement.LeftUndefined && comparison.At(line, line, point) == Agreement.Same) return false;
        }
        return same >= 3;
    }

    // Random points, the small ones first: far out doubles overflow.
    private IReadOnlyList<Point> Points => field ??= [.. comparison.Points.Reverse().Take(MostChecked)
        .OrderBy(point => point.Symbols.Values.Max(numbers => numbers.Max(number => Math.Abs(number.ToDouble()))))];

    private double[]? Entries(Term term, Point point)
    {
        var values = comparison.Value(term, point, 128).Entries;
        return values.All(entry => entry.Value.IsKnown) ? [.. values.Select(entry => entry.Value.ToDouble())] : null;
    }

    private static int Size(Term term) => term.Everything().Count();
}
