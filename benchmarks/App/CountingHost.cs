using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace LogRegCourse.App.Benchmarks;

/// <summary>A plain host of two folders, one with the site and one with what it is compared to, that knows what it sent.</summary>
internal sealed class CountingHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, long Bytes)> _sent = [];

    private CountingHost(WebApplication app) => _app = app;

    /// <summary>The address, with a slash at its end.</summary>
    public string Origin => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public static async Task<CountingHost> StartAsync(string site, string other)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // A log of every request is slower than the request, and the table would drown in it.
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var host = new CountingHost(app);
        foreach (var (folder, path) in new[] { (site, "/site"), (other, "/other") })
        {
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = path });
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                RequestPath = path,
                ServeUnknownFileTypes = true,
                ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".mjs"] = "text/javascript", [".wasm"] = "application/wasm" } },
                // What the browser has already is answered by 304 and sends nothing.
                OnPrepareResponse = file => { if (file.Context.Response.StatusCode == 200) host._sent.Enqueue((file.Context.Request.Path.Value!, file.File.Length)); },
            });
        }
        await app.StartAsync();
        return host;
    }

    /// <summary>Forgets what was sent.</summary>
    public void Reset() => _sent.Clear();

    /// <summary>Megabytes sent since, of the paths that fit.</summary>
    public double Megabytes(Func<string, bool> which) => _sent.Where(one => which(one.Path)).Sum(one => one.Bytes) / 1e6;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
