using LogRegCourse.Kernel.Packages;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.KernelProcess.Tests.Packages;

public class PackageRestoreTests
{
    private readonly Clock _clock = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
    private int _asked;

    [Theory]
    [InlineData(nameof(PackageAnswerKind.Refused), 23, 1)]
    [InlineData(nameof(PackageAnswerKind.Refused), 25, 2)]
    [InlineData(nameof(PackageAnswerKind.Unreachable), 0, 1)]
    [InlineData(nameof(PackageAnswerKind.Unreachable), 1, 2)]
    public void No_IsRememberedForAWhile(string kind, int hoursLater, int asked)
    {
        var restore = Answering(Enum.Parse<PackageAnswerKind>(kind));
        restore.Ask([new("Some.Package", "1.0.0", false, 1)], []);
        _clock.Now += TimeSpan.FromHours(hoursLater);
        var again = Answering(Enum.Parse<PackageAnswerKind>(kind)).Ask([new("Some.Package", "1.0.0", false, 7)], []);
        Assert.Equal((asked, "why not"), (_asked, again.Answer.Message));
    }

    [Fact]
    public void Answer_HoldsForTheSameQuestionAlone()
    {
        var restore = Answering(PackageAnswerKind.Refused);
        restore.Ask([new("Some.Package", "1.0.0", false, 1)], []);
        restore.Ask([new("Some.Package", "1.0.1", false, 1)], []);
        restore.Ask([new("Some.Package", "1.0.0", false, 1)], ["/another/feed"]);
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), "<configuration />");
        restore.Ask([new("Some.Package", "1.0.0", false, 1)], []);
        Assert.Equal(4, _asked);
    }

    [Fact]
    public void BrokenMemory_IsAskedAgain()
    {
        Answering(PackageAnswerKind.Refused).Ask([new("Some.Package", "1.0.0", false, 1)], []);
        foreach (var file in Directory.EnumerateFiles(_folder, "answer.json", SearchOption.AllDirectories)) File.WriteAllText(file, "{ half");
        Assert.Equal(PackageAnswerKind.Refused, Answering(PackageAnswerKind.Refused).Ask([new("Some.Package", "1.0.0", false, 1)], []).Answer.Kind);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public void NotebookFolder_ThatIsGoneOrMayNotBeListed_IsNoObstacle()
    {
        var gone = Path.Combine(_folder, "closed", "notebooks");
        Answering(PackageAnswerKind.Refused, gone).Ask([new("Some.Package", "1.0.0", false, 1)], []);
        Directory.CreateDirectory(gone);
        // Root may list it all the same.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.GetDirectoryName(gone)!, UnixFileMode.UserExecute);
        Answering(PackageAnswerKind.Refused, gone).Ask([new("Some.Package", "1.0.0", false, 1)], []);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Lock_ThatIsHeldForEver_IsNamed()
    {
        var restore = Answering(PackageAnswerKind.Refused);
        restore.Ask([new("Some.Package", "1.0.0", false, 1)], []);
        var file = Directory.EnumerateFiles(_folder, "lock", SearchOption.AllDirectories).Single();
        using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        _clock.Pace = TimeSpan.FromMinutes(1);
        Assert.Contains(file, Assert.Throws<IOException>(() => restore.Ask([new("Some.Package", "1.0.0", false, 1)], [])).Message);
    }

    [Theory]
    [InlineData("x.csproj : error NU1101: Unable to find package Plotly.NET. No packages exist with this id in source(s): somewhere", nameof(PackageAnswerKind.Refused), "Plotly.NET")]
    [InlineData("x.csproj : error NU1102: Unable to find package Plotly.NET with version (= 5.1.0)\n - Found 3 version(s)", nameof(PackageAnswerKind.Refused), "Plotly.NET")]
    [InlineData("x.csproj : error NU1301: Unable to load the service index for source https://somewhere.", nameof(PackageAnswerKind.Unreachable), null)]
    [InlineData("", nameof(PackageAnswerKind.Unreachable), null)]
    public void Feed_IsUnderstood(string printed, string kind, string? package)
    {
        var answer = DotnetRestore.Answer(printed, _clock.Now);
        Assert.Equal((kind, package), (answer.Kind.ToString(), answer.Package));
        Assert.NotEmpty(answer.Message!);
    }

    private PackageRestore Answering(PackageAnswerKind kind, string? notebooks = null) => new(_folder, notebooks ?? _folder, _clock, (_, _, now) =>
    {
        _asked++;
        return new(kind, now, "Some.Package", "why not");
    });

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        /// <summary>How much time passes from one look at the clock to the next.</summary>
        public TimeSpan Pace { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => (Now += Pace).Ticks;
    }
}
