namespace LogRegCourse.Testing;

/// <summary>Waits for what a page says of itself only when it is asked.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until it holds; fails with the sentence when it does not in a minute and a half.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> asks, string otherwise)
    {
        var begun = System.Diagnostics.Stopwatch.StartNew();
        while (!await asks())
        {
            Assert.True(begun.Elapsed < Patience, otherwise);
            await Task.Delay(Pause);
        }
    }
}
