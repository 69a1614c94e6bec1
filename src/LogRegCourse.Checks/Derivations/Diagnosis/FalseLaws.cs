using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>
/// Laws that do not hold, applied to one part of a formula: what follows from the line before by the mistake. A line
/// that is equal to one of them was made by it, whatever else was rewritten on the way.
/// </summary>
internal static class FalseLaws
{
    public const string LostSoftplus = "lost softplus";
    public const string LostInExponent = "lost in the exponent";
    public const string OfSoftplus = "of softplus";
    public const string LogarithmOfOne = "logarithm of one";

    /// <summary>The whole formula with one false law applied to one part, and the sentence that names it.</summary>
    public static IEnumerable<Repair> On(Term formula) => AtOnePart(formula, _ => true).Concat(Everywhere(formula));

    /// <summary>False laws of logarithms only.</summary>
    public static IEnumerable<Repair> OfLogarithmsOn(Term formula) => AtOnePart(formula, part => part is Apply { Op: Log }).Concat(Everywhere(formula, [Log]));

    private static IEnumerable<Repair> AtOnePart(Term formula, Func<Term, bool> isMeant) => Rewrite.Positions(formula).Where(position => isMeant(position.Part))
        .SelectMany(position => Of(position.Part).Select(wrong => wrong with { Line = position.Replace(wrong.Line) }));

    // Who believes a law uses it wherever it fits.
    private static IEnumerable<Repair> Everywhere(Term formula)
    {
        foreach (var wrong in Everywhere(formula, [Log, Exp, Power, Sqrt, Sigmoid])) yield return wrong;
        var fractions = formula.Everything().OfType<Apply>().Where(part => part.Op == Divide).Distinct().Select(part => (Fraction: part, Wrong: Cancelled(part).FirstOrDefault())).Where(pair => pair.Wrong is not null).ToList();
        if (fractions.Count is > 1 and <= 4)
            yield return new(Rewrite.Everywhere(formula, term => fractions.Find(pair => pair.Fraction.Equals(term)).Wrong?.Line ?? term), fractions[0].Wrong!.Message);
    }

    private static IEnumerable<Repair> Everywhere(Term formula, Operator[] operators)
    {
        foreach (var op in operators)
        {
            var parts = formula.Everything().OfType<Apply>().Where(part => part.Op == op).Distinct().ToList();
            if (parts.Count is < 2 or > 4) continue;
            var wrongs = parts.Select(part => Of(part).ToList()).ToList();
            if (wrongs.Any(list => list.Count != wrongs[0].Count)) continue;
            for (var k = 0; k < wrongs[0].Count; k++)
            {
                var law = k;
                yield return new(Rewrite.Everywhere(formula, term => term is Apply apply && parts.IndexOf(apply) is >= 0 and var at ? wrongs[at][law].Line : term), wrongs[0][k].Message, wrongs[0][k].Kind);
            }
        }
    }

    /// <summary>The formula with the logarithms of products and quotients written as sums and differences, the sigmoid as either of its fractions.</summary>
    public static IEnumerable<Term> TakenApart(Term formula)
    {
        Func<Term, Term>[] fractions = [u => Term.Of(Divide, E(u), Term.Of(Add, Number.One, E(u))), u => Term.Of(Divide, Number.One, Term.Of(Add, Number.One, E(Term.Of(Negate, u))))];
        return fractions.Select(fraction => Rewrite.Everywhere(formula, term => term is Apply { Op: Log } log && log[0] is Apply { Op: Sigmoid } sigmoid ? Apart(L(fraction(sigmoid[0]))) : Apart(term)))
            .Distinct().Where(apart => !apart.Equals(formula));
    }

    private static Term Apart(Term term) => term switch
    {
        Apply { Op: Log } log when log[0] is Apply { Op: Multiply or Divide } inner => Term.Of(inner.Op == Multiply ? Add : Subtract, Apart(L(inner[0])), Apart(L(inner[1]))),
        _ => term,
    };

    private static IEnumerable<Repair> Of(Term part) => part is Apply apply ? Logarithms(apply).Concat(Powers(apply)).Concat(Fractions(apply)).Concat(Brackets(apply)).Concat(Functions(apply)).Concat(Vectors(apply)) : part is Sum sum ? Sums(sum) : [];

