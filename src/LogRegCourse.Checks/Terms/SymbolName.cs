using System.Text.RegularExpressions;

namespace LogRegCourse.Checks.Terms;

/// <summary>A name as it is typeset: beta0 is a Greek letter with an index, yhat wears a hat.</summary>
internal sealed partial record SymbolName(string Letters, bool HasHat, string Index)
{
    private static readonly Dictionary<string, string> Greek = new()
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ϵ", ["zeta"] = "ζ", ["eta"] = "η",
        ["theta"] = "θ", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ",
        ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "ϕ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
        ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Sigma"] = "Σ", ["Phi"] = "Φ", ["Omega"] = "Ω",
    };

    public static SymbolName Read(string name)
    {
        var match = Parts().Match(name);
        var letters = match.Groups["letters"].Value;
        var hasHat = letters.Length > 3 && letters.EndsWith("hat", StringComparison.Ordinal);
        if (hasHat) letters = letters[..^3];
        return new(Greek.GetValueOrDefault(letters, letters), hasHat, match.Groups["index"].Value);
    }

    [GeneratedRegex("^(?<letters>.+?)_?(?<index>[0-9]*|(?<=_)[A-Za-z0-9]+)$")]
    private static partial Regex Parts();
}
