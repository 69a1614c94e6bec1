namespace LogRegCourse;

/// <summary>Which weights a softmax model has. Adding the same vector to every class's weights changes no probability, so one class is too many.</summary>
public enum SoftmaxForm
{
    /// <summary>The first class has weights 0, and the others are relative to it: all weights are determined.</summary>
    Reference,

    /// <summary>Every class has weights. Only a penalty (or the rule that they sum to 0) determines them.</summary>
    Symmetric,
}
