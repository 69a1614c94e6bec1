using System.Text;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>Leads Console to the running cell.</summary>
internal static class ConsoleCapture
{
    private static TextWriter? _out;
    private static TextWriter? _error;
    private static TextReader? _in;

    public static void Install()
    {
        Console.SetOut(new Writer(PrintStream.Stdout));
        Console.SetError(new Writer(PrintStream.Stderr));
        Console.SetIn(new Reader());
        // Console wraps what it is given.
        (_out, _error, _in) = (Console.Out, Console.Error, Console.In);
    }

    /// <summary>Before each cell: one that led the console elsewhere did so for itself.</summary>
    public static void Renew()
    {
        if (_out is not null && Console.Out != _out) Console.SetOut(_out);
        if (_error is not null && Console.Error != _error) Console.SetError(_error);
        if (_in is not null && Console.In != _in) Console.SetIn(_in);
    }

    private sealed class Writer(PrintStream stream) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => RunningCell.Print(stream, value.ToString());

        public override void Write(string? value) => RunningCell.Print(stream, value ?? "");

        public override void Write(char[] buffer, int index, int count) => RunningCell.Print(stream, new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => RunningCell.Print(stream, buffer.ToString());

        // In one piece, or the lines of two threads mix.
        public override void WriteLine(string? value) => RunningCell.Print(stream, value + "\n");
    }

    private sealed class Reader : TextReader
    {
        // What Read has left of the line that was asked for last.
        private string _line = "";

        public override string? ReadLine()
        {
            if (_line.Length == 0) return Ask();
            var rest = _line[..^1];
            _line = "";
            return rest;
        }

        public override int Peek() => _line.Length > 0 ? _line[0] : -1;

        public override int Read()
        {
            if (_line.Length == 0) _line = Ask() is { } line ? line + "\n" : "";
            if (_line.Length == 0) return -1;
            var first = _line[0];
            _line = _line[1..];
            return first;
        }

        private static string? Ask() => RunningCell.ReadLine("", isPassword: false);
    }
}
