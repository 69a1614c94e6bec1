namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>How many bytes of messages that are not yet handled all peers together may make the kernel hold.</summary>
internal sealed class ReceiveBudget(long limit)
{
    private long _held;

    /// <summary>Counts bytes that came.</summary>
    /// <exception cref="InvalidDataException">It is too much: whoever sent it is cut off.</exception>
    public void Take(int bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= limit) return;
        Interlocked.Add(ref _held, -bytes);
        throw new InvalidDataException("More than the kernel holds of messages that have not ended.");
    }

    /// <summary>The bytes are handled, or their sender is gone.</summary>
    public void Give(long bytes) => Interlocked.Add(ref _held, -bytes);
}