    private static IEnumerable<Repair> Sums(Sum sum)
    {
        yield return new(sum with { IsProduct = !sum.IsProduct }, sum.IsProduct ? $"The factors of {sum} are multiplied, not added." : $"The terms of {sum} are added, not multiplied.");
        if (sum is { IsProduct: false, Body: Apply { Op: Multiply or Divide } body })
            yield return new(Term.Of(body.Op, sum with { Body = body[0] }, sum with { Body = body[1] }),
                $"A sum of {(body.Op == Multiply ? "products is not the product" : "quotients is not the quotient")} of the sums: {sum} stays as it is.");
        if (sum is { IsProduct: false, Body: Apply { Op: Power } power })
            yield return new(Term.Of(Power, sum with { Body = power[0] }, power[1]), $"A sum of powers is not the power of the sum: {sum} stays as it is.");
    }

    private static IEnumerable<Repair> Vectors(Apply part)
    {
        if (part is { Op: Log or Exp or Sqrt or Sigmoid } && part[0] is Sum { IsProduct: false } sum)
            yield return new(sum with { Body = Term.Of(part.Op, sum.Body) }, $"The function is taken of the whole sum in {part}, not of each term.");
        if (part is { Op: Divide } && part[0] is Sum { IsProduct: false, Body: Apply { Op: Multiply } body } total)
            yield return new(Term.Of(Multiply, Term.Of(Divide, total with { Body = body[0] }, part[1]), Term.Of(Divide, total with { Body = body[1] }, part[1])),
                $"A mean of products is not the product of the means: {part} stays as it is.");
        if (part is { Op: Operator.Softmax })
        {
            yield return new(Term.Of(Sigmoid, part[0]), $"{part} is not the sigmoid of each entry: its entries sum to 1.");
            yield return new(Term.Of(Exp, part[0]), $"{part} is divided by the sum of the exponentials.");
        }
    }

