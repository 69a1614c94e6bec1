var rnd = new Random(7);
double N(double m) => m + Math.Sqrt(-2 * Math.Log(1 - rnd.NextDouble())) * Math.Cos(2 * Math.PI * rnd.NextDouble());
double[] Cloud(double m) => Enumerable.Range(0, 40).Select(_ => N(m)).ToArray();
double[] ax = Cloud(-1), ay = Cloud(-1), bx = Cloud(1), by = Cloud(1);
