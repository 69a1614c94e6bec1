using System.Text.RegularExpressions;
using LogRegCourse.App.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>A lesson as one html file with everything in it, to be sent or kept.</summary>
internal static partial class SinglePage
{
    public static string Render(string name, Notebook notebook, WebAssets assets)
    {
        var deferred = new List<string>();
        var page = SiteWriter.LessonPage(new Lesson(name, notebook), previous: null, next: null, assets);
        page = Icon().Replace(page, "");
        page = StyleSheet().Replace(page, link => $"<style>{Style(assets, link.Groups["file"].Value)}</style>");
        page = Script().Replace(page, script =>
        {
            var element = $"<script>{Read(assets, script.Groups["file"].Value).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>";
            if (!script.Groups["defer"].Success) return element;
            // What waited for the page to be read comes behind the page.
            deferred.Add(element);
            return "";
        });
        return page.Replace("</body>", string.Concat(deferred) + "</body>", StringComparison.Ordinal);
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

    [GeneratedRegex("<script src=\"assets/(?<file>[^\"]+)\"(?<defer> defer)?></script>")]
    private static partial Regex Script();

    [GeneratedRegex("""url\((?<file>fonts/[^)]+\.woff2)\) format\("woff2"\)(,url\([^)]*\) format\("[a-z]+"\))*""")]
    private static partial Regex Font();
}
