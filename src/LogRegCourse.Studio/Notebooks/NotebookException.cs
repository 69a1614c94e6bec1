namespace LogRegCourse.Studio.Notebooks;

/// <summary>A notebook file that cannot be used; the message says in one sentence which, why, and what to do.</summary>
internal sealed class NotebookException(string message, Exception? inner = null) : Exception(message, inner);
