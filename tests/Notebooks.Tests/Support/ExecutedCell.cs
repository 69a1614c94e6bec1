using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>What one cell of a lesson gave when it ran.</summary>
public sealed partial record ExecutedCell(Cell Cell, string Text, JsonElement? Figure)
{
    private const string ChartMime = "application/vnd.plotly.v1+json";

    public static ExecutedCell Read(JsonElement cell)
    {
        var texts = new List<string>();
        JsonElement? figure = null;
        foreach (var output in cell.TryGetProperty("outputs", out var outputs) ? outputs.EnumerateArray() : [])
        {
            if (output.TryGetProperty("text", out var stream)) texts.Add(Cell.Text(stream));
            if (!output.TryGetProperty("data", out var data)) continue;
            if (data.TryGetProperty(ChartMime, out var chart)) figure = chart;
            else if (data.TryGetProperty("text/plain", out var plain)) texts.Add(Cell.Text(plain));
            else if (data.TryGetProperty("text/html", out var html)) texts.Add(WebUtility.HtmlDecode(Tag().Replace(Cell.Text(html), " ")));
        }
        return new ExecutedCell(Cell.Read(cell), string.Join('\n', texts), figure);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
