using System.Net.Sockets;
using System.Text.Json.Nodes;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;
using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

public sealed class JupyterServerTests : IDisposable
{
    private readonly ConnectionFile _connection = JupyterClient.FreePorts();
    private readonly WorkQueue _work;
    private readonly JupyterServer _server;
    private readonly JupyterClient _client;

    public JupyterServerTests()
    {
        var session = new EchoSession();
        _work = new WorkQueue(session);
        _server = new JupyterServer(session, _work, _connection);
        _client = new JupyterClient(_connection);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _work.Dispose();
    }

    [Fact]
    public void Execute_IsFramedByBusyAndIdle()
    {
        _client.Execute("show value");
        Assert.Equal(["status", "execute_input", "display_data", "status"], _client.UntilIdle().Select(message => message.Type));
        var reply = JupyterClient.Next(_client.Shell);
        Assert.Equal(("execute_reply", "ok", 1), (reply.Type, Text(reply, "status"), reply.Content.GetProperty("execution_count").GetInt32()));
    }

    [Fact]
    public void Result_CarriesItsCountAndUpdateItsId()
    {
        _client.Execute("answer");
        var result = _client.UntilIdle().Single(message => message.Type == "execute_result");
        Assert.Equal(("answer", 1), (result.Content.GetProperty("data").GetProperty("text/plain").GetString(), result.Content.GetProperty("execution_count").GetInt32()));
        _client.Execute("update later");
        var update = _client.UntilIdle().Single(message => message.Type == "update_display_data");
        Assert.Equal("display-1", update.Content.GetProperty("transient").GetProperty("display_id").GetString());
        _client.Execute("clear");
        Assert.True(_client.UntilIdle().Single(message => message.Type == "clear_output").Content.GetProperty("wait").GetBoolean());
    }

