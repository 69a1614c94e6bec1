namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>
    /// Several charts over each other. The first chart's layout becomes the layout of all, as in the real library: style the
    /// result, and do not use the members again.
    /// </summary>
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts)
    {
        GenericChart[] members = [.. gCharts];
        if (members.Length == 0) throw new ArgumentException("Chart.Combine needs at least one chart.", nameof(gCharts));
        foreach (var member in members.Skip(1)) members[0].Layout.MergeFrom(member.Layout);
        return new GenericChart(members.SelectMany(member => member.Traces), members[0].Layout);
    }
}
