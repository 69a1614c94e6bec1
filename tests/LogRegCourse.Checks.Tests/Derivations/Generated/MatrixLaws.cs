using static LogRegCourse.Checks.Course;
using Line = System.Linq.Expressions.Expression<System.Func<
    LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol,
    LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol>>;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>
/// Laws of sums, columns and matrices that hold, and what students take for one. M is n x d, a and b are columns of n, u
/// and v of d, c is a number; in those that differentiate, u is what they differentiate by.
/// </summary>
internal static class MatrixLaws
{
    public static IReadOnlyList<MatrixTemplate> Right { get; } =
    [
        T((M, a, b, u, v, c, n) => (M * u).T, (M, a, b, u, v, c, n) => u.T * M.T),
        T((M, a, b, u, v, c, n) => M.T * (a - b), (M, a, b, u, v, c, n) => M.T * a - M.T * b),
        T((M, a, b, u, v, c, n) => M * (u + v), (M, a, b, u, v, c, n) => M * v + M * u),
        T((M, a, b, u, v, c, n) => M * (c * u), (M, a, b, u, v, c, n) => c * (M * u)),
        T((M, a, b, u, v, c, n) => a.T * b, (M, a, b, u, v, c, n) => Sum(i => a[i] * b[i])),
        T((M, a, b, u, v, c, n) => a.T * b, (M, a, b, u, v, c, n) => b.T * a),
        T((M, a, b, u, v, c, n) => M.T * a, (M, a, b, u, v, c, n) => Sum(i => a[i] * M[i])),
        T((M, a, b, u, v, c, n) => M.T * a, (M, a, b, u, v, c, n) => (a.T * M).T),
        T((M, a, b, u, v, c, n) => Diag(a) * b, (M, a, b, u, v, c, n) => Hadamard(b, a)),
        T((M, a, b, u, v, c, n) => (a + b).T * (a + b), (M, a, b, u, v, c, n) => a.T * a + 2 * (a.T * b) + b.T * b),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] + b[i]), (M, a, b, u, v, c, n) => Sum(i => a[i]) + Sum(k => b[k])),
        T((M, a, b, u, v, c, n) => Sum(i => c * a[i]), (M, a, b, u, v, c, n) => c * Sum(i => a[i])),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] - c), (M, a, b, u, v, c, n) => Sum(i => a[i]) - n * c),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) / n - c, (M, a, b, u, v, c, n) => Sum(i => a[i] - c) / n),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) * Sum(j => u[j]), (M, a, b, u, v, c, n) => Sum(i => Sum(j => a[i] * u[j]))),
        T((M, a, b, u, v, c, n) => Product(i => Exp(a[i])), (M, a, b, u, v, c, n) => Exp(Sum(i => a[i]))),
        T((M, a, b, u, v, c, n) => M.T * Diag(a) * M, (M, a, b, u, v, c, n) => Sum(i => a[i] * M[i] * M[i].T)),
        T((M, a, b, u, v, c, n) => u.T * (M.T * a), (M, a, b, u, v, c, n) => (M * u).T * a),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] * (M[i].T * u)), (M, a, b, u, v, c, n) => a.T * M * u),
        T((M, a, b, u, v, c, n) => (M * u - a).T * (M * u - a), (M, a, b, u, v, c, n) => Sum(i => (M[i].T * u - a[i]) * (M[i].T * u - a[i]))),
        T((M, a, b, u, v, c, n) => Log(Sum(j => Exp(u[j]))), (M, a, b, u, v, c, n) => LogSumExp(u)),
        T((M, a, b, u, v, c, n) => Softmax(u), (M, a, b, u, v, c, n) => Softmax(u + c)),
        T((M, a, b, u, v, c, n) => Sum(i => (i == 1 ? 1 : 0) * a[i]), (M, a, b, u, v, c, n) => a[1]),
        T((M, a, b, u, v, c, n) => Sigmoid(-a), (M, a, b, u, v, c, n) => 1 - Sigmoid(a)),
        D((M, a, b, u, v, c, n) => a.T * (M * u), (M, a, b, u, v, c, n) => M.T * a),
        D((M, a, b, u, v, c, n) => (M * u - a).T * (M * u - a) / 2, (M, a, b, u, v, c, n) => M.T * (M * u) - M.T * a),
        D((M, a, b, u, v, c, n) => Sum(i => Softplus(M[i].T * u) - a[i] * (M[i].T * u)) / n, (M, a, b, u, v, c, n) => M.T * (Sigmoid(M * u) - a) / n),
        D((M, a, b, u, v, c, n) => c / 2 * (u.T * u), (M, a, b, u, v, c, n) => c * u),
        D((M, a, b, u, v, c, n) => u.T * M.T * M * u, (M, a, b, u, v, c, n) => 2 * (M.T * (M * u))),
        D((M, a, b, u, v, c, n) => M.T * (Sigmoid(M * u) - a), (M, a, b, u, v, c, n) => M.T * Diag(Hadamard(Sigmoid(M * u), 1 - Sigmoid(M * u))) * M),
        D((M, a, b, u, v, c, n) => LogSumExp(u), (M, a, b, u, v, c, n) => Softmax(u)),
        D((M, a, b, u, v, c, n) => Softmax(u), (M, a, b, u, v, c, n) => Diag(Softmax(u)) - Softmax(u) * Softmax(u).T),
    ];

    public static IReadOnlyList<MatrixTemplate> Wrong { get; } =
    [
        T((M, a, b, u, v, c, n) => (M * u).T, (M, a, b, u, v, c, n) => M.T * u.T, "size|order|swapped"),
        T((M, a, b, u, v, c, n) => M.T * a, (M, a, b, u, v, c, n) => M * a, "size|transposed"),
        T((M, a, b, u, v, c, n) => M.T * (a - b), (M, a, b, u, v, c, n) => M.T * (b - a), "swapped|sign"),
        T((M, a, b, u, v, c, n) => M.T * (a - b), (M, a, b, u, v, c, n) => M.T * a + M.T * b, "sign|plus|minus"),
        T((M, a, b, u, v, c, n) => M * (u + v), (M, a, b, u, v, c, n) => M * u + v, "size|factor|belongs"),
        T((M, a, b, u, v, c, n) => a.T * b, (M, a, b, u, v, c, n) => Sum(i => a[i]) * Sum(i => b[i]), "product of the sums|products"),
        T((M, a, b, u, v, c, n) => a.T * b, (M, a, b, u, v, c, n) => a * b.T, "size|transposed|products"),
        T((M, a, b, u, v, c, n) => M.T * a, (M, a, b, u, v, c, n) => Sum(i => M[i]), "factor|a[i]|dropped"),
        T((M, a, b, u, v, c, n) => Hadamard(a, b), (M, a, b, u, v, c, n) => a + b, "+ instead|instead of|operation|* "),
        T((M, a, b, u, v, c, n) => (a + b).T * (a + b), (M, a, b, u, v, c, n) => a.T * a + b.T * b, "mixed"),
        T((M, a, b, u, v, c, n) => (a + b).T * (a + b), (M, a, b, u, v, c, n) => a.T * a + a.T * b + b.T * b, "mixed|factor 2|2 is missing"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] + c), (M, a, b, u, v, c, n) => Sum(i => a[i]) + c, "n*c|every|each|size|c |factor n"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) / n, (M, a, b, u, v, c, n) => Sum(i => a[i]) / (n - 1), "n - 1|n|1"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) / n, (M, a, b, u, v, c, n) => Sum(i => a[i]) / 3, "should be n|3"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) / n, (M, a, b, u, v, c, n) => (a[1] + a[n]) / 2, "mean|dropped|2"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i]) / n, (M, a, b, u, v, c, n) => n * Sum(i => a[i]), "divisor|divide|1/n"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] * a[i]), (M, a, b, u, v, c, n) => Sum(i => a[i]) * Sum(i => a[i]), "sum of|product of the sums|squares"),
        T((M, a, b, u, v, c, n) => Log(Sum(i => Exp(a[i]))), (M, a, b, u, v, c, n) => Sum(i => a[i]), "function|log"),
        T((M, a, b, u, v, c, n) => Product(i => Exp(a[i])), (M, a, b, u, v, c, n) => Sum(i => Exp(a[i])), "multiplied|added|factors"),
        T((M, a, b, u, v, c, n) => M.T * Diag(a) * M, (M, a, b, u, v, c, n) => M.T * M, "dropped|Diag|factor"),
        T((M, a, b, u, v, c, n) => M * u, (M, a, b, u, v, c, n) => M * v, "should be"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] * (M[i].T * u)), (M, a, b, u, v, c, n) => Sum(i => a[i]) * Sum(i => M[i].T * u), "product of the sums|products"),
        T((M, a, b, u, v, c, n) => Sum(i => a[i] * b[i]) / n, (M, a, b, u, v, c, n) => Sum(i => a[i]) / n * (Sum(i => b[i]) / n), "product of the sums|products"),
        T((M, a, b, u, v, c, n) => Softmax(u), (M, a, b, u, v, c, n) => Sigmoid(u), "sum to 1|sigmoid"),
        T((M, a, b, u, v, c, n) => Softmax(u), (M, a, b, u, v, c, n) => Softmax(c * u), "factor|c |lost"),
        T((M, a, b, u, v, c, n) => Sigmoid(M * u), (M, a, b, u, v, c, n) => M * Sigmoid(u), "whole|taken out|sigmoid"),
        T((M, a, b, u, v, c, n) => Sigmoid(M * u), (M, a, b, u, v, c, n) => Sigmoid(Max(Min(M * u, 40), -40)), "Clipping"),
        D((M, a, b, u, v, c, n) => a.T * (M * u), (M, a, b, u, v, c, n) => M.T * u, "should be|size|dropped|by"),
        D((M, a, b, u, v, c, n) => (M * u - a).T * (M * u - a), (M, a, b, u, v, c, n) => M.T * (M * u - a), "factor 2|2"),
        D((M, a, b, u, v, c, n) => (M * u - a).T * (M * u - a) / 2, (M, a, b, u, v, c, n) => M * u - a, "dropped|missing|size|inner"),
        D((M, a, b, u, v, c, n) => Sum(i => Softplus(M[i].T * u) - a[i] * (M[i].T * u)) / n, (M, a, b, u, v, c, n) => M.T * (a - Sigmoid(M * u)) / n, "sign|swapped"),
        D((M, a, b, u, v, c, n) => Sum(i => Softplus(M[i].T * u) - a[i] * (M[i].T * u)) / n, (M, a, b, u, v, c, n) => M.T * (Sigmoid(M * u) - a), "1/n|n"),
        D((M, a, b, u, v, c, n) => Sum(i => Softplus(M[i].T * u) - a[i] * (M[i].T * u)) / n, (M, a, b, u, v, c, n) => M.T * (M * u - a) / n, "sigmoid"),
        D((M, a, b, u, v, c, n) => c / 2 * (u.T * u), (M, a, b, u, v, c, n) => 2 * c * u, "factor|2|number"),
        D((M, a, b, u, v, c, n) => u.T * M.T * M * u, (M, a, b, u, v, c, n) => M.T * M * u, "factor 2|2"),
        D((M, a, b, u, v, c, n) => M.T * (Sigmoid(M * u) - a), (M, a, b, u, v, c, n) => M.T * M, "weights|dropped"),
        D((M, a, b, u, v, c, n) => M.T * (Sigmoid(M * u) - a), (M, a, b, u, v, c, n) => M.T * Diag(Sigmoid(M * u)) * M, "1 - |dropped|complement|factor"),
        D((M, a, b, u, v, c, n) => LogSumExp(u), (M, a, b, u, v, c, n) => Exp(u), "divided by the sum|Softmax|softmax"),
        D((M, a, b, u, v, c, n) => Softmax(u), (M, a, b, u, v, c, n) => Diag(Hadamard(Softmax(u), 1 - Softmax(u))), "mixed|off the diagonal|product"),
    ];

    private static MatrixTemplate T(Line from, Line to, string words = "") => new(from, to, isDerivative: false, words);

    private static MatrixTemplate D(Line from, Line to, string words = "") => new(from, to, isDerivative: true, words);
}
