using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace LogRegCourse.Testing;

/// <summary>A plain host of files, in a folder of the host as on GitHub Pages.</summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private const string Folder = "/some/course/";

    private readonly WebApplication _app;

    private StaticHost(WebApplication app, Uri origin) => (_app, Origin) = (app, origin);

    /// <summary>Where the folder's index.html is.</summary>
    public Uri Origin { get; }

    /// <param name="folder">What it hosts.</param>
    /// <param name="isIsolated">Whether it sends the headers that let a page share memory with its workers.</param>
    /// <param name="port">Where it listens; 0 for any free one.</param>
    public static async Task<StaticHost> StartAsync(string folder, bool isIsolated = false, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        // Every plain host gives a folder's index.html for the folder.
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = Folder.TrimEnd('/') });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = Folder.TrimEnd('/'),
            ServeUnknownFileTypes = true,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = file =>
            {
                // The next test's pages have the same addresses.
                file.Context.Response.Headers.CacheControl = "no-cache";
                if (!isIsolated) return;
                file.Context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
                file.Context.Response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            },
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new StaticHost(app, new Uri(address + Folder));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
