using System.Reflection;
using System.Text.Json;

namespace LogRegCourse.Kernel.Display;

/// <summary>
/// Shows a chart of Plotly.NET by its figure, which front ends draw with a plotly.js of their own. The library is a
/// package that a notebook brings, and is asked by the name of its function: nothing is referenced here.
/// </summary>
internal static class ChartFormatter
{
    private const string FigureMime = "application/vnd.plotly.v1+json";

    // The plotly.js that Plotly.NET 6.0.0 draws with, for front ends that do not know the figure's MIME type. Jupyter's
    // servers have it too where the kernel was installed for them.
    private const string PlotlyScript = "https://cdn.plot.ly/plotly-2.28.0.min.js";

    /// <summary>The bundle of a chart; null for other values.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? Format(object value)
    {
        if (ChartType(value) is not { } type || ToFigureJson(type)?.Invoke(null, [value]) is not string { } figure) return null;
        return MimeBundle.Of((FigureMime, figure), (MimeBundle.Html, Page(figure)));
    }

    /// <summary>The type of a chart; null for other values.</summary>
    public static Type? ChartType(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == "Plotly.NET.GenericChart") return type;
        return null;
    }

    private static MethodInfo? ToFigureJson(Type type) =>
        (type.Assembly.GetType("Plotly.NET.GenericChartModule") ?? type).GetMethod("toFigureJson", BindingFlags.Public | BindingFlags.Static);

    private static string Page(string figure)
    {
        // The same figure gives the same text, so that a notebook run twice differs in nothing.
        var id = "chart-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(figure)))[..16];
        var json = figure.Replace("</", "<\\/", StringComparison.Ordinal);
        return $$"""
            <div class="logregcourse-chart" id="{{id}}"></div>
            <script>
            (function () {
              const figure = {{json}};
              const load = source => new Promise(done => {
                const script = document.createElement("script");
                script.src = source;
                script.onload = () => done(window.Plotly);
                script.onerror = () => done();
                document.head.append(script);
              });
              const find = async () => {
                const lab = document.getElementById("jupyter-config-data");
                const base = document.body.dataset.baseUrl ?? (lab && JSON.parse(lab.textContent).baseUrl);
                const served = base ? ["nbextensions", "lab/extensions"].map(folder => `${base}${folder}/logregcourse/plotly.min.js`) : [];
                const amd = window.define; window.define = undefined;
                let plotly;
                for (const source of [...served, "{{PlotlyScript}}"]) plotly ??= await load(source);
                window.define = amd;
                return plotly;
              };
              (window.Plotly ? Promise.resolve(window.Plotly) : window.logregcoursePlotly ??= find()).then(plotly => {
                if (plotly) plotly.newPlot("{{id}}", figure.data, figure.layout, { responsive: true });
                else {
                  window.logregcoursePlotly = undefined;
                  document.getElementById("{{id}}").textContent = "This chart needs plotly.js, which could not be loaded.";
                }
              });
            })();
            </script>
            """;
    }
}
