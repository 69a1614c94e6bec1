using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.Kernel.Display;

/// <summary>
/// A chart's figure as JSON, without the theme of several kilobytes that the real library adds to each chart: so both
/// libraries' charts look alike. Neither library is referenced; both are asked by the names of their members.
/// </summary>
internal static class FigureJson
{
    /// <summary>The JSON; null for a chart that offers none.</summary>
    public static string? Of(object chart, Type type) => InParts(chart, type) ?? Whole(chart, type);

    // Plotly.NET takes a hundred milliseconds to write its theme, and one for the rest: so the rest is asked for by itself.
    private static string? InParts(object chart, Type type)
    {
        if (Function(type, "getTraces") is not { } getTraces || Function(type, "getLayout") is not { } getLayout || Serializer(type) is not { } serialize) return null;
        var layout = getLayout.Invoke(null, [chart])!;
        if (layout.GetType().GetMethod("GetProperties", [typeof(bool)])?.Invoke(layout, [true]) is not IEnumerable<KeyValuePair<string, object?>> properties) return null;
        var parts = properties.Where(property => property.Key != "template").Select(property => $"{JsonSerializer.Serialize(property.Key)}:{serialize(property.Value)}");
        return "{\"data\":" + serialize(getTraces.Invoke(null, [chart])) + ",\"layout\":{" + string.Join(',', parts) + "}}";
    }

    private static string? Whole(object chart, Type type)
    {
        if (Function(type, "toFigureJson")?.Invoke(null, [chart]) is not string figure) return null;
        if (!figure.Contains("\"template\"", StringComparison.Ordinal)) return figure;
        var root = JsonNode.Parse(figure)!;
        root["layout"]?.AsObject().Remove("template");
        return root.ToJsonString();
    }

    private static MethodInfo? Function(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)
        ?? type.Assembly.GetType("Plotly.NET.GenericChartModule")?.GetMethod(name, BindingFlags.Public | BindingFlags.Static);

    // Of the Newtonsoft.Json that the library brings with it.
    private static Func<object?, string>? Serializer(Type type)
    {
        if (!Array.Exists(type.Assembly.GetReferencedAssemblies(), reference => reference.Name == "Newtonsoft.Json")) return null;
        return AssemblyLoadContext.GetLoadContext(type.Assembly)!.LoadFromAssemblyName(new("Newtonsoft.Json"))
            .GetType("Newtonsoft.Json.JsonConvert")?.GetMethod("SerializeObject", [typeof(object)])?.CreateDelegate<Func<object?, string>>();
    }
}
