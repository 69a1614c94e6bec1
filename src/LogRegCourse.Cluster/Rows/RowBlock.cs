namespace LogRegCourse.Cluster;

/// <summary>Some hundred rows, one after the other: what is in memory at a time of a partition that is streamed.</summary>
/// <param name="columns">Numbers in a row, without the label.</param>
/// <param name="capacity">Rows that fit.</param>
internal sealed class RowBlock(int columns, int capacity = RowBlock.Usual)
{
    public const int Usual = 1024;

    private readonly double[] _x = new double[columns * capacity];
    private readonly double[] _y = new double[capacity];

    public int Count { get; private set; }

    public bool IsFull => Count == _y.Length;

    public ReadOnlySpan<double> X(int row) => _x.AsSpan(row * columns, columns);

    public double Y(int row) => _y[row];

    /// <summary>The place of the next row's numbers; <see cref="Add"/> makes it a row.</summary>
    public Span<double> Next => _x.AsSpan(Count * columns, columns);

    public void Add(double label) => _y[Count++] = label;

    public void Clear() => Count = 0;

    public RowBlock Copy()
    {
        var copy = new RowBlock(columns, Count) { Count = Count };
        _x.AsSpan(0, Count * columns).CopyTo(copy._x);
        _y.AsSpan(0, Count).CopyTo(copy._y);
        return copy;
    }
}
