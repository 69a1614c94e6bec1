using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>A line that might have been meant, and the sentence that is true if it is right.</summary>
/// <param name="Line">The line.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Kind">What kind of mistake it undoes: of one kind one sentence is enough.</param>
internal sealed record Repair(Term Line, string Message, string Kind = "");

/// <summary>Edits of what was written, the smallest first: each would make the line right if that was the mistake.</summary>
internal static class Repairs
{
    private const string UpsideDown = "reciprocal";

    // Of a function that stands in the line before, if not in the own one.
    private const string Borrowed = "function of the line before";

    /// <summary>What is no mistake of algebra: clipping, added small numbers, whole numbers divided.</summary>
    public static IEnumerable<Repair> Habits(Term line)
    {
        var bare = Rewrite.Everywhere(line, term => term is Apply { Op: Max or Min } clip && (IsLimit(clip[0]) ? clip[1] : IsLimit(clip[1]) ? clip[0] : null) is { } inner ? inner : term);
        if (!bare.Equals(line)) yield return new(bare, Clipped(line));
        var exact = Rewrite.Everywhere(line, term => term is Apply { Op: Add or Subtract } sum && (IsTiny(sum[1]) ? sum[0] : sum.Op == Add && IsTiny(sum[0]) ? sum[1] : null) is { } kept ? kept : term);
        if (!exact.Equals(line)) yield return new(exact, "A small number was added to be safe, and it changes the value: without it the line is right. What keeps a program from log 0, or from dividing by 0, has no place in a formula.");
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply cases && Condition.IsCases(cases.Op) && cases.Op != Cases)
                foreach (var (kept, lost) in new[] { (cases[2], cases[3]), (cases[3], cases[2]) })
                    yield return new(replace(kept), $"Where {lost} stands for {kept}, the two are not equal: {kept} is right everywhere.");
            if (part is Number { IsZero: true })
                foreach (var repair in Divided(replace, 0)) yield return repair;
            else if (part is Number number)
                foreach (var repair in Rounded(number, replace)) yield return repair;
        }
    }

    /// <summary>What C# made a whole number of: 1 / 2 is 0.</summary>
    private static IEnumerable<Repair> Divided(Func<Term, Term> replace, int whole)
    {
        for (var below = 2; below <= 6; below++)
            for (var above = 1; above < below; above++)
                if (System.Numerics.BigInteger.GreatestCommonDivisor(above, below).IsOne)
                    yield return new(replace(Number.Ratio(whole * below + above, below)), $"C# divides whole numbers: {whole * below + above} / {below} is {whole}; write {whole * below + above}.0 / {below}.");
    }

    /// <summary>A denominator without its brackets.</summary>
    public static IEnumerable<Repair> Denominators(Term line) =>
        Chains.Bracketed(line).Where(found => found.IsDenominator).Select(found => new Repair(found.Line, Missing(found.Inside), "brackets"));

    /// <summary>A quotient turned round.</summary>
    public static IEnumerable<Repair> Turned(Term line) => Rewrite.Positions(line).Where(position => position.Part is Apply { Op: Divide })
        .Select(position => new Repair(position.Replace(Term.Of(Divide, ((Apply)position.Part)[1], ((Apply)position.Part)[0])), $"In {position.Part} the two sides are swapped.", "swap"));

    /// <summary>One sign, number, symbol, bracket or operator changed.</summary>
    public static IEnumerable<Repair> Small(Term line, Setting setting) =>
        Whole(line).Concat(Bases(line)).Concat(Brackets(line)).Concat(Signs(line)).Concat(Numbers(line, setting)).Concat(Swaps(line, setting)).Concat(Operators(line, setting)).DistinctBy(repair => (repair.Line, repair.Kind == UpsideDown));

    /// <summary>Brackets and squares that nobody forgets often: said only where nothing else explains the line.</summary>
    public static IEnumerable<Repair> Unlikely(Term line)
    {
        foreach (var (bare, inside) in Chains.Unbracketed(line)) yield return new(bare, $"The brackets around {inside} are too much: meant is {bare}.", "brackets");
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Symbol or Apply { Op: not (Negate or Power or Add or Subtract) } or Apply { Op: Add or Subtract } && part != line)
                if (!part.Everything().Any(inner => inner is Apply { Op: Divide })) yield return new(replace(Term.Of(Power, part, Term.Whole(2))), $"{part} should be squared.", "exponent");
        foreach (var name in line.FreeSymbols())
            yield return new(Rewrite.Put(line, name, Term.Of(Negate, new Symbol(name))), $"The sign of {name} is flipped everywhere.", "sign");
    }

    /// <summary>A factor or a term put in or left out.</summary>
    public static IEnumerable<Repair> Larger(Term line, Term expected, Setting setting) =>
        Rewrite.Positions(line).Where(position => position.Part is Number { IsOne: true }).SelectMany(position => Divided(position.Replace, 1))
            .Concat(Factors.Missing(line, expected, setting)).Concat(Summands(line, expected)).Concat(Operations(line, expected)).Concat(Functions(line, expected)).Where(repair => UsesNothingNew(repair, line)).DistinctBy(repair => repair.Line);

    private static string Clipped(Term line)
    {
        var limits = line.Everything().OfType<Apply>().Where(part => part.Op is Max or Min)
            .SelectMany(part => part.Operands.Where(operand => operand is Number or Approximate).Select(limit => (part, limit))).ToList();
        var (clip, limit) = limits[0];
        var inner = clip.Operands.FirstOrDefault(operand => operand != limit) ?? clip[0];
        inner = Rewrite.Everywhere(inner, term => term is Apply { Op: Max or Min } other ? other.Operands.FirstOrDefault(operand => operand is not (Number or Approximate)) ?? term : term);
        var range = limits.Count > 1 ? $"only between {string.Join(" and ", limits.Select(pair => PlainWriter.Write(pair.limit)).OrderBy(text => text[0] != '-'))}" : clip.Op == Max ? $"down to {limit}" : $"up to {limit}";
        return $"Clipping changes the value: the line is equal for {inner} {range}, not beyond. What keeps a program from overflow has no place in a formula.";
    }

    // At 0 nothing is clipped: that is a part of a formula.
    private static bool IsLimit(Term term) => term is Number { IsZero: false } or Approximate;

    private static bool IsTiny(Term term) => term is Number number && !number.IsZero && Math.Abs(number.ToDouble()) <= 1e-2;

    private static IEnumerable<Repair> Whole(Term line) =>
        [new(Term.Of(Negate, line), "The sign of the whole line is flipped.", "sign"),
            // Of a quotient it is said that its sides are swapped.
            .. line is Apply { Op: Divide } ? (Repair[])[] : [new Repair(Term.Of(Divide, Number.One, line), "The whole line is upside down: one over it is right.", UpsideDown)],
            // Of 1 / 1 + x C# leaves 1 + x.
            .. FirstSummand(line) is Number { IsOne: true } ? [new Repair(Term.Of(Divide, Number.One, line), $"If you wrote 1 / {line}: brackets are missing around {line} below the bar.", "brackets")] : (Repair[])[]];

    private static Term FirstSummand(Term term) => term is Apply { Op: Add or Subtract } sum ? FirstSummand(sum[0]) : term;

    private static IEnumerable<Repair> Bases(Term line)
    {
        var natural = Rewrite.Everywhere(line, term => term is Apply { Op: Log10 or Log2 } log ? Term.Of(Log, log[0]) : term);
        if (!natural.Equals(line)) yield return new(natural, "The logarithm has the wrong base: the line needs the natural logarithm, Log.", "base");
        yield return new(Known.Times(line, Term.Of(Log, Term.Whole(2))), "This is in bits, as with logarithms to base 2: the line needs the natural logarithm.", "base");
        yield return new(Known.Times(line, Term.Of(Log, Term.Whole(10))), "This is as with logarithms to base 10: the line needs the natural logarithm.", "base");
    }

    /// <summary>Brackets set otherwise, the signs in their order: a / b + c and a / (b + c).</summary>
    private static IEnumerable<Repair> Brackets(Term line)
    {
        foreach (var (bracketed, inside, _) in Chains.Bracketed(line)) yield return new(bracketed, Missing(inside), "brackets");
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is not Apply { Operands.Count: 2, Op: Add or Subtract or Multiply or Divide } outer) continue;
            if (outer[0] is Apply { Op: Negate } negative && outer.Op is Add or Subtract)
                yield return new(replace(Term.Of(Negate, Term.Of(outer.Op, negative[0], outer[1]))), Missing(Term.Of(outer.Op, negative[0], outer[1])), "brackets");
        }
        // What follows a function belongs into its brackets.
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Op: Add or Subtract } sum && sum[0] is Apply { Operands.Count: 1, Op: Exp or Log or Sigmoid or Softplus or Sqrt } function)
                yield return new(replace(Term.Of(function.Op, Term.Of(sum.Op, function[0], sum[1]))), Missing(Term.Of(sum.Op, function[0], sum[1])), "brackets");
            else if (part is Apply { Operands.Count: 1, Op: Exp or Log or Sigmoid or Softplus or Sqrt } wide && wide[0] is Apply { Op: Add or Subtract } within)
                yield return new(replace(Term.Of(within.Op, Term.Of(wide.Op, within[0]), within[1])), $"The brackets of {part} close too late: {within[1]} stands outside.", "brackets");
    }

    private static string Missing(Term inside) => $"Brackets are missing around {inside}.";

    private static IEnumerable<Repair> Signs(Term line)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply { Op: Add } plus)
                yield return new(replace(Term.Of(Subtract, plus[0], plus[1])), $"The sign before {plus[1]} is flipped: it must be minus.", "sign");
            if (part is Apply { Op: Subtract } minus)
                yield return new(replace(Term.Of(Add, minus[0], minus[1])), $"The sign before {minus[1]} is flipped: it must be plus.", "sign");
            if (part is Apply { Op: Negate } negative)
                yield return new(replace(negative[0]), line.Everything().Count(other => other.Equals(negative)) > 1 ? $"One of the minus signs before {negative[0]} is too much." : $"The minus sign before {negative[0]} is too much.", "sign");
        }
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part is not Number))
            yield return new(replace(Term.Of(Negate, part)), $"The sign of {part} is flipped.", "sign");
        yield return new(Rewrite.Everywhere(line, term => term is Apply { Op: Exp } power ? Term.Of(Exp, Term.Of(Negate, power[0])) : term), "The signs of all exponents are flipped.", "sign");
        foreach (var (flipped, first, second) in Chains.TwoSigns(line))
            yield return new(flipped, $"The signs before {first} and {second} are flipped.", "sign");
    }

    private static IEnumerable<Repair> Numbers(Term line, Setting setting)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is not Number number) continue;
            foreach (var other in new[] { number.Numerator + number.Denominator, number.Numerator - number.Denominator, -number.Numerator, 2 * number.Numerator, number.Denominator })
            {
                var better = Number.Ratio(other, number.Denominator);
                // A term or a factor of nothing is no number that was mistaken for another.
                if (!better.IsZero) yield return new(replace(better), $"The number {number} should be {better}.", other == -number.Numerator ? "sign" : "number");
            }
            if (number.Denominator.IsOne && number.Numerator > 1)
                foreach (var size in setting.SizeLetters.Where(setting.Names.Contains))
                    yield return new(replace(new Symbol(size)), $"The number {number} should be {size}.", "number");
            var half = Number.Ratio(number.Numerator, 2 * number.Denominator);
            if (!number.IsZero) yield return new(replace(half), $"The number {number} should be {half}.", "number");
        }
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is not Apply { Op: Power } power) continue;
            yield return new(replace(power[0]), $"The exponent of {part} should be 1.", "exponent");
            yield return new(replace(Term.Of(Power, power[0], Term.Of(Negate, power[1]))), $"The exponent of {part} has the wrong sign.", "exponent");
        }
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Op: Add or Subtract } sum && sum[1] is Apply && sum[0] is not Number { IsOne: true })
                yield return new(replace(Term.Of(sum.Op, sum[0], Number.One)), $"{sum[1]} should be 1.", "number");
    }

    private static IEnumerable<Repair> Swaps(Term line, Setting setting)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply { Op: Subtract or Divide or Power } pair)
                yield return new(replace(Term.Of(pair.Op, pair[1], pair[0])), $"In {part} the two sides are swapped.", pair.Op == Subtract ? "sign" : "swap");
            if (part is Apply { Op: Transpose } transpose) yield return new(replace(transpose[0]), $"{part} should not be transposed.", "transpose");
            if (part is Symbol symbol && setting.ShapeOf(symbol.Name).IsScalar && !setting.Indices.ContainsKey(symbol.Name) && !setting.SizeLetters.Contains(symbol.Name) && setting.Names.Contains(symbol.Name))
            {
                if (setting.DomainOf(symbol.Name) is { Values.Count: > 0 } or { Low: not null, High: not null })
                    yield return new(replace(Known.Minus(Known.One, part)), $"{part} should be 1 - {part}.", "symbol");
                foreach (var other in setting.Names.Where(name => name != symbol.Name && setting.ShapeOf(name).IsScalar && !setting.Indices.ContainsKey(name)))
                    yield return new(replace(new Symbol(other)), $"{part} should be {other}.", "symbol");
            }
            else if (part is Symbol matrix && setting.Names.Contains(matrix.Name))
                foreach (var other in setting.Names.Where(name => name != matrix.Name && setting.ShapeOf(name) == setting.ShapeOf(matrix.Name) && !setting.Indices.ContainsKey(name)))
                    yield return new(replace(new Symbol(other)), $"{part} should be {other}.", "symbol");
            if (part is Apply { Op: Subtract } complement && complement[0] is Number { IsOne: true })
                yield return new(replace(complement[1]), $"The 1 - is too much: {complement[1]} is needed, not {part}.", "symbol");
            if (part is Apply { Op: Sigmoid } sigmoid) yield return new(replace(Known.Minus(Known.One, sigmoid)), $"The complement is needed: 1 - {part}, not {part}.", "symbol");
        }
        foreach (var (a, b) in Pairs(line, setting))
            yield return new(Rewrite.Swapped(line, a, b), $"{a} and {b} are swapped.", "swap");
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part != line && position.Part is Apply { Op: not (Row or Entry) }))
            foreach (var (a, b) in Pairs(part, setting))
                yield return new(replace(Rewrite.Swapped(part, a, b)), $"In {part} {a} and {b} are swapped.", "swap");
        foreach (var name in line.FreeSymbols().Where(name => setting.Names.Contains(name) && !setting.Indices.ContainsKey(name) && !setting.SizeLetters.Contains(name)))
            foreach (var other in setting.Names.Where(other => other != name && setting.ShapeOf(other) == setting.ShapeOf(name) && !setting.Indices.ContainsKey(other)))
                yield return new(Rewrite.Put(line, name, new Symbol(other)), $"{name} should be {other}, everywhere.", "symbol");
    }

    /// <summary>Symbols of a term that may stand for each other: no indices, and of one shape.</summary>
    private static IEnumerable<(string A, string B)> Pairs(Term term, Setting setting)
    {
        var names = term.FreeSymbols().Where(name => setting.Names.Contains(name) && !setting.Indices.ContainsKey(name)).ToList();
        return names.SelectMany((a, i) => names.Skip(i + 1).Where(b => setting.ShapeOf(a) == setting.ShapeOf(b)).Select(b => (a, b)));
    }

    /// <summary>A plus for a times, a times for a division.</summary>
    private static IEnumerable<Repair> Operators(Term line, Setting setting)
    {
        Operator[] all = setting.HasMatrices ? [Add, Subtract, Multiply, Divide, Hadamard] : [Add, Subtract, Multiply, Divide];
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Operands.Count: 2, Op: Add or Subtract or Multiply or Divide or Hadamard } pair && pair[0] is not Number { IsOne: true } && pair[1] is not Number { IsOne: true } && !pair[0].Equals(pair[1]))
                foreach (var op in all)
                    if (op != pair.Op && !(op is Add or Subtract && pair.Op is Add or Subtract))
                        yield return new(replace(Term.Of(op, pair[0], pair[1])), $"In {part} there should be {Sign(op)} instead of {Sign(pair.Op)}: {Term.Of(op, pair[0], pair[1])}.", "operation");
    }

    /// <summary>A function where none belongs, another one than the line before has, or one that is forgotten.</summary>
    private static IEnumerable<Repair> Operations(Term line, Term expected)
    {
        var functions = Functions(expected).Where(op => op is Exp or Log or Sigmoid or Sqrt).ToHashSet();
        if (expected.Everything().Any(part => part is Apply { Op: Softplus })) functions.Add(Sigmoid);
        if (expected.Everything().Any(part => part is Apply { Op: LogSumExp })) functions.Add(Operator.Softmax);
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply { Operands.Count: 1, Op: Exp or Log or Sigmoid or Softplus or Sqrt or Tanh } function)
            {
                yield return new(replace(function[0]), $"The function is too much in {part}: {function[0]} is right.", "function");
                foreach (var other in functions.Where(op => op != function.Op))
                    yield return new(replace(Term.Of(other, function[0])), $"Instead of {part} it should be {Term.Of(other, function[0])}.", Borrowed);
            }
            if (part is not (Number or Apply { Op: Row or Entry }))
                foreach (var missing in functions.Where(op => op is not (Sigmoid or Operator.Softmax) && part is not Apply { Op: var own } || part is Apply { Op: var other } && other != op))
                    yield return new(replace(Term.Of(missing, part)), $"The function {missing.ToString().ToLowerInvariant()} is missing around {part}.", Borrowed);
        }
    }

    private static string Sign(Operator op) => op switch { Add => "+", Subtract => "-", Multiply => "*", Hadamard => "the product entry by entry", _ => "/" };

    /// <summary>A decimal number that was cut: 0.3333 for 1.0 / 3.</summary>
    private static IEnumerable<Repair> Rounded(Number number, Func<Term, Term> replace)
    {
        var digits = number.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        if (digits < 3 || number.ToDouble() is 0) yield break;
        for (var below = 3; below <= 12; below++)
        {
            var above = new System.Numerics.BigInteger(Math.Round(number.ToDouble() * below));
            if (!above.IsZero && Math.Abs(number.ToDouble() * below / (double)above - 1) < Math.Pow(10, 2 - digits))
            {
                yield return new(replace(Number.Ratio(above, below)), $"{number.ToDouble().ToString(System.Globalization.CultureInfo.InvariantCulture)} is rounded: write {above}.0 / {below}.");
                yield break;
            }
        }
    }

    private static IEnumerable<Repair> Summands(Term line, Term expected)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Op: Add or Subtract } sum)
            {
                yield return new(replace(sum[0]), $"The term {sum[1]} is too much.", "term");
                yield return new(replace(sum.Op == Add ? sum[1] : Term.Of(Negate, sum[1])), $"The term {sum[0]} is too much.", "term");
            }
        var candidates = expected.Everything().OfType<Apply>().Where(term => term.Op is Add or Subtract)
            .SelectMany(term => term.Operands).Concat(expected.Everything().Where(term => term is Symbol)).Append(Term.Whole(1)).Distinct().Take(12).OrderBy(term => term.Everything().Count()).ToList();
        foreach (var candidate in candidates)
            foreach (var (part, replace) in Rewrite.Positions(line))
            {
                // Twice the same is a factor 2, and of a product with it in it the other factor is wrong.
                if (Factors.Of(candidate).Contains(part)) continue;
                yield return new(replace(Term.Of(Add, part, candidate)), $"The term {candidate} was dropped: + {candidate} is missing after {part}.", "term");
                yield return new(replace(Term.Of(Subtract, part, candidate)), $"The term {candidate} was dropped: - {candidate} is missing after {part}.", "term");
            }
    }

    /// <summary>The sigmoid that makes a probability of a linear model, and the weights that it brings to the curvature.</summary>
    private static IEnumerable<Repair> Functions(Term line, Term expected)
    {
        if (!expected.Everything().Any(part => part is Apply { Op: Sigmoid or Softplus })) yield break;
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part is Apply { Op: Multiply or Add or Subtract } or Symbol))
            yield return new(replace(Term.Of(Sigmoid, part)), $"The sigmoid is missing around {part}.", "sigmoid");
        var inner = expected.Everything().OfType<Apply>().Where(part => part.Op is Sigmoid or Softplus).Select(part => part[0]).Distinct().Take(3).ToList();
        foreach (var z in inner)
            foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part is Symbol || z is Apply { Op: Multiply } product && position.Part.Equals(product[0])))
            {
                var weights = Term.Of(Diagonal, Term.Of(Hadamard, Known.Sigmoid(z), Known.Minus(Known.One, Known.Sigmoid(z))));
                yield return new(replace(Known.Times(weights, part)), $"The weights σ(1 - σ) are missing before {part}: without them it is the matrix of linear regression.", "sigmoid");
            }
    }

    /// <summary>A repair with a function that the line does not have is a guess; the sigmoid that was forgotten is none.</summary>
    private static bool UsesNothingNew(Repair repair, Term line)
    {
        if (repair.Kind is "sigmoid" or Borrowed) return true;
        var own = Functions(line);
        return Functions(repair.Line).All(own.Contains);
    }

    private static HashSet<Operator> Functions(Term line) =>
        [.. line.Everything().OfType<Apply>().Select(part => part.Op).Where(op => op is not (Negate or Add or Subtract or Multiply or Divide or Power or Hadamard or Transpose or Row or Entry or Diagonal))];
}
