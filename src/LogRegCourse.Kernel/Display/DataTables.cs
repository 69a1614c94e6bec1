using System.Data;
using System.Runtime.CompilerServices;

namespace LogRegCourse.Kernel.Display;

/// <summary>
/// Tables of System.Data, told by their class's name: code that says <c>is DataTable</c> loads System.Data.Common and the XML
/// libraries behind it for whatever value is shown first, in a browser 1.6 MB to fetch. Hence also the methods that are not inlined.
/// </summary>
internal static class DataTables
{
    public static bool Is(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (type is { Name: "DataTable", Namespace: "System.Data" }) return true;
        return false;
    }

    /// <summary>The rows of a table as its columns' names and values; at most one more than is shown.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static List<List<(string Name, object? Value)>> Rows(object value)
    {
        var table = (DataTable)value;
        return [.. table.Rows.Cast<DataRow>().Where(row => row.RowState != DataRowState.Deleted).Take(Members.MaxItems + 1)
            .Select(row => table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, row.IsNull(column) ? null : row[column])).ToList())];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Count(object value) => ((DataTable)value).Rows.Count;
}
