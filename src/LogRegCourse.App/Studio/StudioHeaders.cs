using Microsoft.AspNetCore.Http;

namespace LogRegCourse.App.Studio;

/// <summary>What every answer of the Studio forbids the browser: foreign scripts, foreign frames, a referrer, guessing.</summary>
internal static class StudioHeaders
{
    // Plotly, KaTeX and CodeMirror set styles on elements; scripts come from files of our own only.
    private const string Policy =
        "default-src 'none'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'{0}; font-src 'self' data:{0}; img-src 'self' data: blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Add(HttpContext context, bool areAssetsLocal)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Format(null, Policy, areAssetsLocal ? "" : " https://cdn.jsdelivr.net");
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
    }
}
