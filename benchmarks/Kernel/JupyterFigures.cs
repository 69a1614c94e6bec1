using System.Diagnostics;
using System.Text.Json;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.KernelProcess.Tests.Support;

/// <summary>What a Jupyter front end feels.</summary>
internal sealed class JupyterFigures : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly ConnectionFile _connection = JupyterClient.FreePorts();
    private readonly Process _kernel;
    private readonly JupyterClient _client;

    /// <summary>Starts a kernel; it is ready when it answers and its status arrives.</summary>
    public JupyterFigures(string program)
    {
        var clock = Stopwatch.StartNew();
        File.WriteAllText(_file, JsonSerializer.Serialize(_connection, ConnectionJson.Default.ConnectionFile));
        _kernel = Process.Start(new ProcessStartInfo("dotnet", [program, "--connection-file", _file]))!;
        _client = Connect();
        ReadyMilliseconds = clock.Elapsed.TotalMilliseconds;
        RoundTrip();
    }

    public double ReadyMilliseconds { get; }

    /// <summary>Runs a trivial cell until the kernel is idle again.</summary>
    public double RoundTrip()
    {
        var clock = Stopwatch.StartNew();
        _client.Execute("1 + 1");
        _client.UntilIdle();
        JupyterClient.Next(_client.Shell);
        return clock.Elapsed.TotalMilliseconds;
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Kill();
        _kernel.WaitForExit();
        _kernel.Dispose();
        File.Delete(_file);
    }

    private JupyterClient Connect()
    {
        while (true)
        {
            try
            {
                return new JupyterClient(_connection);
            }
            catch (System.Net.Sockets.SocketException)
            {
                Thread.Sleep(5);
            }
        }
    }
}
