using System.Diagnostics;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>
/// Somebody types without a pause, and something is killed. LOGREGCOURSE_KILLS is how often (2 when absent):
/// LOGREGCOURSE_KILLS=200 dotnet test tests/Browser.Tests --filter KillTests
/// </summary>
[Collection(InBrowser.Name)]
public sealed class KillTests(ChromiumBrowser browser, ITestOutputHelper said)
{
    private static readonly TimeSpan MostLostOnKill = TimeSpan.FromSeconds(2);

    private enum Victim
    {
        StudioByKill,
        StudioByHangUp,
        StudioByTerm,
        Page,
        Kernel,
    }

    [Fact]
    public async Task WhateverIsKilledWhileTyping_TheTextIsThereAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        var kills = int.Parse(Environment.GetEnvironmentVariable("LOGREGCOURSE_KILLS") ?? "2", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(19);
        using var course = new CourseCopy().With("01-first", ("a", "//"));
        await using var opened = await browser.OpenAsync("http://127.0.0.1:");
        var studio = await StudioProcess.StartAsync(course);
        var worst = new Dictionary<Victim, (int Kills, TimeSpan LostOnDisk, int KeysLost)>();
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                var victim = (Victim)(kill % 5);
                var page = new StudioPage(await opened.AnotherAsync("http://127.0.0.1:"));
                page = await StudioPage.OpenAsync(page.Page, studio, "01-first");
                await page.WriteAsync("a", "//");
                await Eventually.HoldsAsync(() => Task.FromResult(studio.Kernels().Count == 1), "no kernel was started");
                var kernels = studio.Kernels();
                var typing = new Typing(page.Page);
                await Task.Delay(random.Next(500, 4000));

                var keys = typing.Keys;
                var at = Stopwatch.GetTimestamp();
                switch (victim)
                {
                    case Victim.StudioByTerm: await studio.EndAsync("TERM"); break;
                    case Victim.StudioByHangUp: await studio.EndAsync("HUP"); break;
                    case Victim.StudioByKill: studio.KillAtOnce(); break;
                    case Victim.Page: await (await page.Page.Context.NewCDPSessionAsync(page.Page)).SendAsync("Page.crash").WaitAsync(TimeSpan.FromSeconds(1)).ContinueWith(_ => { }, TaskScheduler.Default); break;
                    case Victim.Kernel: Assert.Single(kernels).Kill(); break;
                }
                await typing.StopAsync();
                if (victim == Victim.Page) await Task.Delay(2500);
                if (victim == Victim.Kernel) await page.ExpectSavedAsync();

                // What the disk alone has, whatever becomes of the page.
                var onDisk = course.Read("01-first").Cells[1].Source;
                var (typedKeys, lostOnDisk) = (Math.Min(onDisk.Length - 2, keys), TimeSpan.Zero);
                Assert.Equal(Typing.Text(onDisk.Length - 2), onDisk[2..]);
                if (typedKeys < keys) lostOnDisk = Stopwatch.GetElapsedTime(typing.At(typedKeys), at);

                if (studio.HasExited)
                {
                    await Eventually.HoldsAsync(() => Task.FromResult(kernels.All(kernel => kernel.HasExited)), "a kernel is left");
                    await studio.DisposeAsync();
                    studio = await StudioProcess.StartAsync(course);
                }
                await page.Page.CloseAsync();
                var again = await StudioPage.OpenAsync(await opened.AnotherAsync("http://127.0.0.1:"), studio, "01-first");
                await Task.Delay(300);
                await again.ExpectSavedAsync();
                var kept = course.Read("01-first").Cells[1].Source;
                Assert.Equal(Typing.Text(kept.Length - 2), kept[2..]);
                await again.Page.CloseAsync();

                var (count, disk, lost) = worst.GetValueOrDefault(victim);
                worst[victim] = (count + 1, lostOnDisk > disk ? lostOnDisk : disk, Math.Max(lost, keys - (kept.Length - 2)));
            }
        }
        finally
        {
            foreach (var (victim, (count, disk, lost)) in worst)
                said.WriteLine($"{victim}: {count} kills, at most {disk.TotalSeconds:0.00} s of typing not on the disk, {lost} keys not there again");
            await studio.DisposeAsync();
        }
        Assert.All(worst, kind => Assert.InRange(kind.Value.LostOnDisk, TimeSpan.Zero, MostLostOnKill));
        // A renderer that crashes takes with it what it had not sent, a fifth of a second.
        Assert.All(worst.Where(kind => kind.Key != Victim.Page), kind => Assert.Equal(0, kind.Value.KeysLost));
    }

    /// <summary>Keys one after the other, until told to stop.</summary>
    private sealed class Typing
    {
        private readonly List<long> _times = [];
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _typing;

        public Typing(IPage page) => _typing = TypeAsync(page);

        public int Keys
        {
            get { lock (_times) return _times.Count; }
        }

        public long At(int key)
        {
            lock (_times) return _times[key];
        }

        public static string Text(int keys) => string.Concat(Enumerable.Range(0, keys).Select(KeyOf));

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await _typing;
        }

        private static char KeyOf(int index) => (char)('a' + index % 26);

        private async Task TypeAsync(IPage page)
        {
            try
            {
                for (var index = 0; !_stop.IsCancellationRequested; index++)
                {
                    await page.Keyboard.PressAsync(KeyOf(index).ToString()).WaitAsync(TimeSpan.FromSeconds(5), _stop.Token);
                    lock (_times) _times.Add(Stopwatch.GetTimestamp());
                    await Task.Delay(20, _stop.Token);
                }
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException or OperationCanceledException)
            {
                // The page is gone, or enough was typed.
            }
        }
    }
}