    private static IEnumerable<Repair> Logarithms(Apply part)
    {
        switch (part)
        {
            case { Op: Log } when part[0] is Apply { Op: Add or Subtract } sum:
                var word = sum.Op == Add ? "sum" : "difference";
                yield return new(Term.Of(sum.Op, L(sum[0]), L(sum[1])), $"The logarithm of a {word} is not the {word} of the logarithms: {part} stays as it is.");
                // log 1 is 0: what is made with it is made in many other ways.
                if (sum.Op == Subtract) yield return new(Term.Of(Divide, L(sum[0]), L(sum[1])), $"The logarithm of a difference is not a quotient of logarithms: {part} stays as it is.", IsOne(sum[0]) || IsOne(sum[1]) ? LogarithmOfOne : "");
                if (sum[0] is Number { IsOne: true }) yield return new(Term.Of(sum.Op, sum[0], L(sum[1])), $"The logarithm in {part} is that of the whole bracket, the 1 included.");
                break;
            case { Op: Log } when part[0] is Apply { Op: Multiply } product:
                yield return new(Term.Of(Multiply, L(product[0]), L(product[1])), $"The logarithm of a product is the sum of the logarithms, not their product: {part} = {L(product[0])} + {L(product[1])}.");
                yield return new(Term.Of(Multiply, product[0], L(product[1])), $"Both factors stand under the logarithm: {part} = {L(product[0])} + {L(product[1])}.");
                break;
            case { Op: Log } when part[0] is Apply { Op: Divide } reciprocal && IsOne(reciprocal[0]):
                yield return new(L(reciprocal[1]), $"The logarithm of one over something is minus its logarithm: {part} = -{L(reciprocal[1])}.");
                break;
            case { Op: Log } when part[0] is Apply { Op: Divide } quotient:
                var right = $"{part} = {Term.Of(Subtract, L(quotient[0]), L(quotient[1]))}";
                yield return new(Term.Of(Divide, L(quotient[0]), L(quotient[1])), $"The logarithm of a quotient is the difference of the logarithms, not their quotient: {right}.");
                yield return new(Term.Of(Divide, quotient[0], L(quotient[1])), $"The logarithm of a quotient is the difference of the logarithms; nothing is divided any more: {right}.");
                yield return new(Term.Of(Add, L(quotient[0]), L(quotient[1])), $"The logarithm of a quotient is the difference of the logarithms, not their sum: {right}.");
                yield return new(Term.Of(Subtract, L(quotient[1]), L(quotient[0])), $"The logarithm of a quotient is that of the numerator minus that of the denominator: {right}.");
                yield return new(Term.Of(Subtract, L(quotient[0]), quotient[1]), $"The denominator stands under the logarithm too: {right}.");
                break;
            case { Op: Log } when part[0] is Apply { Op: Power } power:
                yield return new(Term.Of(Power, L(power[0]), power[1]), $"The exponent becomes a factor: {part} = {Term.Of(Multiply, power[1], L(power[0]))}, and not a power of the logarithm.");
                yield return new(L(Term.Of(Multiply, power[1], power[0])), $"The exponent comes before the logarithm, not into it: {part} = {Term.Of(Multiply, power[1], L(power[0]))}.");
                yield return new(Term.Of(Add, power[1], L(power[0])), $"The exponent becomes a factor, not a summand: {part} = {Term.Of(Multiply, power[1], L(power[0]))}.");
                break;
            case { Op: Log } when part[0] is Apply { Op: Sigmoid } sigmoid:
                yield return new(Term.Of(Softplus, sigmoid[0]), $"log σ(u) is -softplus(-u): both minus signs are missing at {part}.", OfSoftplus);
                yield return new(Term.Of(Negate, Term.Of(Softplus, sigmoid[0])), $"log σ(u) is -softplus(-u): the inner minus is missing at {part}; -softplus(u) is log(1 - σ(u)).", OfSoftplus);
                yield return new(Term.Of(Softplus, Term.Of(Negate, sigmoid[0])), $"log σ(u) is -softplus(-u): the outer minus is missing at {part}.", OfSoftplus);
                yield return new(sigmoid[0], $"{part} is {Term.Of(Subtract, sigmoid[0], Term.Of(Softplus, sigmoid[0]))}: {Term.Of(Softplus, sigmoid[0])} is not subtracted.", LostSoftplus);
                break;
            case { Op: Add or Subtract } when part[0] is Apply { Op: Log } a && part[1] is Apply { Op: Log } b:
                if (part.Op == Add)
                {
                    yield return new(L(Term.Of(Add, a[0], b[0])), $"The sum of two logarithms is the logarithm of the product, not of the sum: {part} = {L(Term.Of(Multiply, a[0], b[0]))}.");
                }
                else
                {
                    yield return new(L(Term.Of(Subtract, a[0], b[0])), $"The difference of two logarithms is the logarithm of the quotient, not of the difference: {part} = {L(Term.Of(Divide, a[0], b[0]))}.");
                    yield return new(Term.Of(Divide, a, b), $"The difference of two logarithms is the logarithm of the quotient, not the quotient of the logarithms: {part} = {L(Term.Of(Divide, a[0], b[0]))}.");
                }
                break;
            case { Op: Divide } when part[0] is Apply { Op: Log } a && part[1] is Apply { Op: Log } b:
                yield return new(Term.Of(Subtract, a, b), $"The quotient of two logarithms is not the difference of them: {part} stays as it is.");
                yield return new(L(Term.Of(Divide, a[0], b[0])), $"The quotient of two logarithms is not the logarithm of the quotient: {part} stays as it is.");
                break;
            case { Op: Multiply } when part[1] is Apply { Op: Log } a && part[0] is not Apply { Op: Log }:
                yield return new(L(Term.Of(Multiply, part[0], a[0])), $"A factor before a logarithm becomes an exponent in it, not a factor: {part} = {L(Term.Of(Power, a[0], part[0]))}.");
                break;
        }
    }

