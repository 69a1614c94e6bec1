namespace LogRegCourse.Checks.Terms;

/// <summary>The size of a matrix in letters: "n" x "d". The letter "1" is the number.</summary>
internal readonly record struct Shape(string Rows, string Columns)
{
    public static Shape Scalar { get; } = new("1", "1");

    public bool IsScalar => this == Scalar;
    public bool IsColumn => Columns == "1";

    public Shape Transposed => new(Columns, Rows);

    public override string ToString() => IsScalar ? "a number" : $"{Rows} x {Columns}";
}
