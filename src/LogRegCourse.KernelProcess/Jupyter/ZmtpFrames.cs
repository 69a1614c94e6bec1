using System.Buffers.Binary;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>ZMTP's framing: a flag byte, a length of one or eight bytes, the body. Specification: rfc.zeromq.org/spec/23.</summary>
internal static class ZmtpFrames
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    // A frame may announce what never comes: room is made as bytes arrive.
    private const int FirstPiece = 64 * 1024;

    // Jupyter's messages have seven frames, and one for each buffer that they carry.
    private const int MostFrames = 1000;

    // What a frame costs besides its bytes, so that empty ones count too.
    private const int FrameOverhead = 64;

    /// <summary>Reads one message of several frames; isCommand tells the handshake's and keep-alive's own messages apart.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="maxBytes">The longest message that is taken.</param>
    /// <param name="isCommand">Whether it was a command.</param>
    /// <param name="arrived">Told of each piece that came, of the first byte before all, and may refuse more.</param>
    /// <exception cref="InvalidDataException">This is not ZMTP, or a message is longer than allowed.</exception>
    public static List<byte[]> Read(Stream stream, int maxBytes, out bool isCommand, Action<int>? arrived = null)
    {
        List<byte[]> frames = [];
        Span<byte> length = stackalloc byte[8];
        while (true)
        {
            var flags = ReadByte(stream);
            if ((flags & ~(More | Long | Command)) != 0) throw new InvalidDataException("A frame with unknown flags.");
            isCommand = (flags & Command) != 0;
            ulong size;
            if ((flags & Long) == 0)
            {
                size = ReadByte(stream);
            }
            else
            {
                stream.ReadExactly(length);
                size = BinaryPrimitives.ReadUInt64BigEndian(length);
            }
            if (frames.Count == MostFrames) throw new InvalidDataException($"A message of more than {MostFrames} frames.");
            if (maxBytes < 0 || size > (ulong)maxBytes) throw new InvalidDataException($"A frame of {size} bytes.");
            arrived?.Invoke(FrameOverhead);
            frames.Add(Body(stream, (int)size, arrived));
            maxBytes -= (int)size + FrameOverhead;
            if ((flags & More) == 0) return frames;
        }
    }

    private static byte[] Body(Stream stream, int size, Action<int>? arrived)
    {
        var body = new byte[Math.Min(size, FirstPiece)];
        var read = 0;
        while (true)
        {
            stream.ReadExactly(body.AsSpan(read));
            arrived?.Invoke(body.Length - read);
            read = body.Length;
            if (read == size) return body;
            Array.Resize(ref body, (int)Math.Min(size, 2L * read));
        }
    }

    public static void Write(Stream stream, IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++) WriteFrame(stream, frames[i], i < frames.Count - 1 ? More : (byte)0);
    }

    public static void WriteCommand(Stream stream, byte[] body) => WriteFrame(stream, body, Command);

    private static void WriteFrame(Stream stream, byte[] body, byte flags)
    {
        if (body.Length <= byte.MaxValue)
        {
            stream.Write([flags, (byte)body.Length]);
        }
        else
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)body.Length);
            stream.WriteByte((byte)(flags | Long));
            stream.Write(length);
        }
        stream.Write(body);
    }

    private static byte ReadByte(Stream stream)
    {
        var value = stream.ReadByte();
        return value >= 0 ? (byte)value : throw new EndOfStreamException();
    }
}
