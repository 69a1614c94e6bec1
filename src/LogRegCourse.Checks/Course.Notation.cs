namespace LogRegCourse.Checks;

/// <summary>What a notebook imports by <c>using static LogRegCourse.Checks.Course</c>: the notation of derivations.</summary>
public static partial class Course
{
    /// <summary>Stands in a derivation for what is still to be written: the line counts as not done.</summary>
    public static double Gap => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>Stands for a side of a derivation in vectors and matrices that is still to be written.</summary>
    public static MatrixSymbol MatrixGap => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The sum over an index from 1 to the size of what it indexes: <c>Sum(i =&gt; y[i] * X[i, j])</c>.</summary>
    public static MatrixSymbol Sum(Func<MatrixSymbol, MatrixSymbol> term) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The product over an index from 1 to the size of what it indexes.</summary>
    public static MatrixSymbol Product(Func<MatrixSymbol, MatrixSymbol> factor) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The sigmoid of every entry.</summary>
    public static MatrixSymbol Sigmoid(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>log(1 + e^z) of every entry.</summary>
    public static MatrixSymbol Softplus(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>e to the power of every entry.</summary>
    public static MatrixSymbol Exp(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The natural logarithm of every entry.</summary>
    public static MatrixSymbol Log(MatrixSymbol p) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>A number to the power of a number.</summary>
    public static MatrixSymbol Pow(MatrixSymbol number, MatrixSymbol exponent) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The square root of every entry.</summary>
    public static MatrixSymbol Sqrt(MatrixSymbol x) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The hyperbolic tangent of every entry.</summary>
    public static MatrixSymbol Tanh(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The absolute value of every entry.</summary>
    public static MatrixSymbol Abs(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The larger of two, entry by entry; a number counts for every entry.</summary>
    public static MatrixSymbol Max(MatrixSymbol a, MatrixSymbol b) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The smaller of two, entry by entry; a number counts for every entry.</summary>
    public static MatrixSymbol Min(MatrixSymbol a, MatrixSymbol b) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The column of exp(z_k) / sum_j exp(z_j).</summary>
    public static MatrixSymbol Softmax(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>log sum_j exp(z_j) of a column.</summary>
    public static MatrixSymbol LogSumExp(MatrixSymbol z) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The diagonal matrix of a column.</summary>
    public static MatrixSymbol Diag(MatrixSymbol column) => throw MatrixSymbol.OnlyInDerivations();

    /// <summary>The element-wise product of two matrices of one shape.</summary>
    public static MatrixSymbol Hadamard(MatrixSymbol a, MatrixSymbol b) => throw MatrixSymbol.OnlyInDerivations();
}
