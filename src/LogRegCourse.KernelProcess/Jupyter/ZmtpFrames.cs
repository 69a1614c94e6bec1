using System.Buffers.Binary;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>ZMTP's framing: a flag byte, a length of one or eight bytes, the body. Specification: rfc.zeromq.org/spec/23.</summary>
internal static class ZmtpFrames
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    /// <summary>Reads one message of several frames; isCommand tells the handshake's and keep-alive's own messages apart.</summary>
    /// <exception cref="InvalidDataException">This is not ZMTP, or a frame is longer than allowed.</exception>
    public static List<byte[]> Read(Stream stream, int maxBytes, out bool isCommand)
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
            if (size > (ulong)maxBytes) throw new InvalidDataException($"A frame of {size} bytes.");
            var body = new byte[size];
            stream.ReadExactly(body);
            frames.Add(body);
            maxBytes -= (int)size;
            if ((flags & More) == 0) return frames;
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
