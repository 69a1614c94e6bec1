using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.App.Studio;

/// <summary>One page's connection: commands in, news out, both as one JSON object per message.</summary>
internal static class StudioSocket
{
    private const int LargestMessageBytes = 32 * 1024 * 1024;
    private const int LongestKeyBytes = 1024;

    private static readonly TimeSpan KeyWait = TimeSpan.FromSeconds(10);

    /// <summary>Reads the first message, which has to be the page's key; nothing is told before.</summary>
    public static async Task<bool> HasKeyAsync(WebSocket socket, Gate gate, CancellationToken cancel)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waited.CancelAfter(KeyWait);
        try
        {
            if (await ReceiveAsync(socket, LongestKeyBytes, waited.Token) is { } key && gate.IsPageKey(Encoding.UTF8.GetString(key))) return true;
            await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "The page's key is missing.", waited.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Nobody there any more.
        }
        return false;
    }

    public static async Task ServeAsync(WebSocket socket, StudioSession session, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // A page that does not read is let go: it connects again and gets everything anew.
        var news = new PageQueue(ended.Cancel);
        var page = session.Join(news);
        var sending = SendAsync(socket, news, ended.Token);
        try
        {
            while (await ReceiveAsync(socket, LargestMessageBytes, ended.Token) is { } message)
            {
                try
                {
                    session.Ask(page, PageJson.Read(message));
                }
                catch (JsonException e)
                {
                    session.Refuse(page, e.Message);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The page is gone.
        }
        finally
        {
            session.Leave(page);
            ended.Cancel();
            await sending;
        }
    }

    // What is too long is read to its end and is no message.
    private static async Task<byte[]?> ReceiveAsync(WebSocket socket, int most, CancellationToken cancel)
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (message.Length + part.Count <= most && part.MessageType == WebSocketMessageType.Text) message.Write(buffer, 0, part.Count);
            else message = new MemoryStream();
            if (part.EndOfMessage) return message.ToArray();
        }
    }

    private static async Task SendAsync(WebSocket socket, PageQueue news, CancellationToken cancel)
    {
        try
        {
            await foreach (var message in news.ReadAllAsync(cancel))
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The receiving side ends the connection.
        }
    }
}
