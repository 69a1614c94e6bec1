using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The one door in front of every address of the Studio, which runs code and so must be shut: the right Host (against
/// DNS rebinding), then no foreign Origin on anything that changes something or opens a socket, then the cookie that
/// only the holder of this run's token gets. What is behind the gate need not ask again.
/// </summary>
internal sealed class Gate(int port)
{
    private const int TokenBytes = 32;
    private readonly byte[] _cookieValue = Encoding.ASCII.GetBytes(NewSecret());
    private readonly byte[] _token = Encoding.ASCII.GetBytes(NewSecret());

    // Cookies of one host are shared between its ports, so the name says which.
    private readonly string _cookie = $"logregcourse-{port}";

    public string Token => Encoding.ASCII.GetString(_token);

    public string Address => $"http://127.0.0.1:{port}/";

    public string AddressWithToken => $"{Address}?token={Token}";

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
        else if (request.Path == "/" && request.Query["token"] is [{ } token] && IsSame(token, _token))
        {
            context.Response.Cookies.Append(_cookie, Encoding.ASCII.GetString(_cookieValue), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            // No redirect: it would still count as coming from wherever the link was pressed, and the browser would keep
            // a strict cookie back. The contents come at once, and their script takes the token out of the address.
            if (request.Query["lesson"] is [{ Length: > 0 } lesson]) await SendOnAsync(context, $"/lessons/{Uri.EscapeDataString(lesson)}");
            else await next(context);
        }
        else if (request.Cookies[_cookie] is not { } cookie || !IsSame(cookie, _cookieValue))
        {
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

    private static Task SendOnAsync(HttpContext context, string goal)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><title>Opening</title><link rel=\"icon\" href=\"data:,\"><meta http-equiv=\"refresh\" content=\"0;url={goal}\"></html>");
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string sentence)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
