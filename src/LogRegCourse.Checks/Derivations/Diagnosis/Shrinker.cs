using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Makes the numbers of a counterexample as simple as they can be while it stays one.</summary>
internal static class Shrinker
{
    private const int LargestEffort = 120;

    public static Point Shrink(Point point, Setting setting, Func<Point, bool> stillFails)
    {
        var effort = 0;
        foreach (var (name, numbers) in point.Symbols)
        {
            if (setting.SizeLetters.Contains(name) || setting.Indices.ContainsKey(name) || setting.DomainOf(name).IsOneHot) continue;
            var simple = setting.DomainOf(name).SimpleNumbers.Take(5).ToList();
            for (var k = 0; k < numbers.Length && effort < LargestEffort; k++)
            {
                foreach (var candidate in simple.TakeWhile(candidate => candidate != point.Symbols[name][k]))
                {
                    effort++;
                    var smaller = Replace(point, name, k, candidate);
                    if (!stillFails(smaller)) continue;
                    point = smaller;
                    break;
                }
            }
        }
        return point;
    }

    private static Point Replace(Point point, string name, int position, Number value)
    {
        var numbers = (Number[])point.Symbols[name].Clone();
        numbers[position] = value;
        return point.With(name, numbers);
    }
}
