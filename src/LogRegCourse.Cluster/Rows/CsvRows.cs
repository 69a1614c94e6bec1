#pragma warning disable CS1998 // Files are read where the caller is: a partition has its own thread.
using System.Buffers.Text;
using System.Text;

namespace LogRegCourse.Cluster;

/// <summary>
/// The lines of a CSV file that begin in a range of its bytes: a file is cut without being read, since a line belongs to
/// the partition in which it begins.
/// </summary>
[GenerateSerializer]
public sealed class CsvRows : PartitionSource
{
    private const string NotClosed = "a quotation mark is opened but not closed; close it on the same line.";

    private CsvRows()
    {
    }

    /// <summary>The file, as the silo sees it.</summary>
    [Id(0)]
    public string Path { get; init; } = "";

    /// <summary>Name of the column that holds the labels.</summary>
    [Id(1)]
    public string Label { get; init; } = "";

    [Id(2)]
    internal long From { get; init; }

    [Id(3)]
    internal long To { get; init; }

    /// <summary>Cuts a file into partitions of about as many bytes.</summary>
    /// <param name="path">The file, at the same place on each machine.</param>
    /// <param name="label">Name of the column with the labels, 0 or 1.</param>
    /// <param name="columns">Names of the features.</param>
    /// <param name="partitions">How many partitions.</param>
    /// <param name="hold">Whether the rows stay in memory after the first pass.</param>
    /// <exception cref="CsvException">There is no such file, or a column that it does not have.</exception>
    public static PartitionSource[] Share(string path, string label, string[] columns, int partitions, bool hold = false)
    {
        if (partitions < 1) throw new ArgumentOutOfRangeException(nameof(partitions), $"partitions is {partitions}; take at least 1.");
        using var lines = Open(path, 0);
        var start = lines.Next(out var header) ? lines.Position : throw new CsvException(lines.Name, "the file is empty; its first line must name the columns, separated by commas.");
        Places(lines.Name, header, [.. columns, label]);
        var length = lines.Length - start;
        if (length < partitions) throw new CsvException(lines.Name, $"there are {length} bytes of data, too few for {partitions} partitions; take fewer.");
        return [.. Enumerable.Range(0, partitions).Select(k => new CsvRows
        {
            Path = System.IO.Path.GetFullPath(path), Label = label, Columns = columns, Hold = hold,
            From = start + length * k / partitions, To = start + length * (k + 1) / partitions,
        })];
    }

    internal override async IAsyncEnumerable<RowBlock> ReadAsync()
    {
        int[] places;
        using (var top = Open(Path, 0))
        {
            top.Next(out var header);
            places = Places(top.Name, header, [.. Columns, Label]);
        }
        // A line that begins before the range is the partition's before, so begin in its last byte and skip to the line's end.
        using var lines = Open(Path, From - 1);
        lines.Next(out _);
        var row = new double[Columns.Length + 1];
        var block = new RowBlock(Columns.Length);
        while (lines.Position < To && Read(lines, places, row) is { } read)
        {
            if (!read) continue;
            row.AsSpan(0, Columns.Length).CopyTo(block.Next);
            block.Add(row[^1]);
            if (!block.IsFull) continue;
            yield return block;
            block.Clear();
        }
        if (block.Count > 0) yield return block;
    }

    /// <summary>Reads a line's numbers; false for an empty line, null at the end of the file.</summary>
    private bool? Read(LineReader lines, int[] places, double[] row)
    {
        var start = lines.Position;
        if (!lines.Next(out var line)) return null;
        if (line.IsEmpty) return false;
        var seen = 0;
        for (var cell = 0; ; cell++)
        {
            var end = EndOfCell(line);
            if (end < 0) throw Bad(start, "", NotClosed);
            var text = line[..end];
            for (var j = 0; j < places.Length; j++)
            {
                if (places[j] != cell) continue;
                row[j] = Number(text, start, j);
                seen++;
            }
            if (end == line.Length) break;
            line = line[(end + 1)..];
        }
        return seen == places.Length ? true : throw Bad(start, "", "the line has too few cells; give it one for each column of the header.");
    }

    private double Number(ReadOnlySpan<byte> text, long start, int column)
    {
        text = text.Trim((byte)' ').Trim((byte)'"');
        var isLabel = column == Columns.Length;
        var name = isLabel ? Label : Columns[column];
        if (!Utf8Parser.TryParse(text, out double value, out var used) || used != text.Length)
            throw Bad(start, name, text.IsEmpty ? "the cell is empty; fill it or leave the row out." : $"'{Encoding.UTF8.GetString(text)}' is not a number; correct it or leave the row out.");
        return (isLabel ? Cells.Label(value) : Cells.Feature(value)) is { } problem ? throw Bad(start, name, problem) : value;
    }

    // The lines are counted only now that somebody needs their number.
    private BadRowException Bad(long start, string column, string problem)
    {
        using var lines = Open(Path, 0);
        var line = 1L;
        while (lines.Position < start && lines.Next(out _)) line++;
        return new(new BadRow(lines.Name, line, column, problem));
    }

    private static LineReader Open(string path, long from) => File.Exists(path)
        ? new LineReader(path, from)
        : throw new CsvException(System.IO.Path.GetFileName(path), $"there is no such file at '{path}' (seen from folder '{Environment.CurrentDirectory}'); check the path.");

    /// <summary>Where a line's first cell ends: before a comma that is not between quotation marks, or with the line; -1 when a mark is not closed.</summary>
    private static int EndOfCell(ReadOnlySpan<byte> line)
    {
        for (var end = 0; ; end++)
        {
            var comma = line[end..].IndexOf((byte)',');
            end = comma < 0 ? line.Length : end + comma;
            if (line[..end].Count((byte)'"') % 2 == 0) return end;
            if (comma < 0) return -1;
        }
    }

    private static int[] Places(string file, ReadOnlySpan<byte> header, string[] names)
    {
        var cells = new List<string>();
        while (true)
        {
            var end = EndOfCell(header);
            if (end < 0) throw new CsvException(file, NotClosed, 1);
            cells.Add(Encoding.UTF8.GetString(header[..end]).TrimStart('\uFEFF').Trim().Trim('"'));
            if (end == header.Length) break;
            header = header[(end + 1)..];
        }
        return [.. names.Select(name => cells.IndexOf(name) is var place and >= 0
            ? place
            : throw new CsvException(file, $"there is no such column; the columns are {string.Join(", ", cells)}.", 1, name))];
    }
}
