using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.KernelProcess.Session;
using LogRegCourse.KernelProcess.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

/// <summary>What reads from strangers: broken input is refused, and nothing else happens.</summary>
public class JupyterFuzzTests
{
    private const string File = """{"ip": "127.0.0.1", "transport": "tcp", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "key": "a", "signature_scheme": "hmac-sha256", "kernel_name": "x"}""";

    private static readonly string[] Types =
        ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request", "comm_open", "comm_msg", "comm_close", "kernel_info_request", "interrupt_request", "shutdown_request", "input_reply", "no_such_request"];

    private static readonly byte[] Content = """{"code": "print x", "cursor_pos": 3, "silent": false, "store_history": true, "allow_stdin": false, "stop_on_error": true, "hist_access_type": "range", "n": 3, "session": 0, "start": 1, "stop": 9, "pattern": "*", "unique": true, "output": true, "raw": true, "comm_id": "7", "target_name": "x", "restart": false, "value": "y", "detail_level": 1}"""u8.ToArray();

    [Fact]
    public void Frames_AreReadOrRefused()
    {
        var random = new Random(1);
        var stream = new MemoryStream();
        ZmtpFrames.Write(stream, [[1, 2], [], Encoding.ASCII.GetBytes(new string('x', 300)), [9]]);
        ZmtpFrames.WriteCommand(stream, [1, 2, 3]);
        var whole = stream.ToArray();
        for (var round = 0L; round < FuzzRounds.Of(100_000); round++) Refused(new MemoryStream(Mutation.Of(whole, random)), input =>
        {
            while (true) ZmtpFrames.Read(input, 100_000, out _);
        });
    }

    [Fact]
    public void Handshakes_AreMadeOrRefused()
    {
        var random = new Random(2);
        var other = new MemoryStream();
        Refused(new MemoryStream(), input => ZmtpHandshake.Meet(input, other, "DEALER"));
        var ready = new MemoryStream();
        ZmtpFrames.WriteCommand(ready, [.. "\u0005READY\u000bSocket-Type\0\0\0\u0006DEALER\u0008Identity\0\0\0\u0001a"u8]);
        byte[] whole = [.. other.ToArray(), .. ready.ToArray()];
        Assert.Equal("a", ZmtpHandshake.Meet(new MemoryStream(whole), new MemoryStream(), "ROUTER"));
        for (var round = 0L; round < FuzzRounds.Of(100_000); round++)
            Refused(new MemoryStream(Mutation.Of(whole, random)), input => ZmtpHandshake.Meet(input, Stream.Null, "ROUTER"));
    }

    [Fact]
    public void Messages_AreReadOrRefused()
    {
        var random = new Random(3);
        var signer = new JupyterSigner("");
        for (var round = 0L; round < FuzzRounds.Of(40_000); round++)
        {
            var frames = signer.Write(Types[random.Next(Types.Length)], [], null, [[1]]).ToList();
            frames[^1] = Content;
            var at = random.Next(frames.Count);
            frames[at] = Mutation.Of(frames[at], random);
            if (random.Next(10) == 0) frames.RemoveAt(random.Next(frames.Count));
            if (signer.Read(frames) is not { } message) continue;
            var request = new JupyterRequest(message, null!);
            request.Text("code");
            request.Number("cursor_pos");
            request.IsTrue("silent", otherwise: false);
        }
    }

    [Fact]
    public void ConnectionFiles_AreReadOrRefused()
    {
        var random = new Random(4);
        var whole = Encoding.UTF8.GetBytes(File);
        Assert.Equal(5, ConnectionFile.Parse(whole, "f").HbPort);
        for (var round = 0L; round < FuzzRounds.Of(100_000); round++)
        {
            try
            {
                var file = ConnectionFile.Parse(Mutation.Of(whole, random), "f");
                Assert.All([file.ShellPort, file.IopubPort, file.StdinPort, file.ControlPort, file.HbPort], port => Assert.InRange(port, 0, 65535));
                Assert.NotNull(file.Key);
            }
            catch (InvalidDataException)
            {
                // The told refusal.
            }
        }
    }

    [Fact]
    public void SignedMessagesOfAnyContent_OnAllSockets_LeaveAServerThatAnswers()
    {
        var random = new Random(5);
        var session = new EchoSession();
        using var work = new WorkQueue(session);
        var connection = JupyterClient.FreePorts();
        using var server = new JupyterServer(session, work, connection);
        using var client = new JupyterClient(connection);
        var signer = new JupyterSigner(connection.Key);
        int[] ports = [connection.ShellPort, connection.ControlPort, connection.StdinPort, connection.IopubPort, connection.HbPort];
        for (var round = 0L; round < FuzzRounds.Of(100); round++)
        {
            using var peer = new TcpClient("127.0.0.1", ports[round % ports.Length]);
            var stream = peer.GetStream();
            ZmtpHandshake.Meet(stream, stream, "DEALER");
            try
            {
                for (var i = 0; i < 20; i++) ZmtpFrames.Write(stream, signer.Sign(Encoding.UTF8.GetBytes($$"""{"msg_type": "{{Types[random.Next(Types.Length)]}}", "msg_id": "{{round}}-{{i}}"}"""), Mutation.Of(Content, random)));
            }
            catch (IOException)
            {
                // Cut off, as no message is longer than what is taken.
            }
        }
        client.Send("kernel_info_request", new JsonObject());
        Assert.Equal("kernel_info_reply", JupyterClient.Next(client.Shell).Type);
    }

    private static void Refused(Stream input, Action<Stream> read)
    {
        try
        {
            read(input);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            // The told refusals.
        }
    }
}