    private static IEnumerable<Repair> Powers(Apply part)
    {
        switch (part)
        {
            case { Op: Exp } when part[0] is Apply { Op: Add or Subtract } sum:
                var right = Term.Of(sum.Op == Add ? Multiply : Divide, E(sum[0]), E(sum[1]));
                yield return new(Term.Of(sum.Op, E(sum[0]), E(sum[1])), $"e to a {(sum.Op == Add ? "sum is the product" : "difference is the quotient")} of the powers, not their {(sum.Op == Add ? "sum" : "difference")}: {part} = {right}.");
                break;
            case { Op: Exp } when part[0] is Apply { Op: Negate } negative:
                yield return new(E(negative[0]), $"The minus in the exponent is lost: {part}.", LostInExponent);
                yield return new(Term.Of(Negate, E(negative[0])), $"A minus in the exponent makes a reciprocal, not a negative number: {part} = 1 / {E(negative[0])}.");
                break;
            case { Op: Exp } when part[0] is Apply { Op: Multiply } product:
                yield return new(Term.Of(Multiply, E(product[0]), E(product[1])), $"e to a product is a power of a power, not a product of powers: {part} stays as it is.");
                yield return new(Term.Of(Multiply, product[0], E(product[1])), $"Both factors stand in the exponent: {part} stays as it is.");
                break;
            case { Op: Multiply } when part[0] is Apply { Op: Exp } a && part[1] is Apply { Op: Exp } b:
                yield return new(E(Term.Of(Multiply, a[0], b[0])), $"In a product of powers the exponents are added, not multiplied: {part} = {E(Term.Of(Add, a[0], b[0]))}.");
                break;
            case { Op: Divide } when part[0] is Apply { Op: Exp } a && part[1] is Apply { Op: Exp } b:
                yield return new(E(Term.Of(Divide, a[0], b[0])), $"In a quotient of powers the exponents are subtracted, not divided: {part} = {E(Term.Of(Subtract, a[0], b[0]))}.");
                yield return new(E(Term.Of(Subtract, b[0], a[0])), $"In a quotient of powers the lower exponent is subtracted from the upper one: {part} = {E(Term.Of(Subtract, a[0], b[0]))}.");
                break;
            case { Op: Add or Subtract } when part[0] is Apply { Op: Exp } a && part[1] is Apply { Op: Exp } b:
                yield return new(E(Term.Of(part.Op, a[0], b[0])), $"A {(part.Op == Add ? "sum" : "difference")} of powers is no power of the {(part.Op == Add ? "sum" : "difference")}: {part} stays as it is.");
                break;
            case { Op: Power } when part[0] is Apply { Operands.Count: 1, Op: Log or Sigmoid } function && part[1] is Number:
                yield return new(Term.Of(function.Op, Term.Of(Power, function[0], part[1])), $"The power is that of the function, not of what stands in it: {part} stays as it is.");
                if (function.Op == Log) yield return new(Term.Of(Multiply, part[1], function), $"Only an exponent under the logarithm comes before it: {part} stays as it is.");
                break;
            case { Op: Power } when part[0] is Apply { Op: Add or Subtract } sum && part[1] is Number:
                yield return new(Term.Of(sum.Op, Term.Of(Power, sum[0], part[1]), Term.Of(Power, sum[1], part[1])), $"A power of a {(sum.Op == Add ? "sum" : "difference")} is not taken term by term: in {part} the mixed terms are missing.");
                if (sum.Op == Subtract) yield return new(Term.Of(Add, Term.Of(Power, sum[0], part[1]), Term.Of(Power, sum[1], part[1])), $"A power of a difference is not taken term by term: in {part} the mixed terms are missing.");
                break;
            case { Op: Power } when part[0] is Apply { Op: Multiply or Divide } product:
                yield return new(Term.Of(product.Op, product[0], Term.Of(Power, product[1], part[1])), $"The exponent of {part} belongs to both factors.");
                yield return new(Term.Of(product.Op, Term.Of(Power, product[0], part[1]), product[1]), $"The exponent of {part} belongs to both factors.");
                break;
            case { Op: Power } when part[0] is Apply { Op: Power } inner:
                yield return new(Term.Of(Power, inner[0], Term.Of(Add, inner[1], part[1])), $"In a power of a power the exponents are multiplied, not added: {part} = {Term.Of(Power, inner[0], Term.Of(Multiply, inner[1], part[1]))}.");
                break;
            case { Op: Power } when part[0] is Apply { Op: Exp } inner:
                yield return new(E(Term.Of(Add, inner[0], part[1])), $"In a power of a power the exponents are multiplied, not added: {part} = {E(Term.Of(Multiply, inner[0], part[1]))}.");
                yield return new(E(Term.Of(Power, inner[0], part[1])), $"In a power of a power the exponents are multiplied; none is raised to the other: {part} = {E(Term.Of(Multiply, inner[0], part[1]))}.");
                break;
            case { Op: Divide } when part[0] is Apply { Op: Power } a && part[1] is Apply { Op: Power } b && a[0].Equals(b[0]):
                yield return new(Term.Of(Power, a[0], Term.Of(Divide, a[1], b[1])), $"In a quotient of powers the exponents are subtracted, not divided: {part} = {Term.Of(Power, a[0], Term.Of(Subtract, a[1], b[1]))}.");
                break;
            case { Op: Add or Subtract } when part[0] is Apply { Op: Power } a && part[1] is Apply { Op: Power } b && a[1].Equals(b[1]):
                yield return new(Term.Of(Power, Term.Of(part.Op, a[0], b[0]), a[1]), $"A {(part.Op == Add ? "sum" : "difference")} of powers is no power of the {(part.Op == Add ? "sum" : "difference")}: {part} stays as it is.");
                break;
            case { Op: Subtract } when part[0] is Apply { Op: Multiply } a && a[0].Equals(a[1]) && part[1] is Apply { Op: Multiply } b && b[0].Equals(b[1]):
                yield return new(Term.Of(Power, Term.Of(Subtract, a[0], b[0]), Term.Whole(2)), $"A difference of squares is not the square of the difference: {part} stays as it is.");
                break;
            case { Op: Multiply } when part[0] is Apply { Op: Add or Subtract } left && part[1] is Apply { Op: Add or Subtract } other:
                yield return new(Term.Of(left.Op == other.Op ? Add : Subtract, Term.Of(Multiply, left[0], other[0]), Term.Of(Multiply, left[1], other[1])), $"Each term of one bracket is multiplied with each of the other: in {part} the mixed terms are missing.");
                break;
            case { Op: Power } when part[1] is Number { IsOne: false, Numerator.IsOne: true } root:
                yield return new(Term.Of(Divide, part[0], Term.Whole((int)root.Denominator)), $"An exponent is no factor: {part} is a root, not a fraction of {part[0]}.");
                break;
            case { Op: Multiply } when part[0] is Apply { Op: Power } a && part[1] is Apply { Op: Power } b && a[0].Equals(b[0]):
                yield return new(Term.Of(Power, a[0], Term.Of(Multiply, a[1], b[1])), $"In a product of powers the exponents are added, not multiplied: {part} = {Term.Of(Power, a[0], Term.Of(Add, a[1], b[1]))}.");
                break;
            case { Op: Multiply } when part[0].Equals(part[1]) && part[0] is Apply { Op: Add or Subtract } sum:
                yield return new(Term.Of(sum.Op, Term.Of(Multiply, sum[0], sum[0]), Term.Of(Multiply, sum[1], sum[1])), $"A square of a {(sum.Op == Add ? "sum" : "difference")} is not taken term by term: in {part} the mixed term is missing.");
                break;
            case { Op: Multiply } when part[0] is Apply { Op: Transpose } turned && turned[0].Equals(part[1]) && part[1] is Apply { Op: Add or Subtract } sum:
                foreach (var op in new[] { sum.Op, Add }.Distinct())
                    yield return new(Term.Of(op, Square(sum[0]), Square(sum[1])), $"A square of a {(sum.Op == Add ? "sum" : "difference")} is not taken term by term: in {part} the mixed terms are missing.");
                break;
            case { Op: Sqrt } when part[0] is Apply { Op: Add or Subtract } sum:
                yield return new(Term.Of(sum.Op, Term.Of(Sqrt, sum[0]), Term.Of(Sqrt, sum[1])), $"A root is not taken term by term: {part} stays as it is.");
                break;
        }
        if (part is { Op: Power } minus && minus[1] is Number { Numerator.Sign: < 0 } or Apply { Op: Negate })
            yield return new(Term.Of(Negate, Term.Of(Power, part[0], Term.Of(Negate, part[1]))), $"A minus in the exponent makes a reciprocal, not a negative number: {part}.");
    }

