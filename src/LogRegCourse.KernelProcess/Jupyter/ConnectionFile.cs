using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>Where a front end wants the kernel to listen, and the key that signs messages (empty: none are signed).</summary>
internal sealed record ConnectionFile(string Ip, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HbPort, string Key = "", string Transport = "tcp", string SignatureScheme = "hmac-sha256")
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is missing, broken, or asks for what this kernel does not speak.</exception>
    public static ConnectionFile Read(string path)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"There is no connection file {path}: Jupyter writes one and passes its name.");
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads what stands in the file.</summary>
    /// <exception cref="InvalidDataException">It is broken, or asks for what this kernel does not speak.</exception>
    public static ConnectionFile Parse(ReadOnlySpan<byte> text, string path)
    {
        try
        {
            if (text.StartsWith("\ufeff"u8)) text = text[3..];
            var file = JsonSerializer.Deserialize(text, ConnectionJson.Default.ConnectionFile)
                ?? throw new InvalidDataException($"The connection file {path} is empty.");
            if (file.Transport != "tcp") throw new InvalidDataException($"The connection file {path} asks for transport {file.Transport}; this kernel speaks tcp.");
            if (file.SignatureScheme != "hmac-sha256") throw new InvalidDataException($"The connection file {path} asks for signatures by {file.SignatureScheme}; this kernel signs by hmac-sha256.");
            if (file.Address is null) throw new InvalidDataException($"The connection file {path} names no address to listen on: ip is {file.Ip}.");
            if (file.Ports.Any(port => port is < 0 or > ushort.MaxValue)) throw new InvalidDataException($"The connection file {path} names a port that is none: ports go to {ushort.MaxValue}.");
            return file;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The connection file {path} is not what Jupyter writes: {error.Message}", error);
        }
    }

    /// <summary>The address of Ip; null where it is none.</summary>
    [JsonIgnore]
    public IPAddress? Address => Ip switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(Ip, out var address) ? address : null,
    };

    private IEnumerable<int> Ports => [ShellPort, IopubPort, StdinPort, ControlPort, HbPort];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ConnectionFile))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
