using System.Globalization;
using System.Numerics;

namespace LogRegCourse.Checks.Terms;

/// <summary>
/// A formula typeset with the notation of the course. Which signs, brackets and parts it has is decided here, once; how
/// each of them is written is up to the language: <see cref="LatexWriter"/>, <see cref="MathMlWriter"/>.
/// </summary>
internal abstract class FormulaWriter
{
    /// <summary>Stands between two factors; not seen, but read aloud.</summary>
    protected const string Times = "\u2062";

    /// <summary>A line; one that is continued goes on from the line above it with an equal sign.</summary>
    public string Write(Line line, bool isContinued = false)
    {
        var formula = line.Right is null ? Write(line.Left) : Infix(Write(line.Left), "=", Write(line.Right));
        return isContinued ? Continued(formula) : formula;
    }

    public string Write(Term term) => term switch
    {
        Number number => Write(number),
        Approximate number => Decimal(number.Value),
        Constant { Name: "pi" } => Name("π"),
        Constant constant => Name(constant.Name),
        Symbol symbol => Write(SymbolName.Read(symbol.Name)),
        Gap => Blank,
        LineReference line => Words($"line {line.Number}"),
        Sum sum => Write(sum),
        Apply apply => Write(apply),
        _ => Words(term.GetType().Name),
    };

    /// <summary>= and the formula.</summary>
    protected abstract string Continued(string formula);

    /// <summary>A sign that the language would read as something else.</summary>
    protected virtual string Escaped(string sign) => sign;

    protected abstract string Digits(string digits);

    /// <summary>One letter is slanted, several are upright.</summary>
    protected abstract string Name(string letters);

    /// <summary>A function of an argument that has brackets already, or stands a little apart.</summary>
    protected abstract string Function(string name, string? index, string argument, bool isBracketed);

    protected abstract string Words(string words);

    protected abstract string Blank { get; }

    protected abstract string Row(string first, string second);

    protected abstract string Negative(string body);

    protected abstract string Infix(string left, string sign, string right);

    /// <summary>Brackets as high as what is in them.</summary>
    protected abstract string Bracketed(string open, string body, string close);

    protected abstract string Fraction(string above, string below);

    protected abstract string Root(string body);

    protected abstract string Scripted(string body, string? below, string? above);

    protected abstract string Transposed { get; }

    protected abstract string Hat(string body);

    /// <summary>A sum or product sign; its end may be unknown.</summary>
    protected abstract string Series(string sign, string from, string? end, string body);

    protected abstract string Cases(string value, string condition, string otherwise);

    private string Write(Number number)
    {
        if (number.IsLong) return Decimal(number.ToDouble());
        var size = Digits(BigInteger.Abs(number.Numerator).ToString());
        if (!number.Denominator.IsOne) size = Fraction(size, Digits(number.Denominator.ToString()));
        return number.Numerator.Sign < 0 ? Negative(size) : size;
    }

    private string Decimal(double value)
    {
        var parts = Math.Abs(value).ToString("G15", CultureInfo.InvariantCulture).Split('E');
        var size = parts.Length == 1 ? Digits(parts[0])
            : Infix(Digits(parts[0]), "⋅", Scripted(Digits("10"), null, Power(int.Parse(parts[1], CultureInfo.InvariantCulture))));
        return value < 0 ? Negative(size) : size;
    }

    private string Power(int exponent) => exponent < 0 ? Negative(Digits($"{-exponent}")) : Digits($"{exponent}");

    private string Write(SymbolName name, string? index = null, string? exponent = null)
    {
        var body = name.HasHat ? Hat(Name(name.Letters)) : Name(name.Letters);
        if (name.Index.Length == 0) return Scripted(body, index, exponent);
        var own = char.IsDigit(name.Index[0]) ? Digits(name.Index) : Name(name.Index);
        return Scripted(body, index is null ? own : Row(own, index), exponent);
    }

    private string Write(Sum sum)
    {
        var body = Precedence.Of(sum.Body) == Precedence.Addition ? Bracketed("[", Write(sum.Body), "]") : Write(sum.Body);
        return Series(sum.IsProduct ? "∏" : "∑", Infix(Name(sum.Index), "=", Digits("1")), sum.Size is null ? null : Name(sum.Size), body);
    }

