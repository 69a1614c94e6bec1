namespace LogRegCourse.App.Running;

/// <summary>The command was called wrongly; the message says in one sentence what to call instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
