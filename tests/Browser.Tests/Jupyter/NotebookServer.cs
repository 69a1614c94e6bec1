using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LogRegCourse.Testing;

/// <summary>Jupyter's classic Notebook with the course's kernel, in a folder of its own.</summary>
internal sealed partial class NotebookServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private NotebookServer(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Jupyter's data folder.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts it with a notebook of the given cells, named cells.ipynb.</summary>
    public static async Task<NotebookServer> StartAsync(params string[] cells)
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        WriteNotebook(Path.Combine(folder, "cells.ipynb"), cells);
        var start = new ProcessStartInfo(OptionalTool.Require("jupyter-notebook"), ["--no-browser", "--allow-root", $"--port={FreePort()}", "--ip=127.0.0.1", $"--notebook-dir={folder}"])
        {
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        JupyterKernel.MakeKnown(start, folder);
        var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (AddressPattern().Match(line) is not { Success: true } found) continue;
            // Nobody reads on, and a full pipe would stop the server.
            _ = process.StandardError.ReadToEndAsync();
            return new NotebookServer(process, folder, new Uri(found.Value));
        }
        throw new InvalidOperationException("Jupyter Notebook ended before it was open.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WriteNotebook(string path, string[] cells) => File.WriteAllText(path, JsonSerializer.Serialize(new
    {
        cells = cells.Select((source, index) => new { cell_type = "code", execution_count = (int?)null, id = $"cell-{index}", metadata = new { }, outputs = Array.Empty<object>(), source }),
        metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
        nbformat = 4,
        nbformat_minor = 5,
    }));

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\?token=\w+")]
    private static partial Regex AddressPattern();
}
