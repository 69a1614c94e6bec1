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
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllText(path), ConnectionJson.Default.ConnectionFile)
                ?? throw new InvalidDataException($"The connection file {path} is empty.");
            if (file.Transport != "tcp") throw new InvalidDataException($"The connection file {path} asks for transport {file.Transport}; this kernel speaks tcp.");
            if (file.SignatureScheme != "hmac-sha256") throw new InvalidDataException($"The connection file {path} asks for signatures by {file.SignatureScheme}; this kernel signs by hmac-sha256.");
            return file;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The connection file {path} is not what Jupyter writes: {error.Message}", error);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConnectionFile))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
