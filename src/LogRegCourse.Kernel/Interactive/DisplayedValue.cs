using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Kernel.Interactive;

/// <summary>A value that was displayed and can be replaced by another.</summary>
public sealed class DisplayedValue
{
    private readonly string _displayId;

    internal DisplayedValue(string displayId) => _displayId = displayId;

    /// <summary>Shows another value in the same place.</summary>
    public void Update(object? value) => RunningCell.Update(_displayId, value);
}
