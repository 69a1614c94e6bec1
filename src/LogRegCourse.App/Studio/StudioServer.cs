using System.Text;
using LogRegCourse.App.Export;
using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LogRegCourse.App.Studio;

/// <summary>The Studio's addresses. Everything stands behind <see cref="Gate"/>.</summary>
internal static class StudioServer
{
    public static WebApplication Create(CourseFolder course, int port, Gate gate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(course);
        builder.Services.AddSingleton(KernelLaunch.BuiltIn(course.Notebooks));
        builder.Services.AddSingleton(TrustRecord.OfUser());
        builder.Services.AddSingleton<OpenLessons>();
        var app = builder.Build();
        var assets = WebAssets.Built;
        var policy = PagePolicy.Studio(assets);

        app.Use((context, next) =>
        {
            StudioHeaders.Add(context, policy);
            return gate.PassAsync(context, _ => next(context));
        });
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new PhysicalFileProvider(assets.Folder),
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
        });
        MapPages(app, course, gate, assets);
        return app;
    }

    private static void MapPages(WebApplication app, CourseFolder course, Gate gate, WebAssets assets)
    {
        app.MapGet("/", () => Html(ContentsPage.Render(Contents.Of(course), LastPlace.Read(course), assets)));
        app.MapGet("/search", (string q) => Results.Json(LessonSearch.Find(course, q), StudioJson.Default.IReadOnlyListSearchHit));
        app.MapGet("/lessons/{name}", (string name, OpenLessons lessons) =>
            lessons.Find(name) is null ? Missing(name) : Html(LessonPage.Render(name, course, assets)));
        app.MapGet("/lessons/{name}.ipynb", (string name, OpenLessons lessons) =>
            lessons.Find(name) is { } path ? Results.File(File.ReadAllBytes(path), "application/x-ipynb+json", name + ".ipynb") : Missing(name));
        app.MapGet("/lessons/{name}.html", (string name, OpenLessons lessons) =>
            lessons.Find(name) is { } path ? Results.File(Encoding.UTF8.GetBytes(SinglePage.Render(name, NotebookReader.ReadFile(path), assets)), "text/html; charset=utf-8", name + ".html") : Missing(name));
        app.MapGet("/lessons/{name}/socket", async (HttpContext context, string name, OpenLessons lessons, IHostApplicationLifetime life) =>
        {
            if (!context.WebSockets.IsWebSocketRequest || Contents.Of(course).FirstOrDefault(lesson => lesson.Name == name) is not { Trouble: null })
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            if (!await StudioSocket.HasKeyAsync(socket, gate, life.ApplicationStopping) || lessons.Open(name) is not { } session) return;
            LastPlace.Keep(course, name);
            await StudioSocket.ServeAsync(socket, session, life.ApplicationStopping);
        });
    }

    private static IResult Html(string text) => Results.Text(text, "text/html; charset=utf-8");

    private static IResult Missing(string name) => Results.Text($"There is no lesson \"{name}\".", statusCode: StatusCodes.Status404NotFound);
}
