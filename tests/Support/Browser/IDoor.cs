using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A way into the same lessons, whose pages look and act alike.</summary>
internal interface IDoor : IAsyncDisposable
{
    /// <summary>What its addresses begin with.</summary>
    Uri Origin { get; }

    /// <summary>Whether its readers' browsers have its program from an earlier test.</summary>
    bool HasReturningReaders => false;

    /// <summary>Goes to a lesson's page.</summary>
    Task GoToLessonAsync(IPage page, string lesson);
}
