namespace LogRegCourse;

/// <summary>
/// Looks for a v with s_i·(a_i·v) ≥ 0 for all rows, not all 0, where s_i is 1, −1, or 0 for a row that both classes share.
/// Newton's method on the cross-entropy runs towards such a v when there is one: its weights then grow along it without end,
/// the rows that it parts by at least 1 in each step. What it points to is checked in doubled precision before it is believed.
/// </summary>
/// <param name="problem">The rows, as they are and in working columns.</param>
internal sealed class SeparatingDirection(WorkingProblem problem)
{
    // A sum of doubled precision this far below its terms is 0, and one that is not this far below is not.
    private const double Zero = 1e-24;
    private const double NotZero = 1e-20;

    // A score this far above the rounding of a certificate's own numbers is still above 0 for whoever checks it in double.
    private const double PlainlyNotZero = 1e-14;

    // So little work is little in exact numbers too.
    private const double LittleWork = 5e4;

    // A direction that is mostly orthogonalised away was none.
    private const double LeastLeft = 1e-10;

    // What changes no score by more than this share of the largest is left out of a certificate.
    private const double Negligible = 1e-14;

    // By a full step of Newton's method a row that is parted moves by 1, and one that stays on the line hardly at all.
    private const double MovedByStep = 0.3;

    // From so many products on a few corrections by a factor in double are tried before all rows are made orthogonal.
    private const double ManyProducts = 1e6;
    private const int MaxCorrections = 12;
    private const double Tilt = 1e-13;
    private readonly DoubleDouble[][] _columns = problem.ExactColumns;
    private readonly int[] _signs = problem.Signs;
    private readonly double[] _centres = problem.Columns.Centres;
    private readonly int _rows = problem.Data.Successes.Length;
    private ExactSeparation? _exact;
    private (DoubleDouble[] Direction, int[] OnTheLine)? _faint;

    /// <summary>The direction, once found.</summary>
    public DoubleDouble[]? Direction { get; private set; }

    /// <summary>Rows with score 0 along it.</summary>
    public int[] RowsOnTheLine { get; private set; } = [];

    /// <summary>Whether weights with all rows on their side, or a step that moves no row to the wrong side, shows a direction.</summary>
    /// <param name="weights">Weights of Newton's method.</param>
    /// <param name="step">Its last step; null when there was none.</param>
    public bool IsShownBy(DoubleDouble[] weights, DoubleDouble[]? step)
    {
        if (!Array.Exists(_signs, sign => sign == 0))
        {
            var scores = Scores(weights);
            if (scores.All(score => score.Hi >= 1) && IsAccepted(weights, [])) return true;
        }
        return step is not null && IsShownByStep(step);
    }

    private bool IsShownByStep(DoubleDouble[] step)
    {
        var scores = Scores(step);
        // Rows that move to the wrong side by more than the others' line: no direction yet.
        var most = scores.Max(score => score.Hi);
        if (!(most > MovedByStep)) return false;
        int[] still = [.. Enumerable.Range(0, _rows).Where(i => _signs[i] == 0 || scores[i].Hi < MovedByStep)];
        if (still.Length == _rows || still.Any(i => Math.Abs(scores[i].Hi) >= MovedByStep)) return false;
        if ((double)still.Length * _columns.Length * _columns.Length > ManyProducts && IsAccepted(NearlyOrthogonalTo(still, step), still)) return true;
        return OrthogonalTo(still, step) is { } direction && IsAccepted(direction, still);
    }

    /// <summary>Takes a direction that holds with 32 digits but hardly with 16, for want of a better one; false when there is none.</summary>
    public bool AcceptsFaint()
    {
        if (Direction is null && _faint is { } faint) (Direction, RowsOnTheLine) = faint;
        return Direction is not null;
    }

    /// <summary>Keeps a direction if every score has its sign, those of the given rows 0.</summary>
    private bool IsAccepted(DoubleDouble[] direction, int[] onTheLine)
    {
        var clean = Cleaned(direction);
        if (problem.Work <= LittleWork)
        {
            _exact ??= new ExactSeparation(problem.Data.X, problem.Columns, _signs);
            return (_exact.Near(clean, onTheLine) ?? _exact.Near(direction, onTheLine)) is { } exact && Keep(exact.Direction, exact.IsPlain);
        }
        if (!Holds(clean, onTheLine, NotZero)) clean = direction;
        return Holds(clean, onTheLine, NotZero) && Keep(clean, Holds(clean, onTheLine, PlainlyNotZero));

        bool Keep(DoubleDouble[] found, bool isPlain)
        {
            if (isPlain) (Direction, RowsOnTheLine) = (found, onTheLine);
            else _faint = (found, onTheLine);
            return isPlain;
        }
    }

