using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>The one way out: events leave in the order they were put in, by one thread. A full queue makes the cell wait.</summary>
internal sealed class OutgoingEvents : IDisposable
{
    private const int Capacity = 10_000;

    // Pages of HTML are not written into a page here, so nothing needs more escaping than JSON asks for.
    private static readonly PipeJson Json = new(new JsonSerializerOptions(PipeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly BlockingCollection<KernelEvent> _queue = new(Capacity);
    private readonly Thread _writer;

    public OutgoingEvents(Stream stream)
    {
        _writer = new Thread(() => WriteAll(stream)) { IsBackground = true, Name = "events" };
        _writer.Start();
    }

    public void Send(KernelEvent happened)
    {
        try
        {
            _queue.Add(happened);
        }
        catch (InvalidOperationException)
        {
            // The queue is closed: nobody listens any more.
        }
    }

    /// <summary>Sends what waits, then ends.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _writer.Join(TimeSpan.FromSeconds(2));
    }

    // A value may be nested deeper than a message can be.
    private static byte[] LineOf(KernelEvent happened)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(happened, Json.KernelEvent);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            var sentence = $"This output could not be sent: {e.Message}\n";
            return JsonSerializer.SerializeToUtf8Bytes(happened is ValueDisplayed shown ? new TextPrinted(shown.CellId, PrintStream.Stderr, sentence) : new CommandRefused(sentence), Json.KernelEvent);
        }
    }

    private void WriteAll(Stream stream)
    {
        try
        {
            using var buffered = new BufferedStream(stream, 64 * 1024);
            foreach (var happened in _queue.GetConsumingEnumerable())
            {
                buffered.Write(LineOf(happened));
                buffered.WriteByte((byte)'\n');
                if (_queue.Count == 0) buffered.Flush();
            }
        }
        catch (IOException)
        {
            // The app is gone; reading its commands ends as well, and with it the kernel.
            _queue.CompleteAdding();
        }
    }
}
