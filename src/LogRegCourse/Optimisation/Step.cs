namespace LogRegCourse;

/// <summary>One point of an optimiser's path.</summary>
/// <param name="Iteration">Number of updates made so far; 0 is the start.</param>
/// <param name="Loss">Loss at the weights.</param>
/// <param name="GradientNorm">Euclidean norm of the gradient there.</param>
/// <param name="Weights">The weights.</param>
public sealed record Step(int Iteration, double Loss, double GradientNorm, double[] Weights);
