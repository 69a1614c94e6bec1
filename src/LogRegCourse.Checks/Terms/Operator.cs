namespace LogRegCourse.Checks.Terms;

/// <summary>What an <see cref="Apply"/> does with its operands.</summary>
internal enum Operator
{
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Exp,
    Log,
    Log2,
    Log10,
    Sqrt,
    Abs,
    Max,
    Min,
    Tanh,
    Sinh,
    Cosh,
    Atanh,
    Asinh,
    Cbrt,

    /// <summary>log(1 + x).</summary>
    Log1p,

    /// <summary>exp(x) - 1.</summary>
    Expm1,
    Sigmoid,
    Softplus,
    Logit,
    Odds,

    /// <summary>Four operands: if the first two are equal the third, else the fourth.</summary>
    Cases,

    /// <summary>Four operands: if the first is less than the second the third, else the fourth.</summary>
    CasesLess,

    /// <summary>Four operands: if the first is at most the second the third, else the fourth.</summary>
    CasesAtMost,

    /// <summary>Four operands: if the first is greater than the second the third, else the fourth.</summary>
    CasesGreater,

    /// <summary>Four operands: if the first is at least the second the third, else the fourth.</summary>
    CasesAtLeast,

    /// <summary>Two operands: the derivative of the first by the second, a symbol or an entry of one.</summary>
    Derivative,

    Transpose,

    /// <summary>A matrix and an index: the row of a matrix, as a column; the entry of a column.</summary>
    Row,

    /// <summary>A matrix and two indices.</summary>
    Entry,

    /// <summary>The element-wise product of two matrices of one shape.</summary>
    Hadamard,

    /// <summary>The diagonal matrix of a column.</summary>
    Diagonal,

    /// <summary>The column of exp(z_k) / sum_j exp(z_j).</summary>
    Softmax,

    /// <summary>log sum_j exp(z_j) of a column.</summary>
    LogSumExp,
}
