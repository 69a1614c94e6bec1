namespace LogRegCourse.App.Doctor;

internal sealed class NodeProbe : Probe
{
    public override string Subject => "Node";

    public override async Task<Finding> LookAsync(CancellationToken cancel) =>
        await Tool.AskAsync("node", ["--version"], cancel) is { } version
            ? Finding.Present(version)
            : Finding.Optional("none: pages fetch plotly.js, KaTeX and the editor from a public CDN, so they need the Internet", "install Node 20 from https://nodejs.org, then: dotnet build");
}
