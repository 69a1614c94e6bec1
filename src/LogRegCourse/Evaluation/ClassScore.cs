namespace LogRegCourse;

/// <summary>One line of a classification report.</summary>
/// <param name="Name">Class, or name of the average.</param>
/// <param name="Precision">Of the rows called this class, the share that are.</param>
/// <param name="Recall">Of the rows of this class, the share called so.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="Support">Rows of this class.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, double F1, int Support);
