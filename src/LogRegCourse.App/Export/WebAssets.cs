namespace LogRegCourse.App.Export;

/// <summary>
/// The third-party files of the pages: local copies where the build could bundle them, otherwise the same pinned
/// versions from a public CDN, each held to its content by a hash.
/// </summary>
internal sealed class WebAssets(string folder)
{
    private const string Cdn = "https://cdn.jsdelivr.net/npm/";

    /// <summary>File name, the npm package's file, and the SHA-384 of its content.</summary>
    public static readonly IReadOnlyList<(string File, string PackageFile, string Integrity)> Pinned =
    [
        ("katex.min.css", "katex@0.19.1/dist/katex.min.css", "sha384-WwGtaC6ywCHxA5cstpj/3+xIZvTez8dq2IcBQaXRkenHZ7FVVq1ZROtURwfbtTlG"),
        ("katex.min.js", "katex@0.19.1/dist/katex.min.js", "sha384-a1WQdjRj162i159OYq041X6I4K8NenkrI09LlPmiHg0YOb7CR+wJOraXwK9abpnE"),
        ("auto-render.min.js", "katex@0.19.1/dist/contrib/auto-render.min.js", "sha384-bjyGPfbij8/NDKJhSGZNP/khQVgtHUE5exjm4Ydllo42FwIgYsdLO2lXGmRBf5Mz"),
        ("purify.min.js", "dompurify@3.5.0/dist/purify.min.js", "sha384-DOUwTXbuiiQxlONuue5N42674XXDfjIJ/LTPtJMZ2ZV1Ir4NRQ3OnM/yM505YQAc"),
        ("plotly.min.js", "plotly.js-dist-min@2.35.3/plotly.min.js", "sha384-MqL7Cy3itNqCI1Wlc926K0XhyRKJ/NMqTaytIIEB+QIdInOploxqRIHRKLlhPykM"),
    ];

    /// <summary>The assets beside the running program.</summary>
    public static WebAssets Built { get; } = new(Path.Combine(AppContext.BaseDirectory, "web"));

    public string Folder { get; } = folder;

    public bool AreLocal => File.Exists(Path.Combine(Folder, "vendor", "plotly.min.js"));

    /// <summary>A style sheet or script element for a pinned file, as seen from a page that finds the assets under <paramref name="prefix"/>.</summary>
    public string Element(string file, string prefix)
    {
        var (address, integrity) = Place(file, prefix);
        var held = integrity is null ? "" : $" integrity=\"{integrity}\" crossorigin=\"anonymous\"";
        return file.EndsWith(".css", StringComparison.Ordinal)
            ? $"<link rel=\"stylesheet\" href=\"{address}\"{held}>"
            : $"<script src=\"{address}\"{held} defer></script>";
    }

    /// <summary>The script that draws figures, which loads plotly.js itself when there is one to draw.</summary>
    public string FiguresElement(string prefix)
    {
        var (address, integrity) = Place("plotly.min.js", prefix);
        var held = integrity is null ? "" : $" data-integrity=\"{integrity}\"";
        return $"<meta name=\"plotly\" content=\"{address}\"{held}>\n<script src=\"{prefix}shared/figures.js\" defer></script>";
    }

    /// <summary>The addresses of pinned files of a kind that pages fetch from elsewhere, as sources of a policy; empty where all are local.</summary>
    public string Elsewhere(string extension) => AreLocal ? "" : string.Concat(Pinned.Where(pinned => pinned.File.EndsWith(extension, StringComparison.Ordinal)).Select(pinned => $" {Cdn}{pinned.PackageFile}"));

    /// <summary>The same for the letters of formulas, which lie beside their style sheet.</summary>
    public string FontsElsewhere => Elsewhere(".css") is { Length: > 0 } sheet ? $"{sheet[..(sheet.LastIndexOf('/') + 1)]}fonts/" : "";

    /// <summary>A style sheet that comes with the bundle only: without it the reader's own fonts do.</summary>
    public string BundledElement(string file, string prefix) => AreLocal ? $"<link rel=\"stylesheet\" href=\"{prefix}vendor/{file}\">" : "";

    // A hash is asked for only of what comes from elsewhere.
    private (string Address, string? Integrity) Place(string file, string prefix)
    {
        var (_, packageFile, integrity) = Pinned.First(pinned => pinned.File == file);
        return AreLocal ? ($"{prefix}vendor/{file}", null) : (Cdn + packageFile, integrity);
    }
}
