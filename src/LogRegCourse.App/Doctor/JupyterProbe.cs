using System.Text.Json;

namespace LogRegCourse.App.Doctor;

internal sealed class JupyterProbe : Probe
{
    public override string Subject => "Jupyter";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        const string Install = "dotnet run --project src/LogRegCourse.App -- kernel install";
        if (await Tool.AskAsync("jupyter", ["kernelspec", "list", "--json"], cancel) is not { } list)
            return Finding.Optional("none: the lessons open in the Studio, in VS Code or as a site instead", $"pip install notebook; {Install}");
        var hasKernel = list.StartsWith('{') && JsonElement.Parse(list).GetProperty("kernelspecs").TryGetProperty(".net-csharp", out _);
        return hasKernel ? Finding.Present("with a C# kernel") : Finding.Optional("without a C# kernel", Install);
    }
}
