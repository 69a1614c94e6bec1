namespace LogRegCourse.Checks;

/// <summary>
/// A vector, a matrix or a number inside a derivation's lambda: <c>(X, w, y) =&gt; X.T * (Sigmoid(X * w) - y)</c>.
/// It has no value of its own; the checker reads the formula, checks the sizes and evaluates it.
/// </summary>
public sealed class MatrixSymbol
{
    private MatrixSymbol()
    {
    }

    /// <summary>The transpose.</summary>
    public MatrixSymbol T => throw OnlyInDerivations();

    /// <summary>Entry i of a vector; row i of a matrix, as a column (x_i).</summary>
    public MatrixSymbol this[MatrixSymbol i] => throw OnlyInDerivations();

    /// <summary>Entry (i, j) of a matrix.</summary>
    public MatrixSymbol this[MatrixSymbol i, MatrixSymbol j] => throw OnlyInDerivations();

    /// <summary>A number is a matrix of one row and one column.</summary>
    public static implicit operator MatrixSymbol(double number) => throw OnlyInDerivations();

    /// <summary>The opposite.</summary>
    public static MatrixSymbol operator -(MatrixSymbol a) => throw OnlyInDerivations();

    /// <summary>The sum of two matrices of one shape; a number is added to every entry.</summary>
    public static MatrixSymbol operator +(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <summary>The difference of two matrices of one shape; a number counts for every entry.</summary>
    public static MatrixSymbol operator -(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <summary>The matrix product; a number multiplies every entry.</summary>
    public static MatrixSymbol operator *(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <summary>An equation between two matrices of one shape; a number counts for every entry.</summary>
    public static bool operator ==(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <summary>No equation: a derivation refuses it.</summary>
    public static bool operator !=(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <summary>Division by a number, or entry by entry.</summary>
    public static MatrixSymbol operator /(MatrixSymbol a, MatrixSymbol b) => throw OnlyInDerivations();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    internal static InvalidOperationException OnlyInDerivations() =>
        new("A MatrixSymbol has no value: it stands in the lambdas of a Derivation, which reads the formula instead of running it.");
}
