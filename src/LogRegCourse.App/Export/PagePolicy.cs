using System.Security.Cryptography;
using System.Text;

namespace LogRegCourse.App.Export;

/// <summary>
/// What each page forbids the browser, as a Content-Security-Policy: scripts are the course's own files, or texts named by
/// their hash; nothing is fetched from elsewhere but, where the build could not bundle them, the pinned files. Styles on
/// elements are let in, for Plotly, KaTeX and CodeMirror set them.
/// </summary>
internal static class PagePolicy
{
    private const string Rest = "base-uri 'none'; form-action 'none'";

    /// <summary>The Studio's pages. One script is named by its hash: that of the frames of outputs, which this policy holds in too.</summary>
    public static string Studio(WebAssets assets) =>
        $"{Pages(assets, InFrame(assets))} connect-src 'self'; {Rest}; frame-ancestors 'none'";

    /// <summary>Pages to read.</summary>
    public static string Site(WebAssets assets) => $"{Pages(assets, "")} {Rest}";

    /// <summary>Pages whose lessons run in them: .NET is compiled by the browser. The kernel's worker is made from a blob, to be held to this too.</summary>
    public static string LiveSite(WebAssets assets) =>
        $"{Pages(assets, $" 'wasm-unsafe-eval'{InFrame(assets)}")} connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; {Rest}";

    /// <summary>A page that is one file.</summary>
    public static string SinglePage(WebAssets assets, IEnumerable<string> scripts) =>
        $"default-src 'none'; script-src {string.Join(' ', scripts.Select(Hash))}{assets.Elsewhere(".js")}; style-src 'unsafe-inline'{assets.Elsewhere(".css")}; font-src data:{assets.FontsElsewhere}; img-src data: blob:; {Rest}";

    private static string Pages(WebAssets assets, string scripts) =>
        $"default-src 'none'; script-src 'self'{scripts}{assets.Elsewhere(".js")}; style-src 'self' 'unsafe-inline'{assets.Elsewhere(".css")}; font-src 'self' data:{assets.FontsElsewhere}; img-src 'self' data: blob:;";

    private static string InFrame(WebAssets assets) => $" {Hash(File.ReadAllText(Path.Combine(assets.Folder, "studio", "in-frame.js")).ReplaceLineEndings("\n"))}";

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
