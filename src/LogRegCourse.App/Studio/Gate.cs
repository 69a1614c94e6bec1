using System.Net;
using System.Security.Cryptography;
using System.Text;
using LogRegCourse.App.Kernels;
using Microsoft.AspNetCore.Http;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The one door in front of every address of the Studio, which runs code and so must be shut: the right Host (against
/// DNS rebinding), then no foreign Origin on anything that changes something or opens a socket, then the cookie that
/// only the holder of this run's token gets. The browser shows that cookie to every other server of this machine too, so
/// it lets nobody but readers in: what runs code is asked over a socket, whose first message is the page's key. That one
/// lies in the browser's storage, which is of one port alone.
/// </summary>
internal sealed class Gate(int port)
{
    private const int TokenBytes = 32;
    private readonly byte[] _cookieValue = Encoding.ASCII.GetBytes(NewSecret());
    private readonly byte[] _token = Encoding.ASCII.GetBytes(NewSecret());
    private readonly byte[] _pageKey = Encoding.ASCII.GetBytes(NewSecret());
    private byte[]? _tokenForOnce;
    private int _staleCookies;

    // Cookies of one host are shared between its ports, so the name says which.
    private readonly string _cookie = $"logregcourse-{port}";

    public string Token => Encoding.ASCII.GetString(_token);

    public string Address => $"http://127.0.0.1:{port}/";

    public string AddressWithToken => $"{Address}?token={Token}";

    /// <summary>An address whose token opens once: what a browser's history keeps of it is worth nothing.</summary>
    public string AddressForOnce()
    {
        var token = NewSecret();
        _tokenForOnce = Encoding.ASCII.GetBytes(token);
        return $"{Address}?token={token}";
    }

    /// <summary>Whether a socket's first message is the page's key.</summary>
    public bool IsPageKey(string given)
    {
        if (IsSame(given, _pageKey)) return true;
        StudioLog.Say("A socket without the page's key was refused: another program of this machine may have tried it.");
        return false;
    }

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOwnHost(request.Host))
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "This is the Studio of the course; it answers on this machine only.");
        }
        else if (IsStateChanging(request) && !IsFromOwnPage(request))
        {
            await RefuseAsync(context, HttpStatusCode.Forbidden, "Another page asked for this, and only the Studio's own pages may.");
        }
        else if (request.Path == "/" && request.Query["token"] is [{ } token] && Opens(token))
        {
            context.Response.Cookies.Append(_cookie, Encoding.ASCII.GetString(_cookieValue), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            await SendOnAsync(context, request.Query["lesson"] is [{ Length: > 0 } lesson] ? $"/lessons/{Uri.EscapeDataString(lesson)}" : "/");
        }
        else if (request.Cookies[_cookie] is not { } cookie || !IsSame(cookie, _cookieValue))
        {
            LogGuess(request);
            await RefuseAsync(context, HttpStatusCode.Unauthorized, "Open the address that the terminal shows, with its token: it is made anew each time the Studio starts.");
        }
        else
        {
            await next(context);
        }
    }

    private bool IsOwnHost(HostString host) =>
        host.Port == port && host.Host is ("127.0.0.1" or "localhost");

    private static bool IsStateChanging(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest || request.Headers.Upgrade.Count > 0
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    private bool IsFromOwnPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return origin == $"http://{request.Host.Value}" && site is ("" or "same-origin");
    }

    private static bool IsSame(string given, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(expected));

    private bool Opens(string token)
    {
        if (IsSame(token, _token)) return true;
        var once = _tokenForOnce;
        return once is not null && IsSame(token, once) && Interlocked.CompareExchange(ref _tokenForOnce, null, once) == once;
    }

    // Pages of an earlier run go on asking with its cookie; that is said once.
    private void LogGuess(HttpRequest request)
    {
        if (request.Query.ContainsKey("token")) StudioLog.Say("A wrong or used token was refused.");
        else if (request.Cookies.ContainsKey(_cookie) && Interlocked.Increment(ref _staleCookies) == 1)
            StudioLog.Say("A cookie that is not of this run was refused: a page of an earlier run is open, or somebody guesses.");
    }

    // A page, no redirect: that would still count as coming from wherever the link was pressed, and the browser would
    // keep a strict cookie back. Its script takes the key, and leaves no trace of the token in the way back.
    private Task SendOnAsync(HttpContext context, string goal)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="en" data-page-key="{Encoding.ASCII.GetString(_pageKey)}" data-goal="{WebUtility.HtmlEncode(goal)}"><meta charset="utf-8"><title>Opening</title>
            <link rel="icon" href="data:,"><script type="module" src="/assets/studio/opening.js"></script></html>
            """);
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string sentence)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
