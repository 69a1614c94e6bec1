namespace LogRegCourse.Checks.Terms;

/// <summary>A formula in LaTeX with the notation of the course.</summary>
internal static class LatexWriter
{
    public static string Write(Line line) => string.Join(" = ", line.Sides.Select(Write));

    public static string Write(Term term) => term switch
    {
        Number number => Write(number),
        Constant { Name: "pi" } => @"\pi",
        Constant constant => constant.Name,
        Symbol symbol => SymbolName.Latex(symbol.Name),
        Gap => @"\boxed{\;?\;}",
        LineReference line => $@"\text{{line {line.Number}}}",
        Sum sum => Write(sum),
        Apply apply => Write(apply),
        _ => term.GetType().Name,
    };

    private static string Write(Number number) => number.Denominator.IsOne
        ? $"{number.Numerator}"
        : $@"{(number.Numerator.Sign < 0 ? "-" : "")}\frac{{{System.Numerics.BigInteger.Abs(number.Numerator)}}}{{{number.Denominator}}}";

    private static string Write(Sum sum)
    {
        var body = Precedence.Of(sum.Body) == Precedence.Addition ? $@"\left[{Write(sum.Body)}\right]" : Write(sum.Body);
        var end = sum.Size is null ? "" : $"^{{{sum.Size}}}";
        return $@"{(sum.IsProduct ? @"\prod" : @"\sum")}_{{{sum.Index}=1}}{end} {body}";
    }

    private static string Write(Apply apply) => apply.Op switch
    {
        Operator.Negate => "-" + Right(apply[0], Precedence.Product),
        Operator.Add => $"{Write(apply[0])} + {Right(apply[1], Precedence.Addition)}",
        Operator.Subtract => $"{Write(apply[0])} - {Right(apply[1], Precedence.Product)}",
        Operator.Multiply => Product(apply[0], apply[1]),
        Operator.Hadamard => $@"{Within(apply[0], Precedence.Power)} \odot {Within(apply[1], Precedence.Power)}",
        Operator.Divide => $@"\frac{{{Write(apply[0])}}}{{{Write(apply[1])}}}",
        Operator.Power => $"{Base(apply[0])}^{{{Write(apply[1])}}}",
        Operator.Exp => $"e^{{{Write(apply[0])}}}",
        Operator.Log => Function(@"\log", apply[0]),
        Operator.Log2 => Function(@"\log_{2}", apply[0]),
        Operator.Log10 => Function(@"\log_{10}", apply[0]),
        Operator.Sqrt => $@"\sqrt{{{Write(apply[0])}}}",
        Operator.Abs => $@"\left|{Write(apply[0])}\right|",
        Operator.Tanh => Function(@"\tanh", apply[0]),
        Operator.Sigmoid => $@"\sigma\left({Write(apply[0])}\right)",
        Operator.Transpose => $@"{Base(apply[0])}^{{\top}}",
        Operator.Row => Part(apply[0], Write(apply[1])),
        Operator.Entry => Part(apply[0], Write(apply[1]) + Write(apply[2])),
        Operator.Cases =>
            $@"\begin{{cases}} {Write(apply[2])} & \text{{if }} {Write(apply[0])} = {Write(apply[1])} \\ {Write(apply[3])} & \text{{else}} \end{{cases}}",
        Operator.Derivative => Derivative(apply),
        Operator.Diagonal => Named("diag", apply),
        Operator.LogSumExp => Named("logsumexp", apply),
        _ => Named(apply.Op.ToString().ToLowerInvariant(), apply),
    };

    private static string Product(Term a, Term b)
    {
        // A leading minus needs no brackets before a product.
        var left = a is Apply { Op: Operator.Negate } or Number ? Write(a) : Within(a, Precedence.Product);
        if (a is Sum) left = $@"\left({left}\right)";
        var right = Right(b, Precedence.Product);
        if (b is Apply { Op: Operator.Multiply }) right = $@"\left({right}\right)";
        var sign = b is Number || (a is Number && b is Apply { Op: Operator.Power or Operator.Divide } power && power[0] is Number) ? @" \cdot " : @"\, ";
        return left + sign + right;
    }

    private static string Derivative(Apply apply)
    {
        var d = apply[0].FreeSymbols().Take(2).Count() > 1 ? @"\partial" : "d";
        return $@"\frac{{{d}}}{{{d} {Write(apply[1])}}}\left[{Write(apply[0])}\right]";
    }

    private static string Function(string name, Term argument) => Precedence.Of(argument) == Precedence.Atom && argument is not Apply { Op: Operator.Exp }
        ? $"{name} {Write(argument)}"
        : $@"{name}\left({Write(argument)}\right)";

    private static string Named(string name, Apply apply) =>
        $@"\operatorname{{{name}}}\left({string.Join(", ", apply.Operands.Select(Write))}\right)";

    /// <summary>Row i of X is x_i, entry (i, j) is x_ij.</summary>
    private static string Part(Term whole, string index) => whole is Symbol symbol
        ? SymbolName.Latex(symbol.Name.ToLowerInvariant(), index)
        : $@"\left({Write(whole)}\right)_{{{index}}}";

    private static string Base(Term term) => Precedence.Of(term) == Precedence.Atom && term is not Apply { Op: Operator.Exp or Operator.Log or Operator.Derivative }
        ? Write(term)
        : $@"\left({Write(term)}\right)";

    /// <summary>No two signs in a row: a - (-b).</summary>
    private static string Right(Term term, int least)
    {
        var text = Within(term, least);
        return text[0] == '-' ? $@"\left({text}\right)" : text;
    }

    private static string Within(Term term, int least) => Precedence.Of(term) < least ? $@"\left({Write(term)}\right)" : Write(term);
}
