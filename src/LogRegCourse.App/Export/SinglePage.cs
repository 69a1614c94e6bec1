using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>
/// A lesson as one html file with everything in it, to be sent or kept. Its outputs may come from anybody's file, so
/// they are cleaned, and only scripts whose text the head names by its hash run: those of the course.
/// </summary>
internal static partial class SinglePage
{
    private const string LocalPlotly = "<meta name=\"plotly\" content=\"assets/vendor/plotly.min.js\">";

    public static string Render(string name, Notebook notebook, WebAssets assets)
    {
        var page = SiteWriter.LessonPage(new Lesson(name, notebook), previous: null, next: null, assets);
        // What the notebook brought is behind the head, and stays as it is.
        var endOfHead = page.IndexOf("</head>", StringComparison.Ordinal);
        var head = page[..endOfHead];
        var scripts = new List<string>();
        var deferred = new List<string>();
        head = Icon().Replace(head, "");
        head = StyleSheet().Replace(head, link => $"<style>{Style(assets, link.Groups["file"].Value)}</style>");
        head = Script().Replace(head, script =>
        {
            var attributes = script.Groups["more"].Value;
            var file = script.Groups["file"].Value;
            if (file == "shared/figures.js" && head.Contains(LocalPlotly, StringComparison.Ordinal)) deferred.Add(Inline("vendor/plotly.min.js"));
            var element = Inline(file);
            if (!attributes.Contains(" defer", StringComparison.Ordinal)) return element;
            // What waited for the page to be read comes behind the page.
            deferred.Add(element);
            return "";
        });
        head = head.Replace(LocalPlotly, "", StringComparison.Ordinal).Replace(PagePolicy.Site(assets), PagePolicy.SinglePage(assets, scripts), StringComparison.Ordinal);
        var rest = page[endOfHead..];
        var endOfBody = rest.LastIndexOf("</body>", StringComparison.Ordinal);
        return string.Concat(head, rest[..endOfBody], string.Concat(deferred), rest[endOfBody..]);

        string Inline(string file)
        {
            var text = Read(assets, file).ReplaceLineEndings("\n").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
            scripts.Add(text);
            return $"<script>{text}</script>";
        }
    }

    // The reader's own fonts do for the text; formulas need KaTeX's.
    private static string Style(WebAssets assets, string file) =>
        file == "vendor/fonts.css" ? ""
        : Font().Replace(
            Read(assets, file),
            font => $"url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(assets.Folder, "vendor", font.Groups["file"].Value)))}) format(\"woff2\")");

    private static string Read(WebAssets assets, string file) => File.ReadAllText(Path.Combine(assets.Folder, file));

    [GeneratedRegex("<link rel=\"icon\"[^>]*>")]
    private static partial Regex Icon();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"assets/(?<file>[^\"]+)\">")]
    private static partial Regex StyleSheet();

    [GeneratedRegex("<script src=\"assets/(?<file>[^\"]+)\"(?<more>[^>]*)></script>")]
    private static partial Regex Script();

    [GeneratedRegex("""url\((?<file>fonts/[^)]+\.woff2)\) format\("woff2"\)(,url\([^)]*\) format\("[a-z]+"\))*""")]
    private static partial Regex Font();
}
