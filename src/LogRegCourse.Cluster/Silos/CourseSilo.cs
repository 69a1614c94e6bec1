using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;

namespace LogRegCourse.Cluster;

/// <summary>How a silo of the course is set up: alone in its process, or one of several that find each other by Redis.</summary>
internal static class CourseSilo
{
    private const int Tries = 5;

    // A silo that says nothing for three of these is taken for lost.
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    // A pass over many rows takes long, and is no failure.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromHours(1);

    /// <summary>Starts a silo.</summary>
    /// <param name="redis">HOST:PORT of the Redis where the silos are listed; null for a silo alone.</param>
    /// <param name="name">What reports call it; machine and port when left out.</param>
    /// <exception cref="InvalidOperationException">No Redis answers.</exception>
    public static async Task<IHost> StartAsync(string? redis, string? name = null)
    {
        var address = redis is null ? IPAddress.Loopback : await AddressSeenByAsync(redis);
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
            builder.UseOrleans(silo => SetUp(silo, redis, address, port, name ?? $"{Environment.MachineName}:{port}"));
            var host = builder.Build();
            try
            {
                await host.StartAsync();
                return host;
            }
            catch (Exception problem) when (problem.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } && attempt < Tries)
            {
                // Somebody else took the port in the meantime.
                host.Dispose();
            }
        }
    }

    /// <summary>What every silo of the course has, in tests too.</summary>
    public static void SetUp(ISiloBuilder silo)
    {
        silo.AddPlacementDirector<InTurn, InTurnDirector>();
        silo.Services.AddSerializer(types => types.AddAssembly(typeof(CourseSilo).Assembly));
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = options.SystemResponseTimeout = LongestAnswer);
    }

    private static void SetUp(ISiloBuilder silo, string? redis, IPAddress address, int port, string name)
    {
        SetUp(silo);
        // No gateway: whoever wants sums is a silo itself.
        if (redis is null) silo.UseLocalhostClustering(port, gatewayPort: 0);
        else
        {
            silo.UseRedisClustering(redis).ConfigureEndpoints(address, port, gatewayPort: 0, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
            silo.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = "logreg-course");
        }
        silo.Configure<SiloOptions>(options => options.SiloName = name);
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = options.MaxProbeTimeout = options.TableRefreshTimeout = Probe;
            // Asking by way of a third silo is for large networks; here that one may be gone too.
            options.EnableIndirectProbes = options.ExtendProbeTimeoutDuringDegradation = false;
            options.NumMissedProbesLimit = 3;
            // One silo that is left may say so of all others.
            options.NumVotesForDeathDeclaration = 1;
            // Three of these without a word, and who joins need not reach a silo that the list still names.
            options.IAmAliveTablePublishTimeout = 3 * Probe;
        });
    }

    /// <summary>The address by which this machine reaches Redis is the one by which the other silos reach this machine.</summary>
    private static async Task<IPAddress> AddressSeenByAsync(string redis)
    {
        var colon = redis.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(redis[(colon + 1)..], out var port))
            throw new InvalidOperationException($"'{redis}' is no address of a Redis; write HOST:PORT, such as localhost:6379.");
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(redis[..colon], port);
            return ((IPEndPoint)socket.Client.LocalEndPoint!).Address.MapToIPv4();
        }
        catch (SocketException problem)
        {
            throw new InvalidOperationException(
                $"no Redis answers at {redis} ({problem.Message}); start one with `redis-server` (Debian: apt install redis-server) or `docker run -p 6379:6379 redis`.", problem);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The process decides when it ends, not the silo in it: Ctrl+C interrupts a notebook's cell, not its cluster.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
    }
}
