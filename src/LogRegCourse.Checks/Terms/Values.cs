using LogRegCourse.Checks.Precision;

namespace LogRegCourse.Checks.Terms;

/// <summary>A matrix of dual numbers, row by row; a number is 1 x 1.</summary>
internal sealed record Values(int Rows, int Columns, Dual[] Entries)
{
    public Dual this[int row, int column] => Entries[row * Columns + column];

    public bool IsScalar => Entries.Length == 1;

    public static Values Scalar(Dual value) => new(1, 1, [value]);

    public static Values Build(int rows, int columns, Func<int, int, Dual> entry)
    {
        var entries = new Dual[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                entries[i * columns + j] = entry(i, j);
        return new Values(rows, columns, entries);
    }

    public Values Map(Func<Dual, Dual> function) => new(Rows, Columns, Array.ConvertAll(Entries, entry => function(entry)));

    /// <summary>Entry by entry; a number stands for a matrix full of it.</summary>
    public static Values Zip(Values a, Values b, Func<Dual, Dual, Dual> function)
    {
        if (a.IsScalar && b.IsScalar) return Scalar(function(a.Entries[0], b.Entries[0]));
        if (a.IsScalar) return b.Map(entry => function(a.Entries[0], entry));
        if (b.IsScalar) return a.Map(entry => function(entry, b.Entries[0]));
        return new(a.Rows, a.Columns, [.. a.Entries.Zip(b.Entries, function)]);
    }
}
