using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Terms;
using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Whether two equations between vectors or matrices have the same solutions: solutions of each, found by Gauss and
/// Newton's method in the entries of one symbol after the other, must solve the other one too.
/// </summary>
internal sealed class MatrixEquationCheck(Line before, Comparison comparison)
{
    private const int Steps = 40;
    private const int PointsPerSymbol = 3;
    private const int Bits = 128;

    // A solution is found in doubles: to some fourteen digits.
    private const double Solved = 1e-11;
    private const double Holding = 1e-7;

    public Judgement Judge(Line equation, (int Before, int Own) numbers)
    {
        comparison.Begin();
        var (solutions, own) = (Solutions(before).ToList(), Solutions(equation).ToList());
        if (solutions.Find(point => Rest(equation, point, Scale(equation, point)) > Holding) is { } lost)
        {
            var (left, right) = Counterexample.Show(comparison.Value(equation.Left, lost, Bits), comparison.Value(equation.Right!, lost, Bits));
            return new(Mark.Wrong, [$"At {lost} line {numbers.Before} holds, but line {numbers.Own} does not: its left side is {left}, its right side {right}."]);
        }
        if (own.Find(point => Rest(before, point, Scale(equation, point)) > Holding) is { } added)
            return new(Mark.Wrong, [$"At {added} line {numbers.Own} holds, but line {numbers.Before} does not: a solution was added."]);
        return solutions.Count > 0 ? Judgement.Right : Judgement.Open("no numbers were found at which the line before holds.");
    }

    private IEnumerable<Point> Solutions(Line equation)
    {
        var setting = comparison.Setting;
        var unknowns = setting.Names.Where(name => setting.DomainOf(name) is { Values.Count: 0, Low: null, High: null } && !setting.SizeLetters.Contains(name) && !setting.Indices.ContainsKey(name)
            && equation.Sides.Any(side => side.FreeSymbols().Contains(name)));
        return unknowns.SelectMany(name => comparison.Points.Skip(4).Select(point => Solve(equation, name, point)).OfType<Point>().Take(PointsPerSymbol));
    }

    private Point? Solve(Line equation, string unknown, Point start)
    {
        var difference = Term.Of(Operator.Subtract, equation.Left, equation.Right!);
        var point = start;
        for (var i = 0; i < Steps; i++)
        {
            if (Rest(equation, point, Math.Max(1, Size(equation, point))) is var rest && double.IsNaN(rest)) return null;
            if (rest < Solved) return point;
            var value = Vector<double>.Build.DenseOfEnumerable(Entries(difference, point));
            var slopes = point.Symbols[unknown].Select((_, k) => new Evaluator(point, comparison.Setting.Shapes, Bits).Slopes(difference, unknown, k));
            var jacobian = Matrix<double>.Build.DenseOfColumns(slopes.Select(column => column.Select(ball => ball.ToDouble())));
            if (!jacobian.Enumerate().All(double.IsFinite)) return null;
            var step = jacobian.PseudoInverse() * value;
            if (!step.All(double.IsFinite)) return null;
            point = point.With(unknown, [.. point.Symbols[unknown].Select((entry, k) => Number.Exactly(entry.ToDouble() - step[k]))]);
        }
        return null;
    }

    /// <summary>How far the sides are apart, by a scale; NaN where one has no value.</summary>
    private double Rest(Line equation, Point point, double scale) =>
        Entries(Term.Of(Operator.Subtract, equation.Left, equation.Right!), point).Max(Math.Abs) / scale;

    /// <summary>What both equations are measured by: where a side is 0, the other one is no measure of itself.</summary>
    private double Scale(Line equation, Point point) => Math.Max(1e-3, Math.Max(Size(equation, point), Size(before, point)));

    private double Size(Line equation, Point point) => equation.Sides.SelectMany(side => Entries(side, point)).Max(Math.Abs);

    private IEnumerable<double> Entries(Term term, Point point) => comparison.Value(term, point, Bits).Entries.Select(entry => entry.Value.ToDouble());
}
