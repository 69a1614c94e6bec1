using System.Net;
using System.Net.Sockets;
using LogRegCourse.App.Studio;
using Microsoft.AspNetCore.Builder;

namespace LogRegCourse.App.Tests.Studio;

/// <summary>The Studio on a free port with a course of its own.</summary>
internal sealed class RunningStudio : IAsyncDisposable
{
    private RunningStudio(int port) => (Port, Gate) = (port, new Gate(port));

    public int Port { get; }

    public Gate Gate { get; }

    public TempCourse Course { get; } = new();

    public WebApplication App { get; private set; } = null!;

    public static async Task<RunningStudio> StartAsync()
    {
        var studio = new RunningStudio(FreePort());
        studio.Course.Add("01-first", ("title", "# First"), ("one", "1"));
        studio.App = StudioServer.Create(studio.Course.Folder, studio.Port, studio.Gate);
        await studio.App.StartAsync();
        return studio;
    }

    /// <summary>A client that has exchanged the token for the cookie.</summary>
    public async Task<HttpClient> ReaderAsync(CookieContainer? cookies = null)
    {
        var reader = new HttpClient(new HttpClientHandler { CookieContainer = cookies ?? new() });
        await reader.GetAsync(Gate.AddressWithToken);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Course.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
