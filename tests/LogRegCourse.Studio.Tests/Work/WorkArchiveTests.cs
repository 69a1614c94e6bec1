using System.IO.Compression;
using System.Text;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Studio.Work;

namespace LogRegCourse.Studio.Tests.Work;

public class WorkArchiveTests
{
    private const string NoZip = "This file is not a zip, or not a whole one: choose the one that \"Download all your work\" made. Nothing was restored.";

    private static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 2, TimeSpan.Zero);
    private static readonly string Text = NotebookWriter.Write(SmallNotebook.Of(("title", "# σ"), ("a", "1 + 1")));

    [Fact]
    public void Work_ComesBackAsItWas()
    {
        KeptNotebook[] notebooks = [new("01-first", Text), new("own/My notes", Text)];
        var zip = WorkArchive.Write(notebooks, """{"2.1":"passed"}""", At);
        var read = WorkArchive.Read(zip);
        Assert.Equal(notebooks, read.Notebooks);
        Assert.Equal("passed", read.Progress["2.1"]);
        Assert.Empty(read.LeftOut);
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(["lessons/01-first.ipynb", "own/My notes.ipynb", "progress.json"], archive.Entries.Select(entry => entry.FullName));
    }

    [Theory]
    [InlineData("../lessons/01-first.ipynb")]
    [InlineData("lessons/../../01-first.ipynb")]
    [InlineData("lessons/..\\01-first.ipynb")]
    [InlineData("/lessons/01-first.ipynb")]
    [InlineData("lessons/...ipynb")]
    [InlineData("lessons/.ipynb")]
    [InlineData("own/a\0b.ipynb")]
    [InlineData("lessons/01-first.exe")]
    [InlineData("C:\\lessons\\01-first.ipynb")]
    public void PathThatIsNotAName_IsLeftOut(string path)
    {
        var read = WorkArchive.Read(Zip(("lessons/02.ipynb", Text), (path, Text)));
        Assert.Equal("02", Assert.Single(read.Notebooks).Name);
        Assert.Equal($"{path} is no file of this course's copies.", Assert.Single(read.LeftOut));
    }

    [Fact]
    public void FileThatIsNoNotebook_IsLeftOutWithTheReadersSentence()
    {
        var read = WorkArchive.Read(Zip(("lessons/02.ipynb", Text), ("own/x.ipynb", "{}"), ("progress.json", "[1]"), ("lessons/02.ipynb", Text)));
        Assert.Equal(
            ["x.ipynb is JSON but not a notebook: it does not say its nbformat version.", "progress.json is not what the checks write.", "lessons/02.ipynb is there twice: the first was taken."],
            read.LeftOut);
    }

    [Fact]
    public void ZipOfSomethingElse_SaysSo() => Assert.Equal(
        "This zip holds no work of this course: choose the one that \"Download all your work\" made. holiday.jpg is no file of this course's copies.",
        Refusal(Zip(("holiday.jpg", ""))));

    [Fact]
    public void NoZip_IsSaid() => Assert.All([[], "PK"u8.ToArray(), Encoding.UTF8.GetBytes(Text), WorkArchive.Write([new("01", Text)], null, At)[..^30]], bytes => Assert.Equal(NoZip, Refusal(bytes)));

    [Fact]
    public void Bomb_IsNotUnpackedFurtherThanWorkCanBe()
    {
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Each file as long as a notebook may be, five of them more than all of one's work may be.
            var zeros = new byte[NotebookReader.LargestFileMegabytes * 1024 * 1024];
            for (var i = 0; i < 5; i++)
            {
                using var into = zip.CreateEntry($"own/{i}.ipynb").Open();
                into.Write(zeros);
            }
        }
        Assert.InRange(bomb.Length, 1, 1_000_000);
        Assert.Equal("This zip unpacks to more than 256 MB, so it is no copy of your work. Nothing was restored.", Refusal(bomb.ToArray()));
    }

    [Fact]
    public void FileLongerThanItIsSaidToBe_IsLeftOut()
    {
        var zip = Zip(("lessons/02.ipynb", Text), ("own/x.ipynb", Text + new string(' ', 100_000)));
        // The central directory's length of the second file.
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(entry + 24), 10);
        Assert.Equal(["02"], WorkArchive.Read(zip).Notebooks.Select(notebook => notebook.Name));
    }

    [Fact]
    public void TooManyFiles_AreRefused() => Assert.Equal(
        "This zip has 1001 files, more than 1000, so it is no copy of your work. Nothing was restored.",
        Refusal(Zip([.. Enumerable.Range(0, 1001).Select(i => ($"lessons/{i}.ipynb", ""))])));

    [Fact]
    public void AnyByteChanged_GivesASentenceOrTheRest_NothingElse()
    {
        var whole = WorkArchive.Write([new("01-first", Text), new("own/x", Text)], "{}", At);
        var random = new Random(1);
        for (var round = 0; round < 400; round++)
        {
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.All(WorkArchive.Read(bytes).Notebooks, notebook => Assert.DoesNotContain("..", notebook.Name));
            }
            catch (NotebookException)
            {
            }
        }
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<NotebookException>(() => WorkArchive.Read(bytes)).Message;

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var into = new StreamWriter(zip.CreateEntry(path).Open());
                into.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
