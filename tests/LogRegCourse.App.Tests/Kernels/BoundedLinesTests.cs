using System.Text;
using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Tests.Kernels;

public class BoundedLinesTests
{
    /// <summary>Its writer waits for an answer: who asks for more bytes before the line is told waits for ever.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(1024)]
    [InlineData(4096)]
    [InlineData(16 * 1024)]
    [InlineData(64 * 1024)]
    public void Line_WhoseEndIsThere_IsToldBeforeMoreIsRead(int bytes)
    {
        using var stream = new Unanswered(Encoding.UTF8.GetBytes(new string('a', bytes - 1) + "\n"));
        Assert.Equal((new string('a', bytes - 1), false), BoundedLines.Of(stream, longest: 1_000_000).First());
    }

    [Fact]
    public void LettersOfSeveralBytes_AreWhole_AndTooLongLinesAreCut()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{new string('σ', 10_000)}\r\n\n{new string('é', 50_000)}\nlast"));
        Assert.Equal([(new string('σ', 10_000), false), ("", false), (new string('é', 20_000), true), ("last", false)], BoundedLines.Of(stream, longest: 20_000));
    }

    private sealed class Unanswered(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position < Length ? base.Read(buffer, offset, count) : throw new InvalidOperationException("More is read, with a whole line in hand.");

        public override int Read(Span<byte> buffer) =>
            Position < Length ? base.Read(buffer) : throw new InvalidOperationException("More is read, with a whole line in hand.");
    }
}
