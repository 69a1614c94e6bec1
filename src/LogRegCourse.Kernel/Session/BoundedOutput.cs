using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>
/// One cell's outputs on their way to a door: printed pieces are joined while the door is busy, and an endless cell
/// cannot fill a notebook, for what goes beyond a bound is counted and dropped, and a last line says so.
/// </summary>
/// <param name="door">Where the outputs go.</param>
/// <param name="hasThreads">Whether there is a thread that sends what waits.</param>
/// <param name="whole">Where what is cut is kept whole; null where there are no files.</param>
internal sealed class BoundedOutput(IOutput door, bool hasThreads, WholeOutputs? whole) : IOutput
{
    private const int MaxPrintedCharacters = 1_000_000;
    private const int Megabyte = 1024 * 1024;
    private const int MaxValueBytes = 10 * Megabyte;
    private const int MaxShownBytes = 20 * Megabyte;
    private const int MaxUpdatedBytes = 400 * Megabyte;
    private const int MaxShownValues = 5_000;

    // Without a thread that sends what waits, printing itself sends, but not oftener than this.
    private static readonly TimeSpan SendEvery = TimeSpan.FromMilliseconds(50);

    private static readonly Lazy<AutoResetEvent> TextWaits = new(StartFlushing);
    private static volatile BoundedOutput? _lastPrinter;

    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private PrintStream _stream;
    private int _printed;
    private long _dropped;
    private long _droppedLines;
    private string? _droppedFile;
    private readonly StringBuilder? _begun = whole is null ? null : new();
    private int _shown;
    private long _shownBytes;
    private long _updatedBytes;
    private bool _isCut;
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
            if (_begun is not null) KeepWhole(text, fitting);
            _dropped += text.Length - fitting;
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
            if (_isFinished || _shown++ >= MaxShownValues) return;
            var bytes = Bytes(bundle);
            if (bytes <= MaxValueBytes && _shownBytes + bytes <= MaxShownBytes)
            {
                _shownBytes += bytes;
                door.Show(bundle, isResult, displayId);
            }
            else if (bytes > MaxValueBytes || !_isCut)
            {
                _isCut |= bytes <= MaxValueBytes;
                door.Show(MimeBundle.Of([("text/plain", Sentence(bytes, bundle))]), isResult, displayId);
            }
        }
    }

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle)
    {
        lock (_lock)
        {
            Flush();
            if (_isFinished) return;
            var bytes = Bytes(bundle);
            _updatedBytes += bytes;
            if (bytes > MaxValueBytes || _updatedBytes > MaxUpdatedBytes) bundle = MimeBundle.Of([("text/plain", Sentence(bytes, bundle))]);
            door.Update(displayId, bundle);
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
            if (_dropped > 0) door.Print(PrintStream.Stderr, FormattableString.Invariant($"\n... {(_droppedLines > 0 ? $"{_droppedLines:N0} more lines" : $"{_dropped:N0} more characters")} were printed and are not shown: a cell shows at most {MaxPrintedCharacters:N0} characters{Where(_droppedFile)}.\n"));
            if (_shown > MaxShownValues) door.Print(PrintStream.Stderr, FormattableString.Invariant($"... {_shown - MaxShownValues:N0} more values were displayed and are not shown: a cell shows at most {MaxShownValues:N0}.\n"));
            _isFinished = true;
            whole?.Dispose();
        }
    }

    /// <summary>Sends what the cell that printed last has not sent yet, for a process that ends.</summary>
    public static void SendWhatWaits()
    {
        if (_lastPrinter is not { } printer) return;
        lock (printer._lock) printer.Flush();
    }

    private static long Bytes(IReadOnlyDictionary<string, JsonElement> bundle) => bundle.Values.Sum(form => (long)JsonMarshal.GetRawUtf8Value(form).Length);

    private static string Where(string? file) => file is null ? "" : $"; the whole text is in {file}";

    private string Sentence(long bytes, IReadOnlyDictionary<string, JsonElement> bundle)
    {
        var (mime, form) = bundle.MaxBy(entry => JsonMarshal.GetRawUtf8Value(entry.Value).Length);
        var file = whole?.Keep(form.ValueKind == JsonValueKind.String ? form.GetString()! : form.GetRawText(), mime == "text/html" ? "html" : mime.EndsWith("json", StringComparison.Ordinal) ? "json" : "txt");
        return bytes > MaxValueBytes
            ? FormattableString.Invariant($"This output has {bytes / Megabyte} MB, more than the {MaxValueBytes / Megabyte} MB a notebook keeps: show less of it{Where(file)}.")
            : FormattableString.Invariant($"Cut here: a cell shows at most {MaxShownBytes / Megabyte} MB of values{Where(file)}.");
    }

    private void KeepWhole(string text, int fitting)
    {
        if (fitting == text.Length)
        {
            _begun!.Append(text);
            return;
        }
        if (_droppedFile is null)
        {
            _droppedFile = whole!.Print(_begun!.ToString());
            _begun.Clear().Capacity = 0;
        }
        whole!.Print(text);
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
