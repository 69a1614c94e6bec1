using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// The form that an exercise asks of its last line, beside its value: in words that go on from "the last line should",
/// and as a condition on the formula. Any order of terms and factors, and any way to write a number, has the same form.
/// </summary>
internal sealed record Form(string Words, Func<Line, bool> IsOf)
{
    /// <summary>Exponentials undone.</summary>
    public static Form NoExponential { get; } = new("have no Exp", line => !Has(line, Operator.Exp));

    /// <summary>Sigmoids instead of exponentials.</summary>
    public static Form InSigmoids { get; } = new("be written with Sigmoid, and without Exp", line => Has(line, Operator.Sigmoid) && !Has(line, Operator.Exp) && !HasEmptyFactor(line));

    /// <summary>What is a product or quotient of sigmoids has been cancelled.</summary>
    public static Form SigmoidOnce { get; } = new(
        "have one Sigmoid only, and no Exp", line => Parts(line).Count(part => part is Apply { Op: Operator.Sigmoid }) == 1 && !Has(line, Operator.Exp));

    /// <summary>The sigmoid of something, and nothing outside it.</summary>
    public static Form OneSigmoid { get; } = new(
        "be a single Sigmoid with nothing outside it, and without Exp", line => line.Left is Apply { Op: Operator.Sigmoid } && !Has(line, Operator.Exp));

    /// <summary>Sums over rows written as products of matrices.</summary>
    public static Form InMatrices { get; } = new("be a product of matrices, without Sum", line => !Parts(line).OfType<Sum>().Any());

    /// <summary>The rules of the logarithm are used up.</summary>
    public static Form LogarithmsApart { get; } = new(
        "have no product, quotient or power under a logarithm",
        line => !Parts(line).OfType<Apply>().Any(part => IsLogarithm(part) && part.Children.Any(inside => WithoutReciprocal(inside).Everything().Any(inner => inner is Apply
        {
            Op: Operator.Multiply or Operator.Divide or Operator.Power or Operator.Sqrt or Operator.Odds,
        }))));

    /// <summary>Terms in a logarithm that cancel have cancelled.</summary>
    public static Form LogarithmsBare { get; } = new(
        "have no logarithm, and no Softplus, that is multiplied by anything but a number",
        line => !Parts(line).OfType<Apply>().Any(part => part.Op is Operator.Multiply or Operator.Divide && part.Operands.Any(HasLogarithm) && !part.Operands.Any(IsConstant)));

    /// <summary>Terms with the same logarithm are collected.</summary>
    public static Form EachLogarithmOnce { get; } = new(
        "have each logarithm once only", line => Parts(line).Where(IsLogarithm).ToList() is var logarithms && logarithms.Distinct().Count() == logarithms.Count);

    /// <summary>A symbol alone on one side of an equation, and nowhere on the other.</summary>
    public static Form SolvedFor(string symbol) => new(
        $"say what {symbol} is: {symbol} alone on one side, and not on the other",
        line => SolutionFor(symbol, line) is { } solution && !solution.FreeSymbols().Contains(symbol))
    {
        Symbol = symbol,
    };

    /// <summary>What was spread over several terms is collected.</summary>
    public static Form Once(string symbol, string words) => new(
        words, line => Parts(line).Count(part => part is Symbol { Name: var name } && name == symbol) == 1);

    /// <summary>A product or quotient, whatever is in its factors.</summary>
    public static Form OneFraction { get; } = new("be one fraction, with no sum of fractions", line => !IsSum(line.Left));

    /// <summary>No fraction above or below a fraction bar.</summary>
    public static Form NoFractionInAFraction { get; } = new(
        "have one fraction bar, with no fraction of symbols above or below it",
        line => Parts(line).Count(part => part is Apply { Op: Operator.Divide or Operator.Odds } quotient && !IsConstant(quotient.Operands[^1]) || part is Apply { Op: Operator.Power } power && IsNegative(power[1])) <= 1);

    /// <summary>A common denominator that held the symbol has cancelled.</summary>
    public static Form NotInASum(string symbol) => new(
        $"have no sum or difference with {symbol} in it: the common denominator cancels",
        line => !Parts(line).Any(part => part is Apply { Op: Operator.Add or Operator.Subtract } && part.FreeSymbols().Contains(symbol)));

    /// <summary>Nothing but these whole numbers, and their reciprocals, is left.</summary>
    public static Form OnlyNumbers(params int[] numbers) => new(
        $"have no number but {string.Join(" and ", numbers)}",
        line => Parts(line).OfType<Number>().All(number => System.Numerics.BigInteger.Abs(number.Numerator) == number.Denominator || numbers.Any(allowed => IsWhole(number, allowed) || IsFraction(number, allowed))));

