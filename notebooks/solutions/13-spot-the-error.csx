// exercise 13.1
double[] wrongOnes = [2, 3, 5, 7, 9];

// exercise 13.2
var answer13_2 = Derivation.Of("the sign that stays").Where("y in {0,1}")
    .From((z, y) => -y * Log(Sigmoid(z)) - (1 - y) * Log(1 - Sigmoid(z)))
    .Differentiate("chain rule", (z, y) => -y * (1 - Sigmoid(z)) + (1 - y) * Sigmoid(z))
    .Then("multiply out", (z, y) => -y + y * Sigmoid(z) + Sigmoid(z) - y * Sigmoid(z))
    .Therefore("collect", (z, y) => Sigmoid(z) - y);

// exercise 13.3
double[] OneStep(double[] x, double[] y, double b, double w, double rate)
{
    var error = x.Zip(y, (u, t) => Sigmoid(w * u + b) - t).ToArray();
    return [b - rate * error.Average(), w - rate * error.Zip(x, (e, u) => e * u).Average()];
}

// exercise 13.4
double SafeLoss(double y, double p) => y == 1 ? -Log(p) : -Log(1 - p);
