using System.Text;

namespace LogRegCourse;

/// <summary>Reads comma-separated text with a header line into cells; byte-order marks and either line ending are fine.</summary>
internal static class CsvReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (string[] Header, List<CsvRow> Rows) Read(string path)
    {
        var file = Path.GetFileName(path);
        var lines = Lines(path, file);
        if (lines.All(string.IsNullOrWhiteSpace))
            throw new CsvException(file, "the file is empty; its first line must name the columns, separated by commas.");

        var header = Header(file, lines[0]);
        var rows = new List<CsvRow>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            var cells = Split(file, lines[i], line: i + 1);
            if (cells.Length != header.Length)
                throw new CsvException(file, $"the line has {cells.Length} cells, but the header names {header.Length} columns; add or remove cells.", i + 1);
            rows.Add(new CsvRow(i + 1, cells));
        }
        return rows.Count > 0
            ? (header, rows)
            : throw new CsvException(file, "there is a header but no row of data below it; add at least one.", 1);
    }

    private static string[] Lines(string path, string file)
    {
        if (!File.Exists(path))
            throw new CsvException(file, $"there is no such file at '{path}' (seen from folder '{Environment.CurrentDirectory}'); check the path.");
        try
        {
            var bytes = File.ReadAllBytes(path);
            // Text of two bytes per letter is UTF-8 too, with a 0 in every other place.
            if (bytes.Contains((byte)0)) throw NotUtf8(file);
            return StrictUtf8.GetString(WithoutByteOrderMark(bytes)).Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf8(file);
        }
    }

    private static CsvException NotUtf8(string file) => new(file, "the file is not UTF-8 text; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\").");

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static string[] Header(string file, string line)
    {
        var names = Split(file, line, line: 1);
        if (names.Length == 1 && line.IndexOfAny([';', '\t']) >= 0)
            throw new CsvException(file, "the header has no comma, only semicolons or tabs; save the file separated by commas.", 1);
        for (var j = 0; j < names.Length; j++)
        {
            if (names[j].Length == 0) throw new CsvException(file, $"column {j + 1} has no name; name every column.", 1);
            if (Array.IndexOf(names, names[j]) < j) throw new CsvException(file, "the name occurs twice; give each column its own.", 1, names[j]);
        }
        return names;
    }

    private static string[] Split(string file, string text, int line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) EndCell();
            else cell.Append(c);
        }
        if (quoted) throw new CsvException(file, "a quotation mark is opened but not closed; close it on the same line.", line);
        EndCell();
        return [.. cells];

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}

/// <summary>One line of data and where it stood.</summary>
/// <param name="Line">Line in the file, counted from 1.</param>
/// <param name="Cells">Its cells, one per column.</param>
internal sealed record CsvRow(int Line, string[] Cells);
