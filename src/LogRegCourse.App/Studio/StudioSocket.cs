using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.App.Studio;

/// <summary>One page's connection: commands in, news out, both as one JSON object per message.</summary>
internal static class StudioSocket
{
    private const int LargestMessageBytes = 4 * 1024 * 1024;

    public static async Task ServeAsync(WebSocket socket, StudioSession session, CancellationToken cancel)
    {
        var news = Channel.CreateUnbounded<PageNews>(new() { SingleReader = true });
        var page = session.Join(news.Writer);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = SendAsync(socket, news.Reader, ended.Token);
        try
        {
            while (await ReceiveAsync(socket, cancel) is { } command) session.Ask(page, command);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or JsonException)
        {
            // The page is gone, or speaks another language: it connects again and gets everything anew.
        }
        finally
        {
            session.Leave(page);
            ended.Cancel();
            await sending;
        }
    }

    private static async Task<PageCommand?> ReceiveAsync(WebSocket socket, CancellationToken cancel)
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType != WebSocketMessageType.Text) return null;
            message.Write(buffer, 0, part.Count);
            if (message.Length > LargestMessageBytes) return null;
            if (part.EndOfMessage) return JsonSerializer.Deserialize(message.GetBuffer().AsSpan(0, (int)message.Length), PageJson.Default.PageCommand);
        }
    }

    private static async Task SendAsync(WebSocket socket, ChannelReader<PageNews> news, CancellationToken cancel)
    {
        try
        {
            await foreach (var item in news.ReadAllAsync(cancel))
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(item, PageJson.Default.PageNews), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The receiving side ends the connection.
        }
    }
}
