namespace LogRegCourse.App.Doctor;

internal sealed class VsCodeProbe : Probe
{
    private static readonly string[] Extensions = ["ms-toolsai.jupyter", "ms-dotnettools.csharp"];

    public override string Subject => "VS Code";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        if (await Tool.AskAsync("code", ["--list-extensions"], cancel) is not { } list)
            return Finding.Optional("none on the PATH", "install it from https://code.visualstudio.com");
        var missing = Extensions.Except(list.Split(['\r', '\n'], StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase).ToList();
        return missing.Count == 0
            ? Finding.Present("with the Jupyter and C# extensions")
            : Finding.Optional($"without {string.Join(" and ", missing)}", string.Join("; ", missing.Select(id => $"code --install-extension {id}")));
    }
}
