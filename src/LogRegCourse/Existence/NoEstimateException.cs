namespace LogRegCourse;

/// <summary>The data have no (single) maximum-likelihood estimate; the message says why and what to do.</summary>
/// <param name="message">One or two sentences.</param>
public class NoEstimateException(string message) : Exception(message);

/// <summary>A column repeats what others say, so many weights fit equally well.</summary>
/// <param name="dependence">Which column, and how it follows from the others.</param>
public sealed class LinearDependenceException(LinearDependence dependence)
    : NoEstimateException(dependence.Sentence + " Leave one of these columns out, or fit with a penalty (L2).")
{
    /// <summary>Which column, and how it follows from the others.</summary>
    public LinearDependence Dependence { get; } = dependence;
}

/// <summary>A line separates the classes, so the likelihood rises for ever and no finite weights maximise it.</summary>
/// <param name="separation">The separating direction.</param>
public sealed class SeparationException(Separation separation)
    : NoEstimateException(separation.Sentence + " Fit with a penalty (L2), gather more data, or use fewer columns.")
{
    /// <summary>The separating direction, which proves it.</summary>
    public Separation Separation { get; } = separation;
}

/// <summary>Among more than two classes some are separated from the others, so no finite weights maximise the likelihood.</summary>
/// <param name="separation">The separating weights.</param>
public sealed class ClassSeparationException(ClassSeparation separation)
    : NoEstimateException(separation.Sentence + " Fit with a penalty (L2), gather more data, or use fewer columns.")
{
    /// <summary>The separating weights, which prove it.</summary>
    public ClassSeparation Separation { get; } = separation;
}
