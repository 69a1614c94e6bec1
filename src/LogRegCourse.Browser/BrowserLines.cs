using System.Runtime.InteropServices.JavaScript;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Browser;

/// <summary>A line from the student while the worker may do nothing but wait: the page's answer comes by a request that
/// its service worker holds back until then.</summary>
internal sealed partial class BrowserLines(Action<KernelEvent> send) : ILines
{
    public string? Ask(string cellId, string prompt, bool isPassword)
    {
        send(new InputRequested(cellId, prompt, isPassword));
        return WaitForLine();
    }

    public void Provide(string? line)
    {
        // Whoever waits cannot hear this: the page answers by the request.
    }

    [JSImport("waitForLine", "kernel")]
    private static partial string? WaitForLine();
}
