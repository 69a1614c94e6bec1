using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Testing;

/// <summary>Executed notebooks made by hand: each kind of chart, of output and of markdown that a lesson may hold.</summary>
internal static class SampleLessons
{
    private static readonly JsonElement None = JsonSerializer.SerializeToElement(new { });

    public static string Line => Figure("Sigmoid and its tangent", """{"type":"scatter","mode":"lines","name":"σ(z)","x":[-4,-2,0,2,4],"y":[0.018,0.119,0.5,0.881,0.982]},{"type":"scatter","mode":"markers","name":"flights","x":[-1,1],"y":[0,1]}""");

    public static string Bars => Figure("Classes", """{"type":"bar","x":["no","yes"],"y":[17,7]}""");

    public static string Heat => Figure("Heat", """{"type":"heatmap","z":[[1,2],[3,4]]}""");

    public static string Contour => Figure("Contour", """{"type":"contour","z":[[4,2,4],[2,0,2],[4,2,4]]}""");

    public static string Surface => Figure("Surface", """{"type":"surface","z":[[4,2,4],[2,0,2],[4,2,4]],"colorscale":"Viridis"}""");

    public static Notebook Everything => new(
        [
            Markdown("title", "# Why the sigmoid\n\nFrom a probability to a real number and back, with $p = \\sigma(z)$."),
            Code("setup", "using System.IO;"),
            Markdown("odds", "## Odds\n\nThe *odds* of $p$ are\n\n$$\\frac{p}{1-p} = e^{z}, \\qquad z = w^T x + b$$\n\nand a table:\n\n| $p$ | odds |\n| --- | ---: |\n| 0.5 | 1 |\n| 0.75 | 3 |\n\n1. one\n2. `two`"),
            Code("line", "// the curve\nvar z = 0.5;\nChart.Line<double, double, string>(x, y, Name: \"σ(z)\")", Chart(Line)),
            Markdown("line-caption", "**Figure 1.1.** The curve is steepest at one half."),
            Code("bars", "Bars()", Chart(Bars)),
            Code("heat", "Heat()", Chart(Heat)),
            Code("contour", "Contour()", Chart(Contour)),
            Markdown("three", "### In three dimensions"),
            Code("surface", "Surface()", Chart(Surface)),
            Code("text", "Console.WriteLine(1);", new StreamOutput("stdout", "1\n"), new StreamOutput("stdout", "2\n"), new StreamOutput("stderr", "careful\n")),
            Code("html", "Table()", Value("text/html", "<table><thead><tr><th>w</th><th>loss</th></tr></thead><tbody><tr><td>1</td><td>$\\log 2$</td></tr></tbody></table>")),
            Code("derivation", "Derivation()", Value("text/html", "<table class=\"derivation\"><tr><td><math displaystyle=\"true\" data-latex=\"{=}\\;\\frac{1}{n} ∑_{i = 1}^{n} y_{i}\"><mo>=</mo><mrow><mfrac><mn>1</mn><mi>n</mi></mfrac><mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>y</mi><mi>i</mi></msub></mrow></mrow></math></td></tr></table>")),
            Code("latex", "Formula()", Value("text/latex", "$$\\sigma'(z) = \\sigma(z)(1 - \\sigma(z))$$")),
            Code("error", "throw", new ErrorOutput("DivideByZeroException", "Attempted to divide by zero.", ["DivideByZeroException: Attempted to divide by zero.", "  line 1: throw"])),
        ],
        None);

    public static Notebook WithChart(string figure) => new([Markdown("title", "# A chart"), Code("chart", "Draw()", Chart(figure))], None);

    public static string Figure(string title, string data) =>
        $$$$"""{"data":[{{{{data}}}}],"layout":{"width":750,"height":400,"title":{"text":"{{{{title}}}}"},"xaxis":{"title":{"text":"z"}},"yaxis":{"title":{"text":"σ(z)"}}},"frames":[]}""";

    private static MarkdownCell Markdown(string id, string source) => new(id, source, None);

    private static CodeCell Code(string id, string source, params CellOutput[] outputs) =>
        new(id, source, JsonSerializer.SerializeToElement(new { alt = "What the chart shows in words." })) { ExecutionCount = 1, Outputs = [.. outputs] };

    private static ResultOutput Chart(string figure) => new(MimeBundle.Of([KeyValuePair.Create(MimeBundle.Plotly, JsonElement.Parse(figure))]), None, 1);

    private static ResultOutput Value(string type, string text) => new(MimeBundle.Of([KeyValuePair.Create(type, JsonSerializer.SerializeToElement(text))]), None, 1);
}