    private bool Holds(DoubleDouble[] direction, int[] onTheLine, double notZero)
    {
        var scores = Scores(direction);
        // What is left of weights that should be 0 is judged by the whole, not by itself.
        var most = scores.Max(score => score.Hi);
        var isOnTheLine = new bool[_rows];
        foreach (var i in onTheLine) isOnTheLine[i] = true;
        var isAny = false;
        for (var i = 0; i < _rows; i++)
        {
            var (terms, least) = (0.0, double.PositiveInfinity);
            for (var j = 0; j < _columns.Length; j++)
            {
                terms += (Math.Abs(_columns[j][i].Hi) + Math.Abs(_centres[j])) * Math.Abs(direction[j].Hi);
                if (Math.Abs((_columns[j][i].Hi + _centres[j]) * direction[j].Hi) is var term and > 0) least = Math.Min(least, term);
            }
            // Rounding must not hide what one column says.
            if (isOnTheLine[i] ? Math.Abs(scores[i].Hi) > Math.Min(Zero * Math.Max(terms, most), NotZero * least) : !(scores[i].Hi > notZero * terms)) return false;
            isAny |= !isOnTheLine[i];
        }
        return isAny;
    }

    private DoubleDouble[] Cleaned(DoubleDouble[] direction)
    {
        var most = Scores(direction).Max(score => score.Hi);
        var clean = (DoubleDouble[])direction.Clone();
        for (var j = 0; j < clean.Length; j++)
            if (_columns[j].Max(entry => Math.Abs(entry.Hi)) * Math.Abs(clean[j].Hi) < Negligible * most) clean[j] = 0;
        return clean;
    }

    /// <summary>Signed scores; those of rows that both classes share as they are.</summary>
    private DoubleDouble[] Scores(DoubleDouble[] direction)
    {
        var scores = new DoubleDouble[_rows];
        for (var j = 0; j < _columns.Length; j++)
            for (var i = 0; i < _rows; i++) scores[i] += _columns[j][i] * direction[j];
        for (var i = 0; i < _rows; i++)
            if (_signs[i] < 0) scores[i] = -scores[i];
        return scores;
    }

    /// <summary>What is left of a direction that gives some rows the score 0; null when nothing is.</summary>
    private DoubleDouble[]? OrthogonalTo(int[] rows, DoubleDouble[] direction)
    {
        var rest = (DoubleDouble[])direction.Clone();
        var size = Norm(rest);
        var basis = new List<DoubleDouble[]>();
        for (var pass = 0; pass < 2; pass++)
            foreach (var i in rows)
            {
                var row = Row(i);
                // Rows that are orthogonal already need no place in the basis.
                if (Math.Abs(DoubleDoubleVectors.Dot(row, rest).Hi) <= Zero / 100 * Norm(row) * Norm(rest)) continue;
                var own = Without(Without(row, basis), basis);
                if (Norm(own) > NotZero * Norm(row))
                {
                    var length = DoubleDouble.Sqrt(DoubleDoubleVectors.Dot(own, own));
                    basis.Add(Array.ConvertAll(own, value => value / length));
                }
                rest = Without(rest, basis);
                if (!(Norm(rest) > LeastLeft * size)) return null;
            }
        return rest;
    }

    /// <summary>
    /// The same for many rows Z: v ← v − (ZᵀZ + μ)⁻¹Zᵀ(Zv), again and again, with Zv in doubled precision and the inverse in double;
    /// what it comes to must be checked.
    /// </summary>
    private DoubleDouble[] NearlyOrthogonalTo(int[] rows, DoubleDouble[] direction)
    {
        double[][] rounded = Array.ConvertAll(_columns, column => Array.ConvertAll(rows, i => column[i].Hi));
        var gram = new double[_columns.Length, _columns.Length];
        for (var j = 0; j < _columns.Length; j++)
            for (var k = 0; k <= j; k++) gram[j, k] = Columns.Dot(rounded[j], rounded[k]) * (j == k ? 1 + Tilt : 1);
        if (Cholesky.Factor(gram) == 0) return direction;
        var rest = (DoubleDouble[])direction.Clone();
        for (var correction = 0; correction < MaxCorrections; correction++)
        {
            var scores = Scores(rest);
            // Signs do not matter to what is to become 0, but the rows' own must be taken back.
            double[] excess = Array.ConvertAll(rows, i => _signs[i] < 0 ? -scores[i].Hi : scores[i].Hi);
            double[] change = Array.ConvertAll(rounded, column => Columns.Dot(column, excess));
            Cholesky.Solve(gram, change);
            for (var j = 0; j < rest.Length; j++) rest[j] -= change[j];
        }
        return rest;
    }

    private static DoubleDouble[] Without(DoubleDouble[] vector, List<DoubleDouble[]> basis)
    {
        var rest = (DoubleDouble[])vector.Clone();
        foreach (var unit in basis)
        {
            var along = DoubleDoubleVectors.Dot(unit, rest);
            for (var j = 0; j < rest.Length; j++) rest[j] -= along * unit[j];
        }
        return rest;
    }

    private DoubleDouble[] Row(int i) => Array.ConvertAll(_columns, column => column[i]);

    private static double Norm(DoubleDouble[] vector) => Math.Sqrt(DoubleDoubleVectors.Dot(vector, vector).Hi);
}
