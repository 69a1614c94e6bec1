namespace LogRegCourse;

/// <summary>A summed loss at a point that moves, for Newton's method in doubled precision.</summary>
internal abstract class WorkingLoss
{
    public abstract int Dimension { get; }

    /// <summary>The share of the loss that rounding may change.</summary>
    public virtual double Rounding => 1e-28;

    /// <summary>Goes to a point: what follows is said of it.</summary>
    public abstract void MoveTo(DoubleDouble[] weights);

    /// <summary>The loss here.</summary>
    public abstract DoubleDouble Value();

    /// <summary>The partial derivatives here.</summary>
    public abstract DoubleDouble[] Gradient();

    /// <summary>What rounding may have changed each partial derivative by.</summary>
    public abstract double[] GradientRounding();

    /// <summary>The factor of the Hessian here; null when it is singular.</summary>
    public abstract TriangularFactor? Factor();

    /// <summary>The factor of the Hessian with a trifle added to its diagonal, where some directions are flat; null where even that is singular.</summary>
    public virtual TriangularFactor? TiltedFactor() => null;

    /// <summary>The largest change of a row's score by a step: below 1/2, Newton's method is sure to arrive.</summary>
    public abstract double LargestChange(DoubleDouble[] step);
}
