namespace Plotly.NET;

/// <summary>A chart: traces in one layout. As in the real library its parts are shared and can be changed.</summary>
public sealed class GenericChart
{
    internal GenericChart(IEnumerable<Trace> traces, Layout layout)
    {
        Traces = [.. traces];
        Layout = layout;
    }

    internal GenericChart(Trace trace) : this([trace], new Layout())
    {
    }

    internal IReadOnlyList<Trace> Traces { get; }

    internal Layout Layout { get; }

    /// <summary>The chart as the JSON object that plotly.js draws: data, layout and frames.</summary>
    public static string toFigureJson(GenericChart chart) =>
        $$"""{"data":[{{string.Join(',', chart.Traces.Select(trace => trace.ToJson()))}}],"layout":{{chart.Layout.ToJson()}},"frames":[]}""";
}
