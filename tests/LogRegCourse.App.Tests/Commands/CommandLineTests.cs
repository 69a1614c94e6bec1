using System.Diagnostics;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CommandLineTests()
    {
        Directory.CreateDirectory(_folder.PathOf("data"));
        _folder.Write("notebooks/01-one.ipynb", Samples.Around());
        _folder.Write("elsewhere.ipynb", Samples.Around());
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("frobnicate", "Unrecognized command or argument 'frobnicate'; see  dotnet run --project src/LogRegCourse.App -- --help\n")]
    [InlineData("opne", "Unrecognized command or argument 'opne'; did you mean open? See  dotnet run --project src/LogRegCourse.App -- --help\n")]
    [InlineData("run --timeout x", "--timeout needs a number of seconds above 0 and at most 86400, not \"x\"; see  dotnet run --project src/LogRegCourse.App -- run --help\n")]
    [InlineData("run --timeout -1", "--timeout needs a number of seconds above 0 and at most 86400, not \"-1\"; see  dotnet run --project src/LogRegCourse.App -- run --help\n")]
    [InlineData("run --frob", "There is no option --frob; see  dotnet run --project src/LogRegCourse.App -- run --help\n")]
    [InlineData("open --port x", "--port needs a number from 1 to 65535, not \"x\"; see  dotnet run --project src/LogRegCourse.App -- open --help\n")]
    [InlineData("open --port 70000", "--port needs a number from 1 to 65535, not \"70000\"; see  dotnet run --project src/LogRegCourse.App -- open --help\n")]
    [InlineData("open 07", "There is no notebook \"07\"; the lessons are 01-one.\n")]
    [InlineData("open elsewhere.ipynb", "elsewhere.ipynb is not one of the course's lessons: put it into notebooks to open it.\n")]
    [InlineData("run 07", "There is no notebook \"07\"; the lessons are 01-one.\n")]
    [InlineData("kernel instal", "Unrecognized command or argument 'instal'; did you mean install? See  dotnet run --project src/LogRegCourse.App -- kernel --help\n")]
    [InlineData("kernel install --frob", "Unrecognized command or argument '--frob'; see  dotnet run --project src/LogRegCourse.App -- kernel install --help\n")]
    [InlineData("kernel start", "Option '--connection-file' is required; see  dotnet run --project src/LogRegCourse.App -- kernel start --help\n")]
    [InlineData("kernel", "Required command was not provided; see  dotnet run --project src/LogRegCourse.App -- kernel --help\n")]
    public async Task WrongUsage_IsOneSentenceAndExitCodeTwo(string words, string sentence)
    {
        var (exitCode, output, error) = await BuiltApp.RunAsync(_folder.Path, words.Split(' '));
        Assert.Equal((2, "", sentence), (exitCode, output, error));
    }

    [Fact]
    public async Task Run_WithoutNotebooks_IsOneSentenceAndExitCodeTwo()
    {
        File.Delete(_folder.PathOf("notebooks/01-one.ipynb"));
        var (exitCode, _, error) = await BuiltApp.RunAsync(_folder.Path, "run");
        Assert.Equal((2, "There are no notebooks in notebooks.\n"), (exitCode, error));
    }

    [Fact]
    public async Task Help_NamesEveryVerb()
    {
        var (exitCode, output, error) = await BuiltApp.RunAsync(_folder.Path, "--help");
        Assert.Equal((0, ""), (exitCode, error));
        foreach (var verb in (string[])["open", "run", "export", "doctor", "kernel", "silo"]) Assert.Contains($"\n  {verb} ", output);
    }

    [Fact]
    public async Task DotnetRun_StaysInTheFolderOfItsCaller()
    {
        // In a folder of the project's own no path from the command line would be found.
        var start = new ProcessStartInfo("dotnet", ["msbuild", "-getProperty:RunWorkingDirectory", "-property:StartsOnly=true", "src/LogRegCourse.App/LogRegCourse.App.csproj"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var msbuild = Process.Start(start)!;
        var folder = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (msbuild.ExitCode, folder.Trim()));
    }
}
