using System.Text.Json;
using System.Threading.Channels;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.App.Studio;

/// <summary>News on their way to one page. What waits is bounded: a page that has stopped reading is dropped, not buffered.</summary>
/// <param name="drop">Ends the connection of the page.</param>
internal sealed class PageQueue(Action drop) : ChannelWriter<PageNews>
{
    // A whole lesson is one message, of 64 MB at most as a file.
    public const long MostWaitingBytes = 96 * 1024 * 1024;

    private readonly Channel<byte[]> _messages = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private long _waiting;

    public override bool TryWrite(PageNews item)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(item, PageJson.Default.PageNews);
        if (Interlocked.Add(ref _waiting, message.Length) - message.Length > MostWaitingBytes)
        {
            _messages.Writer.TryComplete();
            drop();
            return false;
        }
        return _messages.Writer.TryWrite(message);
    }

    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(true);

    public override bool TryComplete(Exception? error = null) => _messages.Writer.TryComplete(error);

    public async IAsyncEnumerable<byte[]> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var message in _messages.Reader.ReadAllAsync(cancel))
        {
            yield return message;
            Interlocked.Add(ref _waiting, -message.Length);
        }
    }
}