    private static IEnumerable<Repair> Fractions(Apply part)
    {
        switch (part)
        {
            case { Op: Divide } when part[1] is Apply { Op: Add or Subtract } sum:
                yield return new(Term.Of(sum.Op, Term.Of(Divide, part[0], sum[0]), Term.Of(Divide, part[0], sum[1])), $"A fraction is split by its numerator, not by its denominator: {part} is not {Term.Of(sum.Op, Term.Of(Divide, part[0], sum[0]), Term.Of(Divide, part[0], sum[1]))}.");
                yield return new(Term.Of(sum.Op, Term.Of(Divide, part[0], sum[0]), sum[1]), $"Brackets are missing around the denominator {sum}: without them only {sum[0]} is below the bar.");
                break;
            case { Op: Divide } when part[1] is Apply { Op: Multiply } product:
                yield return new(Term.Of(Multiply, Term.Of(Divide, part[0], product[0]), product[1]), $"Brackets are missing around the denominator {product}: without them only {product[0]} is below the bar.");
                break;
        }
        if (part is { Op: Divide } && part[0] is Apply { Op: Add or Subtract } above)
        {
            yield return new(Term.Of(above.Op, above[0], Term.Of(Divide, above[1], part[1])), $"All of {above} is divided by {part[1]}, not only {above[1]}.");
            yield return new(Term.Of(above.Op, Term.Of(Divide, above[0], part[1]), above[1]), $"All of {above} is divided by {part[1]}, not only {above[0]}.");
        }
        if (part is { Op: Divide })
            foreach (var cancelled in Cancelled(part)) yield return cancelled;
        if (part is { Op: Add or Subtract } && part[0] is Apply { Op: Divide } a && part[1] is Apply { Op: Divide } b)
        {
            yield return new(Term.Of(Divide, Term.Of(part.Op, a[0], b[0]), Term.Of(part.Op, a[1], b[1])), $"Fractions are not added above and below: {part} needs a common denominator.");
            yield return new(Term.Of(Divide, Term.Of(part.Op, a[0], b[0]), Term.Of(Multiply, a[1], b[1])), $"When the denominator grows by a factor, the numerator has to grow by the same factor: {part}.");
            yield return new(Term.Of(Divide, Number.One, Term.Of(part.Op, a[1], b[1])), $"Fractions are not added by adding their denominators: {part} needs a common denominator.");
        }
        if (part is { Op: Divide } && part[1] is Apply { Op: Divide } below)
            yield return new(Term.Of(Divide, Term.Of(Divide, part[0], below[0]), below[1]), $"Dividing by a fraction turns it round: {part} = {Term.Of(Divide, Term.Of(Multiply, part[0], below[1]), below[0])}.");
    }