    /// <summary>Powers of products are multiplied out, and equal factors are one power.</summary>
    public static Form OnePower(string symbol) => new(
        $"have {symbol} once only, in one power, and no power of a product or of a power",
        line => Parts(line).Count(part => part is Symbol { Name: var name } && name == symbol) == 1
            && !Parts(line).Any(part => part is Apply { Op: Operator.Power } power && power[0] is Apply { Op: Operator.Multiply or Operator.Divide or Operator.Power }));

    /// <summary>Divided above and below the bar by the exponential above it.</summary>
    public static Form NoExponentialAbove { get; } = new(
        "have no exponential above the fraction bar", line => Numerators(line.Left).All(factor => !factor.Everything().Any(part => part is Apply { Op: Operator.Exp or Operator.Softmax })));

    /// <summary>No exponential of one thing alone.</summary>
    public static Form DifferencesInExponents { get; } = new(
        "have a difference in each exponent", line => Parts(line).OfType<Apply>().Where(part => part.Op == Operator.Exp).All(part => part[0] is Apply { Op: Operator.Subtract } || part[0].FreeSymbols().Distinct().Count() != 1));

    /// <summary>Symbols, sigmoids and their complements, multiplied.</summary>
    public static Form ProductOfProbabilities { get; } = new(
        "be one product, of symbols and of sigmoids or one minus a sigmoid", line => Factors(line.Left).All(factor => factor is Number or Terms.Symbol or Apply { Op: Operator.Sigmoid } || IsComplement(factor)));

    /// <summary>The symbol that the equation is to be solved for.</summary>
    public string? Symbol { get; private init; }

    /// <summary>Both forms.</summary>
    public static Form operator &(Form a, Form b) => new($"{a.Words}, and {b.Words}", line => a.IsOf(line) && b.IsOf(line)) { Symbol = a.Symbol ?? b.Symbol };

    /// <summary>What a solved equation says of the symbol; null where it is not solved for it.</summary>
    public static Term? SolutionFor(string symbol, Line line) =>
        line.Left is Symbol { Name: var left } && left == symbol ? line.Right
        : line.Right is Symbol { Name: var right } && right == symbol ? line.Left : null;

    private static IEnumerable<Term> Parts(Line line) => line.Sides.SelectMany(side => side.Everything());

    private static bool Has(Line line, Operator op) => Parts(line).Any(part => part is Apply apply && apply.Op == op);

    /// <summary>A product with 0, whose other factors are written for show.</summary>
    private static bool HasEmptyFactor(Line line) => Parts(line).Any(part => part is Apply { Op: Operator.Multiply } product && product.Operands.Any(factor => factor is Number { IsZero: true }));

    private static bool IsLogarithm(Term part) => part is Apply { Op: Operator.Log or Operator.Log2 or Operator.Log10 or Operator.Log1p or Operator.Logit };

    // log(1/q) is as usual as -log q.
    private static Term WithoutReciprocal(Term term) => term is Apply { Op: Operator.Divide, Operands: [Number { IsOne: true }, var divisor] } ? divisor : term;

    private static bool HasLogarithm(Term term) => term.Everything().Any(part => IsLogarithm(part) || part is Apply { Op: Operator.Softplus or Operator.LogSumExp });

    private static bool IsConstant(Term term) => !term.FreeSymbols().Any();

    private static bool IsNegative(Term exponent) => exponent is Number { Numerator.Sign: < 0 } or Apply { Op: Operator.Negate };

    private static bool IsWhole(Number number, int value) => number.Denominator.IsOne && System.Numerics.BigInteger.Abs(number.Numerator) == value;

    private static bool IsFraction(Number number, int value) => System.Numerics.BigInteger.Abs(number.Numerator).IsOne && number.Denominator == value;

    private static bool IsSum(Term term) => term switch
    {
        Apply { Op: Operator.Add or Operator.Subtract } => true,
        Apply { Op: Operator.Negate } negative => IsSum(negative[0]),
        _ => false,
    };

    private static IEnumerable<Term> Factors(Term term) => term switch
    {
        Apply { Op: Operator.Multiply } product => product.Operands.SelectMany(Factors),
        Apply { Op: Operator.Negate } negative => Factors(negative[0]),
        _ => [term],
    };

    private static bool IsComplement(Term term) => term is Apply { Op: Operator.Add or Operator.Subtract } sum
        && sum.Operands.Count(part => part is Number { IsOne: true }) == 1
        && sum.Operands.Count(part => part is Apply { Op: Operator.Sigmoid } or Apply { Op: Operator.Negate, Operands: [Apply { Op: Operator.Sigmoid }] }) == 1;

    /// <summary>The factors that stand above the bar.</summary>
    private static IEnumerable<Term> Numerators(Term term) => term switch
    {
        Apply { Op: Operator.Multiply } product => product.Operands.SelectMany(Numerators),
        Apply { Op: Operator.Divide } quotient => Numerators(quotient[0]),
        Apply { Op: Operator.Negate } negative => Numerators(negative[0]),
        Apply { Op: Operator.Power } power when IsNegative(power[1]) => [],
        _ => [term],
    };
}
