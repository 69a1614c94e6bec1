namespace LogRegCourse.Checks.Terms;

/// <summary>
/// A formula in numbers, compiled to a row of steps over a stack of ordinary doubles: for looking around at thousands
/// of places, never for a verdict. What doubles cannot do is NaN.
/// </summary>
internal sealed class QuickProgram
{
    private readonly List<(Operator? Op, int Slot, double Constant)> _steps = [];
    private readonly IReadOnlyList<string> _names;
    private readonly double[] _stack;
    private int _height;
    private int _tallest;

    /// <param name="term">The formula.</param>
    /// <param name="names">The symbols, in the order of the values.</param>
    public QuickProgram(Term term, IReadOnlyList<string> names)
    {
        _names = names;
        Compile(term);
        _stack = new double[_tallest + 1];
    }

    /// <summary>How many steps it takes.</summary>
    public int Length => _steps.Count;

    /// <summary>The value, or NaN.</summary>
    public double At(ReadOnlySpan<double> values)
    {
        var top = -1;
        foreach (var (op, slot, constant) in _steps)
        {
            if (op is not { } code) _stack[++top] = slot >= 0 ? values[slot] : constant;
            else if (Condition.IsCases(code))
            {
                top -= 3;
                var (a, b) = (_stack[top], _stack[top + 1]);
                _stack[top] = double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Condition.Holds(code, a.CompareTo(b)) ? _stack[top + 2] : _stack[top + 3];
            }
            else if (slot == 1) _stack[top] = Of(code, _stack[top]);
            else
            {
                top--;
                _stack[top] = Of(code, _stack[top], _stack[top + 1]);
            }
        }
        return _stack[0];
    }

    private void Compile(Term term)
    {
        switch (term)
        {
            case Number number:
                Push(null, -1, number.ToDouble());
                break;
            case Approximate number:
                Push(null, -1, number.Value);
                break;
            case Constant constant:
                Push(null, -1, constant.Name == "pi" ? Math.PI : Math.E);
                break;
            case Symbol symbol when Slot(symbol.Name) is >= 0 and var slot:
                Push(null, slot, 0);
                break;
            case Apply apply when apply.Operands.Count is 1 or 2 && apply.Op is not (Operator.Derivative or Operator.Row) || Condition.IsCases((term as Apply)?.Op ?? Operator.Add):
                foreach (var operand in term.Children) Compile(operand);
                _steps.Add((((Apply)term).Op, term.Children.Count, 0));
                _height -= term.Children.Count - 1;
                break;
            default:
                Push(null, -1, double.NaN);
                break;
        }
    }

    private int Slot(string name)
    {
        for (var i = 0; i < _names.Count; i++)
            if (_names[i] == name) return i;
        return -1;
    }

    private void Push(Operator? op, int slot, double constant)
    {
        _steps.Add((op, slot, constant));
        _tallest = Math.Max(_tallest, ++_height);
    }

    public static double Of(Operator op, double x) => op switch
    {
        Operator.Negate => -x,
        Operator.Exp => Math.Exp(x),
        Operator.Log => Math.Log(x),
        Operator.Log2 => Math.Log2(x),
        Operator.Log10 => Math.Log10(x),
        Operator.Log1p => double.LogP1(x),
        Operator.Expm1 => double.ExpM1(x),
        Operator.Sqrt => Math.Sqrt(x),
        Operator.Cbrt => Math.Cbrt(x),
        Operator.Abs => Math.Abs(x),
        Operator.Tanh => Math.Tanh(x),
        Operator.Sinh => Math.Sinh(x),
        Operator.Cosh => Math.Cosh(x),
        Operator.Atanh => Math.Atanh(x),
        Operator.Asinh => Math.Asinh(x),
        Operator.Sigmoid => Logistic.Sigmoid(x),
        Operator.Softplus => Logistic.Softplus(x),
        Operator.Odds => x / (1 - x),
        Operator.Logit => Math.Log(x / (1 - x)),
        _ => double.NaN,
    };

    public static double Of(Operator op, double x, double y) => op switch
    {
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply or Operator.Hadamard => x * y,
        Operator.Divide => x / y,
        Operator.Power => Math.Pow(x, y),
        Operator.Max => Math.Max(x, y),
        Operator.Min => Math.Min(x, y),
        _ => double.NaN,
    };
}
