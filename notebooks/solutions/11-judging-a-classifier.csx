// exercise 11.1
double[] Boxes(double[] y, double[] p, double threshold)
{
    double Count(int label, bool flagged) => y.Zip(p, (a, q) => a == label && (q >= threshold) == flagged ? 1.0 : 0).Sum();
    return [Count(1, true), Count(0, true), Count(1, false), Count(0, false)];
}

// exercise 11.2
double F1Of(double tp, double fp, double fn) => tp + fp + fn == 0 ? 0 : 2 * tp / (2 * tp + fp + fn);

// exercise 11.3
double CheapestCut(double costFalsePositive, double costFalseNegative) => costFalsePositive / (costFalsePositive + costFalseNegative);

// exercise 11.4
double AreaByPairs(double[] y, double[] score)
{
    var ones = score.Where((_, i) => y[i] == 1).ToArray();
    var zeros = score.Where((_, i) => y[i] == 0).ToArray();
    return ones.Average(a => zeros.Average(b => a > b ? 1 : a == b ? 0.5 : 0));
}

// exercise 11.5
double precisionOfFlag = 0.01 * 0.90 / (0.01 * 0.90 + 0.99 * 0.02);
