using System.Linq.Expressions;
using System.Reflection;

namespace LogRegCourse.Checks.Terms;

/// <summary>Reads the formula from the expression tree of a line's lambda.</summary>
internal static class TermReader
{
    private static readonly Dictionary<string, Operator> Functions = new()
    {
        ["Exp"] = Operator.Exp, ["Log2"] = Operator.Log2, ["Log10"] = Operator.Log10,
        ["Sqrt"] = Operator.Sqrt, ["Abs"] = Operator.Abs, ["Max"] = Operator.Max, ["Min"] = Operator.Min,
        ["Tanh"] = Operator.Tanh, ["Pow"] = Operator.Power, ["Sigmoid"] = Operator.Sigmoid,
        ["Softplus"] = Operator.Softplus, ["Logit"] = Operator.Logit, ["Odds"] = Operator.Odds,
        ["Softmax"] = Operator.Softmax, ["LogSumExp"] = Operator.LogSumExp, ["Diag"] = Operator.Diagonal,
        ["Hadamard"] = Operator.Hadamard, ["Sinh"] = Operator.Sinh, ["Cosh"] = Operator.Cosh, ["Atanh"] = Operator.Atanh,
        ["Asinh"] = Operator.Asinh, ["Cbrt"] = Operator.Cbrt, ["LogP1"] = Operator.Log1p, ["Log1p"] = Operator.Log1p,
        ["ExpM1"] = Operator.Expm1, ["Expm1"] = Operator.Expm1,
    };

    private static readonly Dictionary<ExpressionType, Operator> Operators = new()
    {
        [ExpressionType.Negate] = Operator.Negate, [ExpressionType.Add] = Operator.Add,
        [ExpressionType.Subtract] = Operator.Subtract, [ExpressionType.Multiply] = Operator.Multiply,
        [ExpressionType.Divide] = Operator.Divide, [ExpressionType.NegateChecked] = Operator.Negate,
        [ExpressionType.AddChecked] = Operator.Add, [ExpressionType.SubtractChecked] = Operator.Subtract,
        [ExpressionType.MultiplyChecked] = Operator.Multiply,
    };

    private static readonly Dictionary<ExpressionType, Operator> Comparisons = new()
    {
        [ExpressionType.Equal] = Operator.Cases, [ExpressionType.LessThan] = Operator.CasesLess,
        [ExpressionType.LessThanOrEqual] = Operator.CasesAtMost, [ExpressionType.GreaterThan] = Operator.CasesGreater,
        [ExpressionType.GreaterThanOrEqual] = Operator.CasesAtLeast,
    };

    // What is longer nobody reads, and checking it would take its time.
    private const int MostParts = 2000;
    private const int MostNested = 500;

    /// <summary>
    /// The line, with the parameters called as in the first line of the derivation: those of its names are the same symbols
    /// in any order, the others stand for the rest in turn.
    /// </summary>
    public static Line Read(LambdaExpression lambda, IReadOnlyList<string>? names = null)
    {
        var others = new Queue<string>(names?.Except(lambda.Parameters.Select(NameOf)) ?? []);
        var renamed = lambda.Parameters.ToDictionary(
            parameter => parameter, parameter => names?.Contains(NameOf(parameter)) == false ? others.Dequeue() : NameOf(parameter));
        var reading = new Reading(renamed);
        if (lambda.Body is BinaryExpression { NodeType: ExpressionType.Equal } equation)
            return new Line(reading.Term(equation.Left), reading.Term(equation.Right));
        if (lambda.Body.Type == typeof(bool))
            throw new DerivationException($"A line is an expression or an equation of two sides joined by ==; \"{lambda.Body}\" is neither.");
        return new Line(reading.Term(lambda.Body));
    }

    private static string NameOf(ParameterExpression parameter) => parameter.Name ?? "x";

    private sealed class Reading(IReadOnlyDictionary<ParameterExpression, string> names)
    {
        private readonly Dictionary<ParameterExpression, string> _names = new(names);

        private int _depth;
        private int _parts;

        public Term Term(Expression expression)
        {
            if (++_parts > MostParts || ++_depth > MostNested)
                throw new DerivationException($"The line is too long to be checked: it may have {MostParts} parts, nested {MostNested} deep. Write it in several lines.");
            var term = Read(expression);
            _depth--;
            return term;
        }

        private Term Read(Expression expression) => expression switch
        {
            ParameterExpression parameter => new Symbol(_names[parameter]),
            ConstantExpression constant => Value(constant.Value, expression),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Converted(convert),
            UnaryExpression { NodeType: ExpressionType.UnaryPlus } plus => Term(plus.Operand),
            UnaryExpression unary when Operators.TryGetValue(unary.NodeType, out var op) => Terms.Term.Of(op, Term(unary.Operand)),
            BinaryExpression binary when Operators.TryGetValue(binary.NodeType, out var op) => Binary(op, binary),
            ConditionalExpression choice => Cases(choice.Test, choice.IfTrue, choice.IfFalse),
            MethodCallExpression call => Call(call),
            MemberExpression { Member.Name: "T" } member when member.Type == typeof(MatrixSymbol) =>
                Terms.Term.Of(Operator.Transpose, Term(member.Expression!)),
            MemberExpression { Member.Name: nameof(Course.Gap) or nameof(Course.MatrixGap) } member when member.Member.DeclaringType == typeof(Course) => new Gap(),
            MemberExpression or BinaryExpression { NodeType: ExpressionType.ArrayIndex } => Captured(expression),
            _ => throw Unknown(expression),
        };