    /// <summary>Summands cancelled as if they were factors: (a + b) / (a + c) to b / c, a / (a + c) to 1 / c.</summary>
    private static IEnumerable<Repair> Cancelled(Apply fraction)
    {
        var (above, below) = (Summands(fraction[0]), Summands(fraction[1]));
        if (above.Count + below.Count < 3) yield break;
        foreach (var (isMinus, same) in above)
        {
            var match = below.FindIndex(other => other.Term.Equals(same));
            if (match < 0) continue;
            var sentence = $"Only factors cancel, not summands: {same} cannot be cancelled in {fraction}.";
            yield return new(Over(Without(above, (isMinus, same)), Without(below, below[match])), sentence);
            if (above.Count > 1 && below.Count == 1) yield return new(Term.Of(isMinus == below[match].IsMinus ? Add : Subtract, Without(above, (isMinus, same)), Number.One), sentence);
        }
    }

    private static Term Over(Term above, Term below) => IsOne(below) ? above : Term.Of(Divide, above, below);

    private static List<(bool IsMinus, Term Term)> Summands(Term term, bool isMinus = false) => term switch
    {
        Apply { Op: Add or Subtract } sum => [.. Summands(sum[0], isMinus), .. Summands(sum[1], isMinus != (sum.Op == Subtract))],
        Apply { Op: Negate } negative => Summands(negative[0], !isMinus),
        _ => [(isMinus, term)],
    };

    // Of what was cancelled wholly a 1 is left.
    private static Term Without(List<(bool IsMinus, Term Term)> summands, (bool, Term) one)
    {
        List<(bool IsMinus, Term Term)> rest = [.. summands];
        rest.Remove(one);
        Term? sum = null;
        foreach (var (isMinus, term) in rest)
            sum = sum is null ? isMinus ? Term.Of(Negate, term) : term : Term.Of(isMinus ? Subtract : Add, sum, term);
        return sum ?? Number.One;
    }

