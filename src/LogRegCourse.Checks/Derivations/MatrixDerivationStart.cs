using System.Linq.Expressions;
using System.Text.RegularExpressions;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks;

/// <summary>A derivation in vectors and matrices of which the first line is still to come.</summary>
public sealed partial class MatrixDerivationStart
{
    private readonly string _title;
    private readonly Dictionary<string, Domain> _domains;
    private readonly Dictionary<string, Shape> _shapes = [];
    private readonly Dictionary<string, string> _indices = [];

    internal MatrixDerivationStart(string title, Dictionary<string, Domain> domains, IEnumerable<string> sizes)
    {
        _title = title;
        _domains = domains;
        foreach (var size in sizes) Read(size);
    }

    /// <summary>Where the entries of the symbols live; without it, they are any real numbers.</summary>
    /// <param name="domains">"p in (0,1)", "y in {0,1}", "y one-hot".</param>
    public MatrixDerivationStart Where(params string[] domains)
    {
        foreach (var (name, domain) in domains.SelectMany(Domain.Read)) _domains[name] = domain;
        return this;
    }

    /// <summary>The first line, an expression in 1 symbol.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 2 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 3 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 4 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 5 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an expression in 6 symbols.</summary>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 1 symbol.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 2 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, MatrixSymbol, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 3 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 4 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 5 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> line) => new(_title, Setting, line);

    /// <summary>The first line, an equation in 6 symbols.</summary>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> From(Expression<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, bool>> line) => new(_title, Setting, line);

    private Setting Setting => new([], _domains, _shapes, _indices);

    private void Read(string text)
    {
        var match = Size().Match(text);
        if (!match.Success)
            throw new DerivationException($"The size \"{text}\" is not understood: write it like \"X: n x d\", \"w: d\" or \"j: 1..d\".");
        foreach (var name in match.Groups["names"].Value.Split(',').Select(name => name.Trim()))
        {
            if (match.Groups["range"].Success) _indices[name] = match.Groups["range"].Value;
            else _shapes[name] = new(match.Groups["rows"].Value, match.Groups["columns"] is { Success: true, Value: var columns } ? columns : "1");
        }
    }

    [GeneratedRegex(@"^\s*(?<names>\w+(\s*,\s*\w+)*)\s*:\s*(1\.\.(?<range>[A-Za-z]+)|(?<rows>1|[A-Za-z]+)(\s+x\s+(?<columns>1|[A-Za-z]+))?)\s*$")]
    private static partial Regex Size();
}
