/// <summary>Stands in for the notebook: prints what a cell would show, and writes charts as pages.</summary>
static class NotebookOutput
{
    private static readonly string Folder = (string)AppContext.GetData("EntryPointFileDirectoryPath") ?? Environment.CurrentDirectory;
    private static int Charts;

    public static void Begin(string notebooks)
    {
        Console.OutputEncoding = Encoding.UTF8;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
        Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", "off");
        Environment.CurrentDirectory = Path.Combine(Folder, notebooks);
    }

    public static void Section(string title) => Console.WriteLine($"\n{title}\n{new string('-', title.Length)}");

    public static void display(object value) => Console.WriteLine(value is Plotly.NET.GenericChart chart ? Chart(chart) : Plain(value));

    public static object HTML(string text) => text;

    private static string Chart(Plotly.NET.GenericChart chart)
    {
        var name = $"LESSON-{++Charts}.html";
        var figure = Plotly.NET.GenericChart.toFigureJson(chart);
        File.WriteAllText(Path.Combine(Folder, name), $$"""
            <!doctype html><meta charset="utf-8"><title>LESSON, chart {{Charts}}</title>
            PLOTLY_SCRIPT
            <div id="chart"></div>
            <script>addEventListener("load", () => { const f = {{figure}}; Plotly.newPlot("chart", f.data, f.layout, { responsive: true }); });</script>
            """);
        return $"[chart {Charts}: {name}]";
    }

    // The convention by which the course's values show themselves in a notebook.
    private static string Plain(object value)
    {
        var source = value?.GetType().GetCustomAttributes(true).FirstOrDefault(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        if (source is not null)
        {
            var formatters = Activator.CreateInstance((Type)Get(source, "FormatterSourceType"), nonPublic: true);
            foreach (var formatter in (IEnumerable)formatters.GetType().GetMethod("CreateTypeFormatters").Invoke(formatters, null))
            {
                var text = new StringWriter();
                if ((string)Get(formatter, "MimeType") == "text/plain" && (bool)formatter.GetType().GetMethod("Format").Invoke(formatter, [value, text])) return text.ToString();
            }
        }
        return value is IEnumerable items and not string ? $"[ {string.Join(", ", items.Cast<object>().Take(20).Select(Plain))} ]" : value?.ToString() ?? "<null>";
    }

    private static object Get(object from, string name) => from.GetType().GetProperty(name).GetValue(from);
}
