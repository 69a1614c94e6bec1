using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>
/// One cell's outputs on their way to a door: printed pieces are joined while the door is busy, and an endless cell
/// cannot fill a notebook, for what goes beyond a bound is counted and dropped, and a last line says so.
/// </summary>
internal sealed class BoundedOutput(IOutput door, bool hasThreads) : IOutput
{
    private const int MaxPrintedCharacters = 1_000_000;
    private const int MaxShownValues = 5_000;

    // Without a thread that sends what waits, printing itself sends, but not oftener than this.
    private static readonly TimeSpan SendEvery = TimeSpan.FromMilliseconds(50);

    private static readonly Lazy<AutoResetEvent> TextWaits = new(StartFlushing);
    private static volatile BoundedOutput? _lastPrinter;

    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private PrintStream _stream;
    private int _printed;
    private long _droppedLines;
    private int _shown;
    private bool _isFinished;
    private long _lastSent;

    public void Print(PrintStream stream, string text)
    {
        if (text.Length == 0) return;
        bool isFirst;
        lock (_lock)
        {
            var fitting = Math.Min(text.Length, MaxPrintedCharacters - _printed);
            if (stream != _stream) Flush();
            _stream = stream;
            isFirst = _pending.Length == 0 && fitting > 0;
            _pending.Append(text, 0, fitting);
            _printed += fitting;
            _droppedLines += text.AsSpan(fitting).Count('\n');
            if (!hasThreads && Stopwatch.GetElapsedTime(_lastSent) > SendEvery)
            {
                Flush();
                _lastSent = Stopwatch.GetTimestamp();
            }
        }
        if (!isFirst) return;
        _lastPrinter = this;
        if (hasThreads) TextWaits.Value.Set();
    }

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId)
    {
        lock (_lock)
        {
            Flush();
            if (!_isFinished && _shown++ < MaxShownValues) door.Show(bundle, isResult, displayId);
        }
    }

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle)
    {
        lock (_lock)
        {
            Flush();
            if (!_isFinished) door.Update(displayId, bundle);
        }
    }

    public void Clear(bool wait)
    {
        lock (_lock)
        {
            Flush();
            if (!_isFinished) door.Clear(wait);
        }
    }

    public string? ReadLine(string prompt, bool isPassword)
    {
        lock (_lock) Flush();
        return door.ReadLine(prompt, isPassword);
    }

    /// <summary>Sends what waits and says what was dropped; nothing comes after it.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            Flush();
            if (_droppedLines > 0) door.Print(PrintStream.Stderr, FormattableString.Invariant($"\n... {_droppedLines:N0} more lines were printed and are not shown: a cell shows at most {MaxPrintedCharacters:N0} characters.\n"));
            if (_shown > MaxShownValues) door.Print(PrintStream.Stderr, FormattableString.Invariant($"... {_shown - MaxShownValues:N0} more values were displayed and are not shown: a cell shows at most {MaxShownValues:N0}.\n"));
            _isFinished = true;
        }
    }

    /// <summary>Sends what the cell that printed last has not sent yet, for a process that ends.</summary>
    public static void SendWhatWaits()
    {
        if (_lastPrinter is not { } printer) return;
        lock (printer._lock) printer.Flush();
    }

    private void Flush()
    {
        if (_pending.Length == 0) return;
        if (!_isFinished) door.Print(_stream, _pending.ToString());
        _pending.Clear();
    }

    private static AutoResetEvent StartFlushing()
    {
        var waits = new AutoResetEvent(false);
        new Thread(FlushAlways) { IsBackground = true, Name = "printed text" }.Start();
        return waits;

        void FlushAlways()
        {
            while (waits.WaitOne()) SendWhatWaits();
        }
    }
}
