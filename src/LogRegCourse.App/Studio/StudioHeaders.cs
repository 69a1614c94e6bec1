using Microsoft.AspNetCore.Http;

namespace LogRegCourse.App.Studio;

/// <summary>What every answer of the Studio forbids the browser: foreign scripts, foreign frames, a referrer, guessing.</summary>
internal static class StudioHeaders
{
    public static void Add(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
    }
}
