using System.Globalization;
using System.Numerics;

namespace LogRegCourse.Checks.Terms;

/// <summary>
/// A formula as a tree. Everything works on it: evaluation, shapes, typesetting, the search for the mistake, so
/// what is shown is what was checked.
/// </summary>
internal abstract record Term
{
    public virtual IReadOnlyList<Term> Children => [];

    /// <summary>The same node over other children.</summary>
    public virtual Term With(IReadOnlyList<Term> children) => this;

    /// <summary>This node and all below it, each before its children.</summary>
    public IEnumerable<Term> Everything()
    {
        // Without recursion: a long sum is as deep as it has terms.
        var open = new Stack<Term>([this]);
        while (open.TryPop(out var term))
        {
            yield return term;
            for (var k = term.Children.Count - 1; k >= 0; k--) open.Push(term.Children[k]);
        }
    }

    public bool HasGap => Everything().Any(term => term is Gap);

    /// <summary>The symbols that the value depends on: all but the indices of sums.</summary>
    public IEnumerable<string> FreeSymbols() => this switch
    {
        Symbol symbol => [symbol.Name],
        Sum sum => sum.Body.FreeSymbols().Where(name => name != sum.Index),
        LineReference line => line.Formula.FreeSymbols(),
        _ => Children.SelectMany(child => child.FreeSymbols()).Distinct(),
    };

    public static Term Of(Operator op, params Term[] operands) => new Apply(op, operands);

    public static Number Whole(int value) => new(value, BigInteger.One);

    public sealed override string ToString() => PlainWriter.Write(this);
}

/// <summary>A rational number, exactly.</summary>
internal sealed record Number(BigInteger Numerator, BigInteger Denominator) : Term
{
    private const int LargestDenominator = 1000;

    // Of significant digits: what is longer came from a computation.
    private const int LongestDecimal = 13;

    /// <summary>
    /// What the double was meant to be: the short decimal that it is written as (0.1 is one tenth), else a fraction with
    /// a small denominator (C# has already turned 2.0 / 3 into a double), else its seventeen digits.
    /// </summary>
    public static Number FromDouble(double value) => Meant(value) ?? Decimal(value);

    /// <summary>The number that the double was meant to be; null where it has too many digits to tell.</summary>
    public static Number? Meant(double value)
    {
        return IsShort(value) ? Decimal(value) : Fraction(value);
    }

    /// <summary>The double itself, a fraction with a power of two below.</summary>
    public static Number Exactly(double value)
    {
        var exact = Precision.BigReal.FromDouble(value);
        return exact.Exponent >= 0 ? new(exact.Mantissa << exact.Exponent, 1) : Ratio(exact.Mantissa, BigInteger.One << -exact.Exponent);
    }

    private static bool IsShort(double value) => value.ToString("R", CultureInfo.InvariantCulture).Split('E')[0].Count(char.IsAsciiDigit) <= LongestDecimal;

    private static Number Decimal(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.');
        var digits = BigInteger.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture);
        var exponent = (parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture)) - (point < 0 ? 0 : parts[0].Length - point - 1);
        return exponent < 0 ? Ratio(digits, BigInteger.Pow(10, -exponent)) : Ratio(digits * BigInteger.Pow(10, exponent), 1);
    }

    private static Number? Fraction(double value)
    {
        for (var denominator = 3; denominator <= LargestDenominator; denominator++)
        {
            var numerator = Math.Round(value * denominator);
            // Constants that C# folds in several steps may be off by a last place or two.
            if (numerator != 0 && Math.Abs(numerator) < 1e6 && Math.Abs(numerator / denominator - value) <= 2 * Math.BitIncrement(Math.Abs(value)) - 2 * Math.Abs(value))
                return Ratio((BigInteger)numerator, denominator);
        }
        return null;
    }

    public static Number Ratio(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        return new(numerator / divisor, denominator / divisor);
    }

    public double ToDouble()
    {
        var (above, below) = ((double)Numerator, (double)Denominator);
        // Both may be too large for doubles though their quotient is not.
        return double.IsFinite(above) && double.IsFinite(below) ? above / below
            : Math.CopySign(Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator)), Numerator.Sign);
    }

    /// <summary>Whether it has more digits than anybody would read.</summary>
    public bool IsLong => Denominator.GetBitLength() > 40 || Numerator.GetBitLength() > 60;

    public static Number One { get; } = new(BigInteger.One, BigInteger.One);

    public bool IsOne => Numerator.IsOne && Denominator.IsOne;
    public bool IsZero => Numerator.IsZero;
}

/// <summary>
/// A double that came from constants, folded by C# or captured: 1 / E, 15.04 / 0.232, a variable ln2. It is known to its
/// last digits only, and is compared with that width.
/// </summary>
internal sealed record Approximate(double Value) : Term
{
    /// <summary>The bits that can be trusted: folding in several steps costs the last ones.</summary>
    public const int Bits = 46;

    /// <summary>The exact number that the double was meant to be where that can be told, else the double as far as it is known.</summary>
    public static Term Read(double value) => Number.Meant(value) is { } number ? number : new Approximate(value);
}

/// <summary>e or pi.</summary>
internal sealed record Constant(string Name) : Term;

/// <summary>A parameter of the line's lambda, or the index of a sum.</summary>
internal sealed record Symbol(string Name) : Term;

/// <summary>What a student has still to write.</summary>
internal sealed record Gap : Term;

/// <summary>An operator or function over its operands.</summary>
internal sealed record Apply(Operator Op, IReadOnlyList<Term> Operands) : Term
{
    public override IReadOnlyList<Term> Children => Operands;

    public override Term With(IReadOnlyList<Term> children) => new Apply(Op, children);

    public Term this[int i] => Operands[i];

    public bool Equals(Apply? other) => other is not null && Op == other.Op && Operands.SequenceEqual(other.Operands);

    public override int GetHashCode() => Operands.Aggregate((int)Op, HashCode.Combine);
}

/// <summary>
/// The sum or product of the body over an index from 1 to a size ("n"); the size is null until the shape checker
/// has read it from what the index indexes.
/// </summary>
internal sealed record Sum(string Index, Term Body, bool IsProduct, string? Size = null) : Term
{
    public override IReadOnlyList<Term> Children => [Body];

    public override Term With(IReadOnlyList<Term> children) => this with { Body = children[0] };
}

/// <summary>A line that is named by its number where its formula would be too long to repeat; only for showing.</summary>
internal sealed record LineReference(int Number, Term Formula) : Term;

/// <summary>One line of a derivation: an expression, or an equation with a right side.</summary>
internal sealed record Line(Term Left, Term? Right = null)
{
    public bool IsEquation => Right is not null;

    public bool HasGap => Left.HasGap || Right is { HasGap: true };

    public IEnumerable<Term> Sides => Right is null ? [Left] : [Left, Right];

    public override string ToString() => string.Join(" = ", Sides);
}