    private string Write(Apply apply) => apply.Op switch
    {
        Operator.Negate => Negative(Right(apply[0], Precedence.Product)),
        Operator.Add => Infix(Write(apply[0]), "+", Right(apply[1], Precedence.Addition)),
        Operator.Subtract => Infix(Write(apply[0]), "−", Right(apply[1], Precedence.Product)),
        Operator.Multiply => Product(apply[0], apply[1]),
        Operator.Hadamard => Infix(Within(apply[0], Precedence.Power), "⊙", Within(apply[1], Precedence.Power)),
        Operator.Divide => Fraction(Write(apply[0]), Write(apply[1])),
        Operator.Power => Raised(apply[0], Write(apply[1])),
        Operator.Exp => Scripted(Name("e"), null, Write(apply[0])),
        Operator.Log2 => Function("log", Digits("2"), apply[0]),
        Operator.Log10 => Function("log", Digits("10"), apply[0]),
        Operator.Log or Operator.Tanh or Operator.Sinh or Operator.Cosh => Function(apply.Op.ToString().ToLowerInvariant(), null, apply[0]),
        Operator.Sqrt => Root(Write(apply[0])),
        Operator.Abs => Bracketed("|", Write(apply[0]), "|"),
        Operator.Sigmoid => Called("σ", apply),
        Operator.Transpose => Raised(apply[0], Transposed),
        Operator.Row or Operator.Entry => Part(apply),
        var cases when Condition.IsCases(cases) => Cases(Write(apply[2]), Infix(Write(apply[0]), Escaped(Condition.Sign(cases)), Write(apply[1])), Write(apply[3])),
        Operator.Derivative => Derivative(apply),
        Operator.Diagonal => Called("diag", apply),
        _ => Called(apply.Op.ToString().ToLowerInvariant(), apply),
    };

    private string Product(Term a, Term b)
    {
        // A leading minus needs no brackets before a product.
        var left = a is Sum ? Bracketed(Write(a)) : a is Apply { Op: Operator.Negate } or Number ? Write(a) : Within(a, Precedence.Product);
        var right = b is Apply { Op: Operator.Multiply } ? Bracketed(Write(b)) : Right(b, Precedence.Product);
        var isDotted = b is Number || (a is Number && b is Apply { Op: Operator.Power or Operator.Divide } power && power[0] is Number);
        return Infix(left, isDotted ? "⋅" : Times, right);
    }

    private string Derivative(Apply apply)
    {
        var d = Name(apply[0].FreeSymbols().Take(2).Count() > 1 ? "∂" : "d");
        return Row(Fraction(d, Row(d, Write(apply[1]))), Bracketed("[", Write(apply[0]), "]"));
    }

    private string Function(string name, string? index, Term argument)
    {
        var isBracketed = Precedence.Of(argument) != Precedence.Atom || argument is Apply { Op: Operator.Exp };
        return Function(name, index, isBracketed ? Bracketed(Write(argument)) : Write(argument), isBracketed);
    }

    private string Called(string name, Apply apply) =>
        Function(name, null, Bracketed(apply.Operands.Select(Write).Aggregate((a, b) => Infix(a, ",", b))), isBracketed: true);

    /// <summary>Row i of X is x_i, entry (i, j) is x_ij.</summary>
    private string Part(Apply apply, string? exponent = null)
    {
        var index = apply.Operands.Skip(1).Select(Write).Aggregate(Row);
        return apply[0] is Symbol whole
            ? Write(SymbolName.Read(whole.Name.ToLowerInvariant()), index, exponent)
            : Scripted(Bracketed(Write(apply[0])), index, exponent);
    }

    private string Raised(Term term, string exponent) => term switch
    {
        Symbol symbol => Write(SymbolName.Read(symbol.Name), exponent: exponent),
        Apply { Op: Operator.Row or Operator.Entry } part => Part(part, exponent),
        Apply { Op: Operator.Exp or Operator.Log or Operator.Log2 or Operator.Log10 or Operator.Tanh or Operator.Sinh or Operator.Cosh or Operator.Derivative } => Scripted(Bracketed(Write(term)), null, exponent),
        _ => Scripted(Within(term, Precedence.Atom), null, exponent),
    };

    /// <summary>No two signs in a row: a - (-b).</summary>
    private string Right(Term term, int least) => BeginsWithMinus(term) ? Bracketed(Write(term)) : Within(term, least);

    private string Within(Term term, int least) => Precedence.Of(term) < least ? Bracketed(Write(term)) : Write(term);

    private string Bracketed(string body) => Bracketed("(", body, ")");

    private static bool BeginsWithMinus(Term term) => term switch
    {
        Number number => number.Numerator.Sign < 0,
        Approximate number => number.Value < 0,
        Apply { Op: Operator.Negate } => true,
        Apply { Op: Operator.Add or Operator.Subtract } sum => BeginsWithMinus(sum[0]),
        Apply { Op: Operator.Multiply } product => product[0] is not Apply { Op: Operator.Add or Operator.Subtract } && BeginsWithMinus(product[0]),
        _ => false,
    };
}
