using System.Threading.Channels;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.App.Tests.Studio;

internal static class PageNewsReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The next news of a kind; what comes before it is passed over, and shown to whoever asks.</summary>
    public static async Task<T> NextAsync<T>(this ChannelReader<PageNews> reader, Func<T, bool>? which = null, Action<PageNews>? passed = null)
        where T : PageNews
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = await reader.ReadAsync(limit.Token);
            if (next is T news && which?.Invoke(news) != false) return news;
            passed?.Invoke(next);
        }
    }
}
