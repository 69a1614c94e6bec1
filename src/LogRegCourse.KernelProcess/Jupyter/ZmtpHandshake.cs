using System.Buffers.Binary;
using System.Text;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>How two ZMTP 3.0 peers meet: greetings, then READY with socket types, without encryption (mechanism NULL).</summary>
internal static class ZmtpHandshake
{
    private const int GreetingBytes = 64;
    private const int MaxReadyBytes = 64 * 1024;

    /// <summary>Greets a peer.</summary>
    /// <returns>The peer's identity, empty when it has none.</returns>
    /// <exception cref="InvalidDataException">The peer does not speak ZMTP 3.</exception>
    public static string Meet(Stream input, Stream output, string ownSocketType)
    {
        output.Write(OwnGreeting());
        output.Flush();
        var greeting = new byte[GreetingBytes];
        input.ReadExactly(greeting);
        var isZmtp3 = greeting[0] == 0xFF && greeting[9] == 0x7F && greeting[10] >= 3;
        if (!isZmtp3 || !greeting.AsSpan(12, 5).SequenceEqual("NULL\0"u8)) throw new InvalidDataException("Not a ZMTP 3 peer.");
        ZmtpFrames.WriteCommand(output, OwnReady(ownSocketType));
        output.Flush();
        var ready = ZmtpFrames.Read(input, MaxReadyBytes, out var isCommand)[0];
        if (!isCommand || !ready.AsSpan().StartsWith("\u0005READY"u8)) throw new InvalidDataException("A peer that is not ready.");
        return Properties(ready.AsSpan(6)).GetValueOrDefault("identity", "");
    }

    private static byte[] OwnGreeting()
    {
        var greeting = new byte[GreetingBytes];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    private static byte[] OwnReady(string socketType)
    {
        var value = Encoding.ASCII.GetBytes(socketType);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [.. "\u0005READY"u8, .. "\u000bSocket-Type"u8, .. length, .. value];
    }

    // Identities are bytes; Latin-1 keeps each of them apart.
    private static Dictionary<string, string> Properties(ReadOnlySpan<byte> bytes)
    {
        Dictionary<string, string> properties = [];
        while (bytes.Length > 0)
        {
            var nameLength = bytes[0];
            if (bytes.Length < 1 + nameLength + 4) throw new InvalidDataException("A broken READY.");
            var name = Encoding.ASCII.GetString(bytes.Slice(1, nameLength)).ToLowerInvariant();
            var valueLength = BinaryPrimitives.ReadInt32BigEndian(bytes[(1 + nameLength)..]);
            var rest = bytes[(1 + nameLength + 4)..];
            if (valueLength < 0 || valueLength > rest.Length) throw new InvalidDataException("A broken READY.");
            properties[name] = Encoding.Latin1.GetString(rest[..valueLength]);
            bytes = rest[valueLength..];
        }
        return properties;
    }
}
