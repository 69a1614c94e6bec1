// exercise 15.1
// A loss, 51 partial derivatives, the Hessian's lower half with its diagonal.
double travelling = 1 + 51 + 51 * 52 / 2;

// exercise 15.2
// A mean times its rows is a sum, and sums may be added.
double MeanOfAll(double[] rows, double[] mean) =>
    rows.Zip(mean, (n, m) => n * m).Sum() / rows.Sum();

// exercise 15.3
// The derivative of nc/m + s + bm is zero where nc/m² = b.
double BestMachines(double n, double c, double b) => Sqrt(n * c / b);

// exercise 15.4
// What arrived of b is sum − a; what arrived of a is the rest of the sum.
double Lost(double a, double b)
{
    double sum = a + b, part = sum - a;
    return a - (sum - part) + (b - part);
}