    [Fact]
    public void Error_AbortsQueuedCellsAndNothingElse()
    {
        _client.Execute("wait");
        Assert.Equal("busy", Text(JupyterClient.Next(_client.Iopub), "execution_state"));
        _client.Execute("fail");
        _client.Execute("behind");
        _client.Send("is_complete_request", new() { ["code"] = "x" });
        Assert.Equal("is_complete_reply", JupyterClient.Next(_client.Shell).Type);
        _client.SendControl("interrupt_request");
        var replies = Enumerable.Range(0, 3).Select(_ => Text(JupyterClient.Next(_client.Shell), "status")).Order(StringComparer.Ordinal);
        Assert.Equal(["aborted", "aborted", "error"], replies);
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Control), "status"));
        _client.Execute("fail");
        _client.Execute("again");
        Assert.Equal("EchoError", Text(JupyterClient.Next(_client.Shell), "ename"));
    }

    [Fact]
    public void CellSentUponAnError_Runs()
    {
        for (var round = 0; round < 300; round++)
        {
            _client.Execute("fail");
            Assert.Equal("error", Text(JupyterClient.Next(_client.Shell), "status"));
            _client.Execute("next");
            Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
        }
    }

    [Fact]
    public void Interrupt_EndsTheRunningCell()
    {
        _client.Execute("wait");
        Assert.Equal("busy", Text(JupyterClient.Next(_client.Iopub), "execution_state"));
        _client.SendControl("interrupt_request");
        Assert.Equal("interrupt_reply", JupyterClient.Next(_client.Control).Type);
        Assert.Equal("Stopped", Text(JupyterClient.Next(_client.Shell), "ename"));
        _client.Execute("alive");
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
    }

    [Fact]
    public void Input_IsAskedOfTheClient()
    {
        _client.Execute("ask name?");
        var request = JupyterClient.Next(_client.Stdin);
        Assert.Equal(("input_request", "name?"), (request.Type, Text(request, "prompt")));
        _client.SendInput("Ada");
        Assert.Equal("Ada", Plain("execute_result"));
    }

    [Fact]
    public void Input_WhereNoneIsAllowed_IsTheEndOfInput()
    {
        _client.Execute("ask name?", allowStdin: false);
        Assert.Equal("<nobody>", Plain("execute_result"));
    }

    [Fact]
    public void SilentCell_ShowsNothingAndCountsNothing()
    {
        _client.Execute("print x", silent: true);
        Assert.Equal(["status", "status"], _client.UntilIdle().Select(message => message.Type));
        Assert.Equal(0, JupyterClient.Next(_client.Shell).Content.GetProperty("execution_count").GetInt32());
    }

    [Theory]
    [InlineData("complete_request", "complete_reply")]
    [InlineData("inspect_request", "inspect_reply")]
    [InlineData("history_request", "history_reply")]
    [InlineData("comm_info_request", "comm_info_reply")]
    [InlineData("kernel_info_request", "kernel_info_reply")]
    [InlineData("no_such_request", "no_such_reply")]
    public void Request_IsAnsweredBetweenBusyAndIdle(string request, string reply)
    {
        _client.Send(request, new() { ["code"] = "ab", ["cursor_pos"] = 1, ["hist_access_type"] = "tail" });
        Assert.Equal(reply, JupyterClient.Next(_client.Shell).Type);
        Assert.Equal(["busy", "idle"], _client.UntilIdle().Select(message => Text(message, "execution_state")));
    }

    [Theory]
    [InlineData("history_request")]
    [InlineData("complete_request")]
    [InlineData("inspect_request")]
    [InlineData("execute_request")]
    [InlineData("is_complete_request")]
    [InlineData("shutdown_request")]
    public void Request_WithFieldsOfWrongKinds_IsAnswered(string request)
    {
        _client.Send(request, new() { ["code"] = 7, ["cursor_pos"] = 1e300, ["n"] = 1e300, ["hist_access_type"] = "tail", ["silent"] = "no", ["restart"] = new JsonArray() });
        Assert.Equal(request.Replace("_request", "_reply"), JupyterClient.Next(_client.Shell).Type);
        _client.Send("comm_info_request", new());
        Assert.Equal("comm_info_reply", JupyterClient.Next(_client.Shell).Type);
    }

    [Fact]
    public void Comm_ThatIsOpened_IsClosed()
    {
        _client.Send("comm_open", new() { ["comm_id"] = "7", ["target_name"] = "x", ["data"] = new JsonObject() });
        Assert.Equal("7", Text(_client.UntilIdle().Single(message => message.Type == "comm_close"), "comm_id"));
    }

    [Fact]
    public void Completion_CountsCharactersAsJupyterDoes()
    {
        _client.Send("complete_request", new() { ["code"] = "\ud835\udc65a", ["cursor_pos"] = 2 });
        var reply = JupyterClient.Next(_client.Shell);
        Assert.Equal(2, reply.Content.GetProperty("cursor_end").GetInt32());
        Assert.Equal("\ud835\udc65a!", reply.Content.GetProperty("matches")[0].GetString());
    }

    [Fact]
    public void Message_WithAWrongKey_IsNotAnswered()
    {
        var forger = new JupyterSigner("another key");
        _client.SendFrames(forger.Write("execute_request", new() { ["code"] = "print forged" }, null, []));
        _client.SendFrames(new JupyterSigner("").Write("execute_request", new() { ["code"] = "print unsigned" }, null, []));
        _client.SendFrames([[1, 2, 3]]);
        _client.Execute("print genuine");
        Assert.Equal("genuine", Text(_client.UntilIdle().Single(message => message.Type == "stream"), "text"));
        Assert.Equal(1, JupyterClient.Next(_client.Shell).Content.GetProperty("execution_count").GetInt32());
    }

    [Theory]
    [InlineData("execute_request", "execute_reply")]
    [InlineData("complete_request", "complete_reply")]
    [InlineData("is_complete_request", "is_complete_reply")]
    public void Text_OfHalfACharacter_IsRefusedAndTheNextServed(string request, string reply)
    {
        var header = System.Text.Encoding.UTF8.GetBytes($$"""{"msg_type": "{{request}}", "msg_id": "1"}""");
        _client.SendFrames(new JupyterSigner(_connection.Key).Sign(header, """{"code": "print \ud800"}"""u8.ToArray()));
        var refused = JupyterClient.Next(_client.Shell);
        Assert.Equal((reply, "error"), (refused.Type, Text(refused, "status")));
        _client.Execute("print fine");
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
    }

    [Fact]
    public void Message_SentAgain_IsNotDoneAgain()
    {
        var overheard = new JupyterSigner(_connection.Key).Write("execute_request", new() { ["code"] = "print once" }, null, []);
        for (var i = 0; i < 5; i++) _client.SendFrames(overheard);
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
        _client.Send("kernel_info_request", new());
        Assert.Equal("kernel_info_reply", JupyterClient.Next(_client.Shell).Type);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("")]
    [InlineData("\u00ff\0\0\0\0\0\0\0\u0001\u007f\u0003\0NULL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0002\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    public void Garbage_OnASocket_HarmsNobodyElse(string bytes)
    {
        foreach (var port in new[] { _connection.ShellPort, _connection.IopubPort, _connection.StdinPort, _connection.ControlPort, _connection.HbPort })
        {
            var stranger = new TcpClient("127.0.0.1", port);
            stranger.GetStream().Write(System.Text.Encoding.Latin1.GetBytes(bytes));
            stranger.Close();
        }
        _client.Execute("print fine");
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
    }

    [Fact]
    public void Stranger_MayNotSendMuch_AndOneWhoKnowsTheKeyMay()
    {
        var large = new byte[8 << 20];
        using var stranger = new TcpClient("127.0.0.1", _connection.ShellPort);
        ZmtpHandshake.Meet(stranger.GetStream(), stranger.GetStream(), "DEALER");
        Assert.Throws<IOException>(() =>
        {
            for (var i = 0; i < 10; i++) ZmtpFrames.Write(stranger.GetStream(), [large]);
        });
        _client.Send("kernel_info_request", new());
        Assert.Equal("kernel_info_reply", JupyterClient.Next(_client.Shell).Type);
        _client.Execute("print " + new string('x', large.Length));
        Assert.Equal("ok", Text(JupyterClient.Next(_client.Shell), "status"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    public void Peers_ThatAnnounceMuchAndSendNothing_CostLittleAndHarmNobodyElse(int count)
    {
        List<TcpClient> peers = [];
        try
        {
            // A frame of 256 MB less what the message may hold beside it, announced and never sent.
            byte[] announced = [2, 0, 0, 0, 0, 0x0F, 0xF0, 0, 0];
            for (var i = 0; i < count; i++)
            {
                var peer = new TcpClient("127.0.0.1", _connection.ShellPort);
                peers.Add(peer);
                try
                {
                    ZmtpHandshake.Meet(peer.GetStream(), peer.GetStream(), "DEALER");
                    peer.GetStream().Write(announced);
                }
                catch (IOException)
                {
                    // One too many.
                }
            }
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: false), 0, 512 * 1024 * 1024);
            _client.Send("kernel_info_request", new());
            Assert.Equal("kernel_info_reply", JupyterClient.Next(_client.Shell).Type);
        }
        finally
        {
            peers.ForEach(peer => peer.Dispose());
        }
    }

    [Fact]
    public void Peers_ThatTogetherSendMoreThanIsHeld_AreCutOff()
    {
        // Each sends most of a message of nearly 4 MB and keeps the rest: forty of them would be 160 MB.
        byte[] announced = [2, 0, 0, 0, 0, 0, 0x3F, 0, 0];
        var piece = new byte[0x3E0000];
        List<TcpClient> peers = [];
        var cutOff = 0;
        for (var i = 0; i < 40; i++)
        {
            var peer = new TcpClient("127.0.0.1", _connection.ShellPort);
            peers.Add(peer);
            ZmtpHandshake.Meet(peer.GetStream(), peer.GetStream(), "DEALER");
            try
            {
                peer.GetStream().Write(announced);
                peer.GetStream().Write(piece);
                peer.GetStream().ReadTimeout = 200;
                if (peer.GetStream().ReadByte() < 0) cutOff++;
            }
            catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock })
            {
                // Still held.
            }
            catch (IOException)
            {
                cutOff++;
            }
        }
        Assert.InRange(cutOff, 1, 39);
        peers.ForEach(peer => peer.Dispose());
        _client.Send("kernel_info_request", new());
        Assert.Equal("kernel_info_reply", JupyterClient.Next(_client.Shell).Type);
    }

    [Fact]
    public void Message_OfEmptyFramesWithoutEnd_IsCutOff()
    {
        var stream = new EndlessFrames();
        Assert.Throws<InvalidDataException>(() => ZmtpFrames.Read(stream, 1 << 20, out _));
    }

    [Fact]
    public void Heartbeat_IsEchoed()
    {
        ZmtpFrames.Write(_client.Heartbeat, [[], [42]]);
        Assert.Equal([[], [42]], ZmtpFrames.Read(_client.Heartbeat, 100, out _));
    }

    [Fact]
    public void HundredThousandMessages_ArriveInOrder()
    {
        _client.Execute("times 100000");
        var printed = _client.UntilIdle().Where(message => message.Type == "stream").Select(message => Text(message, "text")!).ToList();
        Assert.Equal(100_000, printed.Count);
        Assert.All(printed.Select((text, index) => (text, index)), pair => Assert.Equal($"{pair.index}\n", pair.text));
    }

    [Fact]
    public void SubscriberThatReadsNothing_IsCutOffAndOthersAreServed()
    {
        using var slow = new JupyterClient(_connection, readsIopub: false);
        _client.Execute("times 100000");
        Assert.Equal(100_000, _client.UntilIdle().Count(message => message.Type == "stream"));
    }

    [Fact]
    public void SecondClient_SeesTheSameOutputs()
    {
        using var second = new JupyterClient(_connection);
        while (_client.Iopub.TryTake(out _)) { }
        _client.Execute("print shared");
        Assert.Equal("shared", Text(second.UntilIdle().Single(message => message.Type == "stream"), "text"));
    }

    [Fact]
    public void Shutdown_IsAnsweredAndEndsTheServer()
    {
        _client.SendControl("shutdown_request");
        Assert.Equal("shutdown_reply", JupyterClient.Next(_client.Control).Type);
        _server.WaitForEnd();
    }

    private string? Plain(string type) => _client.UntilIdle().Single(message => message.Type == type).Content.GetProperty("data").GetProperty("text/plain").GetString();

    private static string? Text(JupyterClient.Received message, string name) => message.Content.GetProperty(name).GetString();

    /// <summary>Empty frames, each with another behind it.</summary>
    private sealed class EndlessFrames : MemoryStream
    {
        private bool _isLength;

        public override int ReadByte() => (_isLength = !_isLength) ? 1 : 0;
    }
}
