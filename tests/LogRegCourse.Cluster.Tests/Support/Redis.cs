using System.Net;
using System.Net.Sockets;
using LogRegCourse.Testing;

namespace LogRegCourse.Cluster.Tests;

/// <summary>A Redis of a test's own, in memory alone.</summary>
internal sealed class Redis : IDisposable
{
    private readonly StartedProgram _server;

    private Redis(StartedProgram server, string address) => (_server, Address) = (server, address);

    public string Address { get; }

    public static async Task<Redis> StartAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var server = await StartedProgram.StartAsync(OptionalTool.Require("redis-server"), ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], "eady to accept connections");
        return new(server, $"127.0.0.1:{port}");
    }

    public void Dispose() => _server.Dispose();
}
