using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LogRegCourse.App.Tests.Commands;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.JupyterHub;

public class ClassTests
{
    [Fact]
    public async Task ThreeStudents_OnOneHub_EachRunTheirOwnKernelAndGetTheLessons()
    {
        OptionalTool.Require("jupyterhub");
        OptionalTool.Require("configurable-http-proxy");
        using var folder = new TempFolder();
        var (installed, _, error) = await BuiltApp.RunAsync(Repository.Root, "kernel", "install", "--prefix", folder.Path);
        Assert.True(installed == 0, error);
        var ports = FreePorts(3);
        folder.Write("hub.py", Configuration(folder, ports));

        using var hub = Start(folder, "jupyterhub", "-f", "hub.py");
        try
        {
            await WaitForAsync(ports[0], hub);
            using var trial = Start(folder, OptionalTool.PythonPath(), Repository.PathOf("tests", "LogRegCourse.App.Tests", "JupyterHub", "hub_trial.py"), $"http://127.0.0.1:{ports[0]}", "trial-token", "ada", "ben", "cleo");
            var complaint = trial.StandardError.ReadToEndAsync();
            var output = await trial.StandardOutput.ReadToEndAsync();
            await trial.WaitForExitAsync();

            Assert.True(trial.ExitCode == 0, await complaint);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.PathOf("hub-private")));
            Assert.True(File.Exists(folder.PathOf("hub-private/jupyterhub.sqlite")));
            Assert.Empty(Directory.GetFiles(folder.Path, "*.sqlite"));
            var lessons = Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(Path.GetFileName).Order().ToList();
            var students = JsonElement.Parse(output);
            foreach (var (index, name) in ((string[])["ada", "ben", "cleo"]).Index())
            {
                var (result, copies) = (students.GetProperty(name)[0].GetString(), students.GetProperty(name)[1].EnumerateArray().Select(lesson => lesson.GetString()).Order());
                Assert.Equal($"{index + 1}.5", result);
                Assert.Equal(lessons, copies);
            }
        }
        finally
        {
            hub.Kill(entireProcessTree: true);
            await hub.WaitForExitAsync();
        }
    }

    /// <summary>The class's configuration, with students that need no account on this machine.</summary>
    private static string Configuration(TempFolder folder, int[] ports) =>
        $$"""
        load_subconfig("{{Repository.PathOf("docs", "jupyterhub", "jupyterhub_config.py")}}")
        c = get_config()
        c.JupyterHub.authenticator_class = "dummy"
        c.JupyterHub.spawner_class = "simple"
        c.SimpleLocalProcessSpawner.home_dir_template = "{{folder.Path}}/home/{username}"
        c.JupyterHub.bind_url = "http://127.0.0.1:{{ports[0]}}"
        c.JupyterHub.hub_port = {{ports[1]}}
        c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{{ports[2]}}"
        c.JupyterHub.services = [{"name": "trial", "api_token": "trial-token"}]
        c.JupyterHub.load_roles = [{"name": "trial", "services": ["trial"], "scopes": ["admin:users", "admin:servers", "access:servers"]}]
        c.Spawner.environment = {"JUPYTER_PATH": "{{folder.Path}}/share/jupyter"}
        c.Spawner.args.append("--allow-root")
        """;

    private static Process Start(TempFolder folder, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        // The distribution's proxy wants the distribution's Node and its modules.
        start.Environment["PATH"] = "/usr/bin:" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["NODE_PATH"] = "/usr/share/nodejs";
        return Process.Start(start)!;
    }

    private static async Task WaitForAsync(int port, Process hub)
    {
        _ = hub.StandardOutput.ReadToEndAsync();
        var said = hub.StandardError.ReadToEndAsync();
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 240; attempt++)
        {
            Assert.False(hub.HasExited, hub.HasExited ? await said : "");
            try
            {
                if ((await client.GetAsync($"http://127.0.0.1:{port}/hub/api/")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(500);
        }
        Assert.Fail("The hub did not answer within two minutes.");
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
