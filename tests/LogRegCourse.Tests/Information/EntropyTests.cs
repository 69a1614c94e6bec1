namespace LogRegCourse.Tests;

public class EntropyTests
{
    [Fact]
    public void Surprise_KnownValues_InNatsAndBits()
    {
        Assert.Equal(0, Entropy.Surprise(1));
        Assert.Equal(double.PositiveInfinity, Entropy.Surprise(0));
        Assert.Equal(3, Entropy.SurpriseInBits(0.125));
        Assert.Equal(Entropy.SurpriseInBits(0.3), Entropy.ToBits(Entropy.Surprise(0.3)), 1e-15);
        Assert.Equal(1.4426950408889634, Entropy.BitsPerNat);
    }

    [Fact]
    public void OfCoin_IsGreatestAtOneHalf_AndZeroAtTheEnds()
    {
        Assert.Equal(Math.Log(2), Entropy.OfCoin(0.5), 1e-15);
        Assert.Equal((0, 0), (Entropy.OfCoin(0), Entropy.OfCoin(1)));
        Assert.True(Entropy.OfCoin(0.49) < Entropy.OfCoin(0.5));
        Assert.Equal(Entropy.Of(0.2, 0.8), Entropy.OfCoin(0.2), 1e-15);
    }

    [Fact]
    public void CrossEntropy_IsEntropyPlusDivergence()
    {
        double[] p = [0.5, 0.25, 0.25], q = [0.2, 0.5, 0.3];
        Assert.Equal(1.5, Entropy.ToBits(Entropy.Of(p)), 1e-15);
        Assert.Equal(Entropy.Cross(p, q), Entropy.Of(p) + Entropy.KlDivergence(p, q), 1e-15);
        Assert.NotEqual(Entropy.KlDivergence(p, q), Entropy.KlDivergence(q, p), 1e-3);
        Assert.Equal(0, Entropy.KlDivergence(p, p));
    }

    [Fact]
    public void Divergence_SubnormalOrNearlyEqualEntries_KeepsItsDigits()
    {
        Assert.Equal(0.5 * Math.Log(0.5) + 0.5 * (Math.Log(0.5) + 744.4400719213812), Entropy.KlDivergence([0.5, 0.5], [1, 5e-324]), 1e-12);
        // 2δ² for probabilities 1/2 ± δ.
        const double delta = 1.0 / (1 << 26);
        Assert.Equal(2 * delta * delta, Entropy.KlDivergence([0.5 + delta, 0.5 - delta], [0.5, 0.5]), 1e-12 * delta * delta);
        Assert.True(Entropy.KlDivergence([0.1, 0.2, 0.7], [0.1, 0.2, 0.1 * 7]) >= 0);
    }

    [Fact]
    public void Cross_HardLabel_IsTheCrossEntropyLoss() =>
        Assert.Equal(CrossEntropy.FromProbability(1, 0.7), Entropy.Cross([0, 1], [0.3, 0.7]), 1e-15);

    [Fact]
    public void Cross_ExcludingWhatHappens_IsInfinite() => Assert.Equal(double.PositiveInfinity, Entropy.Cross([0.5, 0.5], [1, 0]));

    [Fact]
    public void Of_NoDistribution_SaysWhy()
    {
        Assert.Contains("p sums to 0.9", Assert.Throws<ArgumentException>(() => Entropy.Of(0.5, 0.4)).Message);
        Assert.Contains("p[1] is -0.5", Assert.Throws<ArgumentException>(() => Entropy.Of(1.5 - 0.5, -0.5, 0.5)).Message);
        Assert.Contains("q has 1 probabilities, but p has 2", Assert.Throws<ArgumentException>(() => Entropy.Cross([0.5, 0.5], [1])).Message);
    }
}
