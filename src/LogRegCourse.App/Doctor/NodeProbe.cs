using LogRegCourse.App.Export;

namespace LogRegCourse.App.Doctor;

internal sealed class NodeProbe : Probe
{
    private const string WithoutAssets = "pages fetch plotly.js and KaTeX from a public CDN, so they need the Internet, and code is written in plain text fields";

    public override string Subject => "Node";

    public override async Task<Finding> LookAsync(CancellationToken cancel) =>
        (await Tool.AskAsync("node", ["--version"], cancel), WebAssets.Built.AreLocal) switch
        {
            (null, true) => Finding.Present("none now, but the pages' scripts are built"),
            (null, false) => Finding.Optional($"none: {WithoutAssets}", "install Node 20 or newer from https://nodejs.org, then: dotnet build"),
            ({ } version, true) => Finding.Present($"{version}, and the pages' scripts are built"),
            ({ } version, false) => Finding.Optional($"{version}, but the pages' scripts are not built: {WithoutAssets}", "dotnet build src/LogRegCourse.App"),
        };
}
