using Parquet;
using Parquet.Schema;

namespace LogRegCourse.Cluster;

/// <summary>Some row groups of a Parquet file, one of them in memory at a time.</summary>
[GenerateSerializer]
public sealed class ParquetRows : PartitionSource
{
    private ParquetRows()
    {
    }

    /// <summary>The file, as the silo sees it.</summary>
    [Id(0)]
    public string Path { get; init; } = "";

    /// <summary>Name of the column that holds the labels.</summary>
    [Id(1)]
    public string Label { get; init; } = "";

    [Id(2)]
    internal int FirstGroup { get; init; }

    [Id(3)]
    internal int EndGroup { get; init; }

    /// <summary>Shares a file's row groups out among partitions.</summary>
    /// <param name="path">The file, at the same place on each machine.</param>
    /// <param name="label">Name of the column with the labels, 0 or 1.</param>
    /// <param name="columns">Names of the features, columns of doubles.</param>
    /// <param name="partitions">How many partitions, at most one for each row group.</param>
    /// <param name="hold">Whether the rows stay in memory after the first pass.</param>
    public static async Task<PartitionSource[]> ShareAsync(string path, string label, string[] columns, int partitions, bool hold = false)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        Fields(reader, path, [.. columns, label]);
        var groups = reader.RowGroupCount;
        if (partitions < 1 || partitions > groups)
            throw new ArgumentOutOfRangeException(nameof(partitions), $"partitions is {partitions}, but {System.IO.Path.GetFileName(path)} has {groups} row groups; take 1 to {groups}.");
        return [.. Enumerable.Range(0, partitions).Select(k => new ParquetRows
        {
            Path = System.IO.Path.GetFullPath(path), Label = label, Columns = columns, Hold = hold,
            FirstGroup = groups * k / partitions, EndGroup = groups * (k + 1) / partitions,
        })];
    }

    internal override async IAsyncEnumerable<RowBlock> ReadAsync()
    {
        await using var reader = await ParquetReader.CreateAsync(Path);
        var fields = Fields(reader, Path, [.. Columns, Label]);
        var block = new RowBlock(Columns.Length);
        var before = 0L;
        var values = new double[fields.Length][];
        for (var index = 0; index < EndGroup; index++)
        {
            using var group = reader.OpenRowGroupReader(index);
            var rows = (int)group.RowCount;
            if (index >= FirstGroup)
            {
                for (var j = 0; j < fields.Length; j++)
                {
                    if (values[j] is null || values[j].Length < rows) values[j] = new double[rows];
                    await ReadAsync(group, fields[j], values[j].AsMemory(0, rows), before);
                }
                for (var i = 0; i < rows; i++)
                {
                    Copy(values, i, block);
                    if (!block.IsFull) continue;
                    yield return block;
                    block.Clear();
                }
            }
            before += rows;
        }
        if (block.Count > 0) yield return block;
    }

    private void Copy(double[][] values, int row, RowBlock block)
    {
        var x = block.Next;
        for (var j = 0; j < x.Length; j++) x[j] = values[j][row];
        block.Add(values[^1][row]);
    }

    private async Task ReadAsync(ParquetRowGroupReader group, DataField field, Memory<double> values, long before)
    {
        if (field.IsNullable)
        {
            var maybe = new double?[values.Length];
            await group.ReadAsync<double>(field, maybe);
            for (var i = 0; i < maybe.Length; i++)
                values.Span[i] = maybe[i] ?? throw Bad(before + i, field.Name, "the cell is empty; fill it or leave the row out.");
        }
        else
        {
            await group.ReadAsync(field, values);
        }
        for (var i = 0; i < values.Length; i++)
        {
            var value = values.Span[i];
            if ((field.Name == Label ? Cells.Label(value) : Cells.Feature(value)) is { } problem) throw Bad(before + i, field.Name, problem);
        }
    }

    private BadRowException Bad(long row, string column, string problem) => new(new BadRow(System.IO.Path.GetFileName(Path), row + 1, column, problem));

    private static DataField[] Fields(ParquetReader reader, string path, string[] names)
    {
        var known = reader.Schema.GetDataFields();
        return [.. names.Select(name =>
        {
            var field = Array.Find(known, field => field.Name == name)
                ?? throw new ArgumentException($"{System.IO.Path.GetFileName(path)} has no column '{name}'; the columns are {string.Join(", ", known.Select(field => field.Name))}.");
            return field.ClrType == typeof(double)
                ? field
                : throw new ArgumentException($"{System.IO.Path.GetFileName(path)}, column '{name}' holds {field.ClrType.Name}; write it as double.");
        })];
    }
}
