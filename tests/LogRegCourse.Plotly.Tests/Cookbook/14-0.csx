var truth = ax.Select(_ => 0).Concat(bx.Select(_ => 1)).ToArray();
var score = ax.Zip(ay, (u, v) => S(1.2 * u + 0.9 * v)).Concat(bx.Zip(by, (u, v) => S(1.2 * u + 0.9 * v))).ToArray();
double Rate(int label, double t) => truth.Zip(score, (y, s) => y == label && s >= t ? 1 : 0).Sum() / (double)truth.Count(y => y == label);