    private static IEnumerable<Repair> Brackets(Apply part)
    {
        if (part is { Op: Multiply })
        {
            if (part[1] is Apply { Op: Add or Subtract } right)
            {
                yield return new(Term.Of(right.Op, Term.Of(Multiply, part[0], right[0]), right[1]), $"The factor {part[0]} belongs to both terms of {right}: it is missing at {right[1]}.");
                yield return new(Term.Of(right.Op, right[0], Term.Of(Multiply, part[0], right[1])), $"The factor {part[0]} belongs to both terms of {right}: it is missing at {right[0]}.");
            }
            if (part[0] is Apply { Op: Add or Subtract } left)
            {
                yield return new(Term.Of(left.Op, left[0], Term.Of(Multiply, left[1], part[1])), $"The factor {part[1]} belongs to both terms of {left}: it is missing at {left[0]}.");
                yield return new(Term.Of(left.Op, Term.Of(Multiply, left[0], part[1]), left[1]), $"The factor {part[1]} belongs to both terms of {left}: it is missing at {left[1]}.");
            }
        }
        // a*b + c read as a*(b + c).
        if (part is { Op: Add or Subtract } && part[0] is Apply { Op: Multiply } first && part[1] is not Number)
            yield return new(Term.Of(Multiply, first[0], Term.Of(part.Op, first[1], part[1])), $"The factor {first[0]} stands before {first[1]} only, not before {part[1]}: the brackets are too wide.");
        if (part is { Op: Add or Subtract } && part[1] is Apply { Op: Multiply } second && part[0] is not Number)
            yield return new(Term.Of(Multiply, second[0], Term.Of(part.Op, part[0], second[1])), $"The factor {second[0]} stands before {second[1]} only, not before {part[0]}: the brackets are too wide.");
    }

    private static IEnumerable<Repair> Functions(Apply part)
    {
        if (part is not { Op: Sigmoid or Softplus or Tanh or Log or Exp or Sqrt or Abs }) yield break;
        var name = part.Op == Sigmoid ? "sigmoid" : part.Op.ToString().ToLowerInvariant();
        yield return new(part[0], $"The function {name} is lost: {part} is not {part[0]}.");
        if (part is { Op: Abs } && part[0] is Apply { Op: Add or Subtract } total)
            yield return new(Term.Of(Add, Term.Of(Abs, total[0]), Term.Of(Abs, total[1])), $"An absolute value is not taken term by term: {part} stays as it is.");
        if (part is { Op: Log } && part[0] is Apply { Op: Sqrt } rooted)
            yield return new(Term.Of(Sqrt, Term.Of(Log, rooted[0])), $"The logarithm of a root is half of the logarithm, not its root: {part}.");
        if (part is not { Op: Sigmoid or Softplus or Tanh }) yield break;
        if (part[0] is Apply { Op: Negate } negative && part.Op != Tanh)
            yield return new(Term.Of(Negate, Term.Of(part.Op, negative[0])), $"A minus cannot be taken out of the {name}: {part} is {(part.Op == Sigmoid ? Term.Of(Subtract, Number.One, Term.Of(Sigmoid, negative[0])) : Term.Of(Subtract, Term.Of(Softplus, negative[0]), negative[0]))}.");
        if (part[0] is Apply { Op: Add or Subtract } sum)
            yield return new(Term.Of(sum.Op, Term.Of(part.Op, sum[0]), Term.Of(part.Op, sum[1])), $"The {name} of a {(sum.Op == Add ? "sum" : "difference")} is not taken term by term: {part} stays as it is.");
        if (part[0] is Apply { Op: Multiply } product)
            yield return new(Term.Of(Multiply, product[0], Term.Of(part.Op, product[1])), $"A factor cannot be taken out of the {name}: {part} stays as it is.");
    }

    private static bool IsOne(Term term) => term is Number { IsOne: true };

    private static Term Square(Term column) => Term.Of(Multiply, Term.Of(Transpose, column), column);

    private static Term L(Term term) => Term.Of(Log, term);

    private static Term E(Term term) => Term.Of(Exp, term);
}
