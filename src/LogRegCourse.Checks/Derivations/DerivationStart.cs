using System.Linq.Expressions;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks;

/// <summary>A derivation of which only the title and what is said of its symbols are known.</summary>
public sealed class DerivationStart
{
    private readonly string _title;
    private readonly Dictionary<string, Domain> _domains = [];

    internal DerivationStart(string title) => _title = title;

    /// <summary>Where the symbols live; without it, a symbol is any real number.</summary>
    /// <param name="domains">"p in (0,1)", "y in {0,1}", "z > 0", "y one-hot".</param>
    public DerivationStart Where(params string[] domains)
    {
        foreach (var (name, domain) in domains.SelectMany(Domain.Read)) _domains[name] = domain;
        return this;
    }

    /// <summary>Makes it a derivation in vectors and matrices.</summary>
    /// <param name="sizes">
    /// "X: n x d", "w: d" (a column), "j: 1..d" (an index). A parameter called like a size letter is that size; all
    /// others are numbers.
    /// </param>
    public MatrixDerivationStart Sizes(params string[] sizes) => new(_title, _domains, sizes);

    /// <summary>The first line, an expression in 1 symbol.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<double, double>> From(Expression<Func<double, double>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 2 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<double, double, double>> From(Expression<Func<double, double, double>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 3 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<double, double, double, double>> From(Expression<Func<double, double, double, double>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 4 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<double, double, double, double, double>> From(Expression<Func<double, double, double, double, double>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 5 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<double, double, double, double, double, double>> From(Expression<Func<double, double, double, double, double, double>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 1 symbol.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<double, bool>> From(Expression<Func<double, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 2 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<double, double, bool>> From(Expression<Func<double, double, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 3 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<double, double, double, bool>> From(Expression<Func<double, double, double, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 4 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<double, double, double, double, bool>> From(Expression<Func<double, double, double, double, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 5 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<double, double, double, double, double, bool>> From(Expression<Func<double, double, double, double, double, bool>> line) => new(_title, Setting, line);

    private Setting Setting => new([], _domains, new Dictionary<string, Shape>(), new Dictionary<string, string>());
}
