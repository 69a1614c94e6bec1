using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Replacing parts of a term.</summary>
internal static class Rewrite
{
    /// <summary>Every part of the term, the whole first, with the function that puts another in its place.</summary>
    public static IEnumerable<(Term Part, Func<Term, Term> Replace)> Positions(Term term)
    {
        yield return (term, other => other);
        for (var k = 0; k < term.Children.Count; k++)
        {
            var position = k;
            foreach (var (part, replace) in Positions(term.Children[k]))
                yield return (part, other => term.With([.. term.Children.Select((child, i) => i == position ? replace(other) : child)]));
        }
    }

    /// <summary>The parts of a term around the one place where another differs from it, from the outside inwards.</summary>
    public static IEnumerable<Term> Around(Term term, Term other)
    {
        while (true)
        {
            yield return term;
            if (term.Children.Count != other.Children.Count || !term.With(other.Children).Equals(other)) yield break;
            var changed = Enumerable.Range(0, term.Children.Count).Where(k => !term.Children[k].Equals(other.Children[k])).ToList();
            if (changed.Count != 1) yield break;
            (term, other) = (term.Children[changed[0]], other.Children[changed[0]]);
        }
    }

    /// <summary>The term with the function applied to every part, from the leaves up.</summary>
    public static Term Everywhere(Term term, Func<Term, Term> function) =>
        function(term.Children.Count == 0 ? term : term.With([.. term.Children.Select(child => Everywhere(child, function))]));

    /// <summary>The term with another in the place of a symbol.</summary>
    public static Term Put(Term term, string name, Term value) => Everywhere(term, part => part is Symbol symbol && symbol.Name == name ? value : part);

    /// <summary>The term with each of two symbols in the place of the other.</summary>
    public static Term Swapped(Term term, string a, string b) =>
        Everywhere(term, part => part is Symbol { Name: var name } ? name == a ? new Symbol(b) : name == b ? new Symbol(a) : part : part);
}
