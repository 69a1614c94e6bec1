// exercise 0.1
// 7 / 23 divides whole numbers and gives 0: one of them must be a double.
double shareOfDamage = 7.0 / 23;

// exercise 0.2
double Linear(double[] w, double[] x, double b) => w.Zip(x, (weight, feature) => weight * feature).Sum() + b;
