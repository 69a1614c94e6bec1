namespace LogRegCourse.Testing;

/// <summary>The doors that a scenario is played at.</summary>
public enum Door
{
    /// <summary>The Studio's server, which starts kernels as processes.</summary>
    Server,

    /// <summary>The exported site, which starts them as workers of the page.</summary>
    Browser,
}

internal static class Doors
{
    public static async Task<IDoor> StartAsync(this Door door, CourseCopy course) =>
        door == Door.Server ? await StudioProcess.StartAsync(course) : await LiveSiteHost.StartAsync(course);
}
