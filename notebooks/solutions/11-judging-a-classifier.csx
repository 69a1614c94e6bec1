// exercise 11.1
double[] Boxes(double[] y, double[] p, double threshold)
{
    double Count(int label, bool flagged) => y.Zip(p, (a, q) => a == label && (q >= threshold) == flagged ? 1.0 : 0).Sum();
    return [Count(1, true), Count(0, true), Count(1, false), Count(0, false)];
}

// exercise 11.2
double F1Of(double tp, double fp, double fn) => tp + fp + fn == 0 ? 0 : 2 * tp / (2 * tp + fp + fn);

// exercise 11.3
double CheapestCut(double falsePositive, double falseNegative) => falsePositive / (falsePositive + falseNegative);

// exercise 11.4
double AreaByPairs(double[] y, double[] score)
{
    var ones = score.Where((_, i) => y[i] == 1).ToArray();
    var zeros = score.Where((_, i) => y[i] == 0).ToArray();
    return ones.Average(a => zeros.Average(b => a > b ? 1 : a == b ? 0.5 : 0));
}

// exercise 11.5
double precisionOfFlag = 0.01 * 0.90 / (0.01 * 0.90 + 0.99 * 0.02);

// exercise 11.6
var answer11_6 = Derivation.Of("F1 in counts")
    .Where("a > 0", "f > 0", "m > 0")
    .From((a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m))))
    .Then("one over a fraction turns it round", (a, f, m) => 2 / ((a + f) / a + (a + m) / a))
    .Then("add the two fractions", (a, f, m) => 2 / ((2 * a + f + m) / a))
    .Therefore("and turn round once more", (a, f, m) => 2 * a / (2 * a + f + m));
