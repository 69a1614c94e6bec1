using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using LogRegCourse.App.Studio;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LogRegCourse.App.Tests.Studio;

public sealed class GateTests : IAsyncLifetime
{
    private RunningStudio _studio = null!;

    private Gate Gate => _studio.Gate;

    public async ValueTask InitializeAsync() => _studio = await RunningStudio.StartAsync();

    public ValueTask DisposeAsync() => _studio.DisposeAsync();

    [Fact]
    public async Task EveryRoute_WithoutTheCookie_IsRefused()
    {
        var routes = _studio.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Concat(((IEndpointRouteBuilder)_studio.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
            .Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().ToList();
        Assert.Contains("/lessons/{name}/socket", routes);
        using var stranger = new HttpClient();
        foreach (var route in routes.Append("/assets/styles/page.css").Append("/no/such/place"))
        {
            var answer = await stranger.GetAsync($"{Gate.Address}{route.TrimStart('/').Replace("{name}", "01-first")}");
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{route} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Token_GivesAStrictCookieOnce_AndTheCookieOpens()
    {
        using var reader = new HttpClient();
        var answer = await reader.GetAsync(Gate.AddressWithToken);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Gate.Token, cookie);
        Assert.Equal(64, Gate.Token.Length);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(Gate.Address)).StatusCode);
    }

    [Fact]
    public async Task TokenForOnce_OpensOnce()
    {
        var address = Gate.AddressForOnce();
        using var first = new HttpClient();
        using var second = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(Gate.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(Gate.AddressWithToken)).StatusCode);
    }

    [Fact]
    public async Task OpeningFile_IsItsOwnersAlone_AndGoesWithTheRun()
    {
        var address = Gate.AddressForOnce();
        var path = "";
        using (var file = OpeningFile.Write(_studio.Course.Folder, _studio.Port, address))
        {
            path = file!.Path;
            Assert.Contains(address, await File.ReadAllTextAsync(path));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("?token=")]
    [InlineData("?token=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task WrongToken_IsRefused(string query)
    {
        using var stranger = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(Gate.Address + query)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost")]
    [InlineData("169.254.1.1")]
    public async Task ForeignHost_EvenWithTheCookie_IsRefused(string host)
    {
        using var reader = await _studio.ReaderAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Gate.Address);
        request.Headers.Host = host;
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    [InlineData("own", "cross-site")]
    [InlineData("own", "same-site")]
    public async Task StateChange_FromElsewhere_IsRefused(string? origin, string? site)
    {
        using var reader = await _studio.ReaderAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Gate.Address);
        if (origin is not null) request.Headers.Add("Origin", origin == "own" ? Gate.Address.TrimEnd('/') : origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData(null)]
    public async Task Socket_FromElsewhere_IsRefused(string? origin)
    {
        using var socket = await SocketAsync(origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketAddress, CancellationToken.None));
    }

    [Fact]
    public async Task Socket_WithThePageKey_IsTold()
    {
        using var socket = await SocketAsync(Gate.Address.TrimEnd('/'));
        await socket.ConnectAsync(SocketAddress, CancellationToken.None);
        await SendAsync(socket, await PageKeyAsync());
        var buffer = new byte[1024];
        Assert.Equal(WebSocketMessageType.Text, (await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType);
    }

    // What another server of the machine has: the browser shows it the cookie, and with that the pages can be read.
    [Theory]
    [InlineData("{\"type\":\"run-cells\",\"cellIds\":[\"one\"]}")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Socket_WithTheCookieAlone_IsClosed_AndTheLessonIsNotOpened(string first)
    {
        using var socket = await SocketAsync(Gate.Address.TrimEnd('/'));
        await socket.ConnectAsync(SocketAddress, CancellationToken.None);
        await SendAsync(socket, first);
        var answer = await socket.ReceiveAsync(new byte[1024], CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, answer.CloseStatus);
        Assert.False(File.Exists(Path.Combine(_studio.Course.Folder.Root, ".logregcourse", "last-lesson")));
    }

    [Fact]
    public async Task NoPageOrFile_HasThePageKeyForTheCookie()
    {
        var key = await PageKeyAsync();
        Assert.Equal(64, key.Length);
        using var reader = await _studio.ReaderAsync();
        foreach (var path in new[] { "", "lessons/01-first", "lessons/01-first.html", "lessons/01-first.ipynb", "search?q=first", "assets/studio/opening.js" })
            Assert.DoesNotContain(key, await reader.GetStringAsync(Gate.Address + path));
    }

    [Fact]
    public async Task EveryAnswer_ForbidsForeignScriptsFramesAndReferrers()
    {
        using var reader = await _studio.ReaderAsync();
        foreach (var path in new[] { "", "lessons/01-first", "assets/styles/page.css", "nothing" })
        {
            var headers = (await reader.GetAsync(Gate.Address + path)).Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe-eval", policy);
            Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy);
            Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("lessons/..%2f..%2fsecret.ipynb")]
    [InlineData("lessons/%2e%2e%2fsecret.ipynb")]
    [InlineData("assets/..%2f..%2fLogRegCourse.App.dll")]
    [InlineData("assets/%2e%2e/LogRegCourse.App.dll")]
    public async Task PathOutOfTheCourse_FindsNothing(string path)
    {
        File.WriteAllText(Path.Combine(_studio.Course.Folder.Root, "secret.ipynb"), "{}");
        using var reader = await _studio.ReaderAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Gate.Address + path)).StatusCode);
    }

    [Fact]
    public async Task Studio_OnAnotherAddressOfTheMachine_DoesNotListen()
    {
        var others = (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(address => !IPAddress.IsLoopback(address)).ToList();
        foreach (var address in others)
        {
            using var client = new TcpClient(address.AddressFamily);
            await Assert.ThrowsAnyAsync<SocketException>(async () => await client.ConnectAsync(address, _studio.Port));
        }
    }

    private async Task<string> PageKeyAsync()
    {
        using var reader = new HttpClient();
        var page = await reader.GetStringAsync(Gate.AddressWithToken);
        const string Before = "data-page-key=\"";
        var start = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[start..page.IndexOf('"', start)];
    }

    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private Uri SocketAddress => new($"ws://127.0.0.1:{_studio.Port}/lessons/01-first/socket");

    private async Task<ClientWebSocket> SocketAsync(string? origin)
    {
        var cookies = new CookieContainer();
        using var reader = await _studio.ReaderAsync(cookies);
        var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }
}
