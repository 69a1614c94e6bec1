using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>
/// Whether a law that does not hold gave a right line after all, with the parts that were drawn (n a = a n): in plain
/// doubles, by difference quotients and bisection, with nothing of the checker's own comparison.
/// </summary>
internal static class Chance
{
    private const double Small = 1e-5;

    public static bool MakesRight(GeneratedStep step)
    {
        var random = new Random(5);
        return step.Before.Right is null ? Enumerable.Range(0, 40).All(_ => IsSame(step, Draw(step.Setting, random)))
            : Solves(step, step.Before, step.After, random) && Solves(step, step.After, step.Before, random);
    }

    private static bool IsSame(GeneratedStep step, Dictionary<string, double> at)
    {
        var after = Value(step.After.Left, at, step.Setting);
        var before = step.By is Symbol by
            ? (Value(step.Before.Left, With(at, by.Name, at[by.Name] + Small), step.Setting) - Value(step.Before.Left, With(at, by.Name, at[by.Name] - Small), step.Setting)) / (2 * Small)
            : Value(step.Before.Left, at, step.Setting);
        return double.IsNaN(before) || Math.Abs(before - after) <= (step.By is null ? 1e-8 : 1e-5) * (1e-3 + Math.Abs(before) + Math.Abs(after));
    }

    private static bool Solves(GeneratedStep step, Line one, Line other, Random random)
    {
        foreach (var name in step.Setting.Names.Where(name => step.Setting.DomainOf(name).Values.Count == 0))
            for (var frame = 0; frame < 12; frame++)
            {
                var at = Draw(step.Setting, random);
                foreach (var root in Roots(value => Difference(one, With(at, name, value), step.Setting), step.Setting.DomainOf(name)))
                    if (Math.Abs(Difference(other, With(at, name, root), step.Setting)) > 1e-4) return false;
            }
        return true;
    }

    private static IEnumerable<double> Roots(Func<double, double> function, Domain domain)
    {
        var (low, high) = (domain.Low?.ToDouble() ?? -6, domain.High?.ToDouble() ?? 6);
        const int Steps = 600;
        for (var k = 1; k < Steps - 1; k++)
        {
            var (a, b) = (low + (high - low) * (k + 0.21) / Steps, low + (high - low) * (k + 1.21) / Steps);
            if (!(Math.Sign(function(a)) * Math.Sign(function(b)) < 0)) continue;
            for (var i = 0; i < 50; i++)
            {
                var middle = (a + b) / 2;
                if (Math.Sign(function(middle)) == Math.Sign(function(a))) a = middle;
                else b = middle;
            }
            if (Math.Abs(function(a)) < 1e-6) yield return a;
        }
    }

    private static double Difference(Line equation, Dictionary<string, double> at, Setting setting) => Value(equation.Left, at, setting) - Value(equation.Right!, at, setting);

    private static double Value(Term term, Dictionary<string, double> at, Setting setting) => new QuickProgram(term, setting.Names).At([.. setting.Names.Select(name => at[name])]);

    private static Dictionary<string, double> With(Dictionary<string, double> at, string name, double value) => new(at) { [name] = value };

    private static Dictionary<string, double> Draw(Setting setting, Random random) => setting.Names.ToDictionary(name => name, name => setting.DomainOf(name) switch
    {
        { Values.Count: > 0 } labels => labels.Values[random.Next(labels.Values.Count)].ToDouble(),
        { Low: not null, High: not null } => 0.02 + 0.96 * random.NextDouble(),
        { Low: not null } => 0.05 + 4 * random.NextDouble(),
        _ => 5 * random.NextDouble() - 2.5,
    });
}