        private Term Cases(Expression test, Expression then, Expression otherwise) => test switch
        {
            UnaryExpression { NodeType: ExpressionType.Not } not => Cases(not.Operand, otherwise, then),
            BinaryExpression { NodeType: ExpressionType.NotEqual } unequal => Cases(Expression.Equal(unequal.Left, unequal.Right), otherwise, then),
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Cases(both.Left, Expression.Condition(both.Right, then, otherwise), otherwise),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Cases(either.Left, then, Expression.Condition(either.Right, then, otherwise)),
            BinaryExpression compared when Comparisons.TryGetValue(compared.NodeType, out var op) =>
                Terms.Term.Of(op, Term(compared.Left), Term(compared.Right), Term(then), Term(otherwise)),
            _ => throw Unknown(test),
        };

        private Term Converted(UnaryExpression convert)
        {
            if (convert.Type == typeof(double) || convert.Type == typeof(MatrixSymbol)) return Term(convert.Operand);
            throw new DerivationException($"\"{convert}\" cuts off decimals: write the line without the conversion to {convert.Type.Name}.");
        }

        private Term Binary(Operator op, BinaryExpression binary)
        {
            if (op == Operator.Divide && binary.Type == typeof(int))
                throw new DerivationException($"\"{binary}\" divides whole numbers, and C# drops the remainder: write 1.0 / 2 for one half.");
            return Terms.Term.Of(op, Term(binary.Left), Term(binary.Right));
        }

        private Term Call(MethodCallExpression call)
        {
            var name = call.Method.Name;
            var operands = call.Arguments;
            if (call.Method.DeclaringType == typeof(MatrixSymbol) && name == "get_Item")
                return Terms.Term.Of(operands.Count == 1 ? Operator.Row : Operator.Entry, [Term(call.Object!), .. operands.Select(Term)]);
            if (call.Method.DeclaringType is not { } home || !IsKnown(home)) throw Unknown(call);
            if (name is "Sum" or "Product") return Series(call, name == "Product");
            if (Functions.TryGetValue(name, out var op)) return Terms.Term.Of(op, [.. operands.Select(Term)]);
            return (name, home.Name) switch
            {
                ("Log", _) when operands.Count == 1 => Terms.Term.Of(Operator.Log, Term(operands[0])),
                ("Log", _) => Terms.Term.Of(
                    Operator.Divide, Terms.Term.Of(Operator.Log, Term(operands[0])), Terms.Term.Of(Operator.Log, Term(operands[1]))),
                ("LogSigmoid", _) => Known.LogSigmoid(Term(operands[0])),
                ("Clamp", _) => Terms.Term.Of(Operator.Max, Term(operands[1]), Terms.Term.Of(Operator.Min, Term(operands[2]), Term(operands[0]))),
                ("Exp2", _) => Terms.Term.Of(Operator.Power, Terms.Term.Whole(2), Term(operands[0])),
                ("Exp10", _) => Terms.Term.Of(Operator.Power, Terms.Term.Whole(10), Term(operands[0])),
                ("SigmoidDerivative", _) => Known.SigmoidSlope(Term(operands[0])),
                ("FromProbability", "CrossEntropy") => Known.CrossEntropyOfProbability(Term(operands[0]), Term(operands[1])),
                ("FromLogit", "CrossEntropy") => Known.CrossEntropyOfLogit(Term(operands[0]), Term(operands[1])),
                _ => throw Unknown(call),
            };
        }

        private Sum Series(MethodCallExpression call, bool isProduct)
        {
            var argument = call.Arguments[0];
            while (argument is UnaryExpression { NodeType: ExpressionType.Quote } quote) argument = quote.Operand;
            if (argument is not LambdaExpression lambda) throw Unknown(call);
            var index = lambda.Parameters[0];
            _names[index] = index.Name ?? "i";
            return new Sum(_names[index], Term(lambda.Body), isProduct);
        }

        /// <summary>A variable of the notebook, or an item of a list in one: its value now. In a script it is a field of the submission object.</summary>
        private static Term Captured(Expression variable)
        {
            object? value;
            try
            {
                value = Expression.Lambda(variable).Compile(preferInterpretation: true).DynamicInvoke();
            }
            // An index out of its range, or one of the line's own symbols.
            catch (Exception failed) when (failed is TargetInvocationException or InvalidOperationException)
            {
                throw Unknown(variable);
            }
            return Value(value, variable);
        }

        private static Term Value(object? value, Expression source) => value switch
        {
            Math.E => new Constant("e"),
            Math.PI => new Constant("pi"),
            double number when double.IsFinite(number) => Approximate.Read(number),
            int number => Terms.Term.Whole(number),
            _ => throw Unknown(source),
        };

        private static bool IsKnown(Type home) =>
            home == typeof(Math) || home == typeof(double) || home == typeof(Course) || home.FullName is "LogRegCourse.Logistic" or "LogRegCourse.CrossEntropy";

        private static DerivationException Unknown(Expression expression)
        {
            var what = expression is MethodCallExpression call ? $"the function {call.Method.Name}" : $"\"{expression}\"";
            return new DerivationException(
                $"A derivation cannot look inside {what}: write the line with + - * /, Exp, Log, Pow, Sqrt, Sigmoid, Softplus, Sum and the line's own parameters.") { IsUnreadable = true };
        }
    }
}
