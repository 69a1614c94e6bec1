using System.Text.RegularExpressions;

namespace LogRegCourse.Checks.Terms;

/// <summary>Typesets a name: beta0 is a Greek letter with an index, yhat wears a hat.</summary>
internal static partial class SymbolName
{
    private static readonly HashSet<string> Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "pi",
        "rho", "sigma", "tau", "phi", "chi", "psi", "omega", "Theta", "Lambda", "Sigma", "Phi", "Omega",
    ];

    public static string Latex(string name, string index = "")
    {
        var match = Parts().Match(name);
        var letters = match.Groups["letters"].Value;
        var subscript = match.Groups["index"].Value + index;
        var hat = letters.Length > 3 && letters.EndsWith("hat", StringComparison.Ordinal);
        if (hat) letters = letters[..^3];
        var text = Greek.Contains(letters) ? @"\" + letters : letters.Length > 1 ? $@"\mathrm{{{letters}}}" : letters;
        if (hat) text = $@"\hat{{{text}}}";
        return subscript.Length == 0 ? text : $"{text}_{{{subscript}}}";
    }

    [GeneratedRegex("^(?<letters>.+?)_?(?<index>[0-9]*|(?<=_)[A-Za-z0-9]+)$")]
    private static partial Regex Parts();
}
