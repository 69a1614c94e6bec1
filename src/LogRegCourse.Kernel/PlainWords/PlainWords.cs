using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.PlainWords;

/// <summary>
/// What a newcomer to C# is told above the compiler's own words: one row for each kind of error, with the codes it comes
/// under and a sentence that says what to write instead. The first row that has a sentence counts.
/// </summary>
internal static class PlainWords
{
    private const string Any = "";

    /// <summary>The names of Python that stand where C# writes something else.</summary>
    private static readonly Dictionary<string, string> Python = new()
    {
        ["True"] = "write true, in lower case",
        ["False"] = "write false, in lower case",
        ["None"] = "write null, or double.NaN for a missing number",
        ["print"] = "write display(x), or leave the value without a ; on the last line of the cell",
        ["len"] = "write xs.Length for an array, xs.Count for a list",
        ["range"] = "write Enumerable.Range(0, 10), or for (int i = 0; i < 10; i++) as a loop",
        ["sum"] = "write xs.Sum()",
        ["sorted"] = "write xs.Order().ToArray()",
        ["zip"] = "write xs.Zip(ys, (x, y) => x * y)",
        ["map"] = "write xs.Select(x => x * x).ToArray()",
        ["filter"] = "write xs.Where(x => x > 0).ToArray()",
        ["enumerate"] = "write xs.Select((x, i) => x * i)",
        ["reversed"] = "write xs.Reverse().ToArray()",
        ["list"] = "write xs.ToList()",
        ["str"] = "write x.ToString(), or $\"{x}\" in a text",
        ["input"] = "write Console.ReadLine()",
        ["pi"] = "write PI",
        ["inf"] = "write double.PositiveInfinity",
        ["nan"] = "write double.NaN",
        ["np"] = "there is no numpy here: Exp(x), Log(x), Sqrt(x) take one number, and xs.Select(x => Exp(x)).ToArray() goes through a list",
        ["math"] = "write Exp(x), Log(x), Sqrt(x), PI, without math",
        ["random"] = "write new Random(1).NextDouble()",
        ["lambda"] = "write x => x * x",
        ["elif"] = "write else if (...)",
        ["not"] = "write !",
    };

    /// <summary>Members of Python's lists and arrays.</summary>
    private static readonly Dictionary<string, string> PythonMembers = new()
    {
        ["append"] = "Add(x)",
        ["extend"] = "AddRange(xs)",
        ["mean"] = "Average()",
        ["std"] = "a formula: Sqrt(xs.Average(x => (x - xs.Average()) * (x - xs.Average())))",
        ["shape"] = "Length, or GetLength(0) and GetLength(1) of a table",
        ["size"] = "Length",
        ["len"] = "Length",
        ["T"] = "a loop: only symbols in a derivation have T",
        ["dot"] = "Zip(ys, (x, y) => x * y).Sum()",
        ["sort"] = "Order().ToArray()",
        ["copy"] = "ToArray()",
        ["pop"] = "RemoveAt(xs.Count - 1)",
        ["index"] = "IndexOf(x)",
        ["map"] = "Select(x => ...)",
        ["filter"] = "Where(x => ...)",
        ["join"] = "string.Join(\", \", xs)",
        ["lower"] = "ToLower()",
        ["upper"] = "ToUpper()",
        ["strip"] = "Trim()",
        ["startswith"] = "StartsWith(\"...\")",
    };

    /// <summary>The types that are often written with the wrong letters.</summary>
    private static readonly string[] Types = ["double", "int", "bool", "string", "var", "float", "long", "char", "object", "decimal", "List", "Func"];

    /// <summary>Signs of formulas and of word processors.</summary>
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["√"] = "Sqrt(x)",
        ["≤"] = "<=",
        ["≥"] = ">=",
        ["≠"] = "!=",
        ["∞"] = "double.PositiveInfinity",
        ["∑"] = "xs.Sum()",
        ["∏"] = "xs.Aggregate(1.0, (a, b) => a * b)",
        ["’"] = "\"",
        ["‘"] = "\"",
        ["„"] = "\"",
        ["°"] = "nothing",
        ["π"] = "PI",
    };

    private static readonly (string Codes, Func<CompilerError, string?> Say)[] Rows =
    [
        // Lines of Python, whatever the compiler stumbles over in them.
        (Any, e => e.OnLine(@"^\s*def\s+(\w+)\s*\(([^)]*)\)") is { } m ? $"def is Python. In C#: double {m.Groups[1]}({Typed(m.Groups[2].Value)}) => ...; with the type of the result in front, a type for each argument, and the formula after =>." : null),
        (Any, e => e.OnLine(@"^\s*for\s+(\w+)\s+in\s+range\((.*?)\)\s*:?") is { } m ? $"A loop in C#: for (int {m.Groups[1]} = {From(m)}; {m.Groups[1]} < {To(m)}; {Step(m)}) {{ ... }}" : null),
        (Any, e => e.OnLine(@"^\s*for\s+(\w+)\s+in\s+(.+?)\s*:\s*") is { } m ? $"A loop over a list in C#: foreach (var {m.Groups[1]} in {m.Groups[2]}) {{ ... }}" : null),
        (Any, e => e.OnLine(@"(\w*)[\[(]\s*([^\[(]+?)\s+for\s+(\w+)\s*,\s*(\w+)\s+in\s+zip\(\s*(\w+)\s*,\s*(\w+)\s*\)\s*[\])]") is { } m ? $"Two lists are gone through together with Zip in C#: {m.Groups[5]}.Zip({m.Groups[6]}, ({m.Groups[3]}, {m.Groups[4]}) => {m.Groups[2]}){Ending(m.Groups[1].Value)}" : null),
        (Any, e => e.OnLine(@"\b(sum|max|min)\(\s*(.+?)\s+for\s+(\w+)\s+in\s+(\w+)\s*\)") is { } m ? $"Each item of a list is turned into another by Select in C#: {m.Groups[4]}.Select({m.Groups[3]} => {m.Groups[2]}){Ending(m.Groups[1].Value)}" : null),
        (Any, e => e.OnLine(@"\[\s*(.+?)\s+for\s+(\w+)\s+in\s+(.+?)\s*\]") is { } m ? $"A list made of another in C#: {m.Groups[3]}.Select({m.Groups[2]} => {m.Groups[1]}).ToArray()" : null),
        (Any, e => e.OnLine(@"^\s*elif\b\s*\(?(.*?)\)?\s*:?\s*(\{.*)?$") is { } m ? $"elif is else if in C#: else if ({m.Groups[1]}) {{ ... }}" : null),
        (Any, e => e.OnLine(@"^\s*(if|while)\s+(.+?)\s*:\s*$") is { } m ? $"In C# the condition stands in brackets and what belongs to it in braces, whatever the indentation: {m.Groups[1]} ({Condition(m.Groups[2].Value)}) {{ ... }}" : null),
        (Any, e => e.OnLine(@"^\s*else\s*:") is not null ? "In C# there is no colon: else { ... }" : null),
        (Any, e => e.OnLine(@"^\s*(?!case\b|public\b|private\b|protected\b|internal\b)((?:\w+\s+)*[\w<>\[\],]+\s+\w+\s*\([^()]*\))\s*:\s*$") is { } m ? $"A function has no colon in C#; what it does stands in braces, whatever the indentation: {m.Groups[1]} {{ ... return ...; }}" : null),
        ("CS1003", e => e.OnLine(@"^\s*(if|while)\s+([^(\s][^{]*?)\s*\{") is { } m ? $"The condition stands in brackets: {m.Groups[1]} ({Condition(m.Groups[2].Value)}) {{ ... }}" : null),
        (Any, e => e.OnLine(@"\blambda\s+([\w, ]+?)\s*:\s*([^;)]+)") is { } m ? $"A function without a name in C#: {(m.Groups[1].Value.Contains(',') ? $"({m.Groups[1]})" : m.Groups[1].Value)} => {m.Groups[2].Value.Trim()}" : null),
        (Any, e => e.OnLine(@"^\s*(import\s+\w+|from\s+\w+\s+import\b)") is not null ? "import is Python. C# has using, and what the course needs is there from the first cell of the lesson; leave this line out." : null),
        ("CS1024 CS1040", e => e.OnLine(@"^\s*#|\s#\s") is not null ? "A comment begins with // in C#, not with #." : null),
        (Any, e => e.OnLine("""(?<![\w.'"])f(["'])""") is not null ? "A text with values in it begins with $ and has double quotes in C#: $\"p = {p}\"" : null),
        ("CS1003", e => e.OnLine(@"(\w+)\[([^\[\]:,]*):([^\[\]:,]*)\]") is { } m ? $"A part of a list is written with two dots in C#: {m.Groups[1]}[{m.Groups[2].Value.Trim()}..{m.Groups[3].Value.Trim()}]" : null),
        (Any, e => e.OnLine(@"=>\s*if\s*\(((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!)))\)\s*(.+?)\s*;?\s+else\s+(.+?)\s*;?\s*$") is { } m ? $"A choice between two values in C#: {m.Groups[1]} ? {m.Groups[2]} : {m.Groups[3]}" : null),
        (Any, e => e.OnLine(@"(?>=>?\s*)(?!if\b)(.+?)\s+if\s+(.+?)\s+else\s+(.+?)\s*;?\s*$") is { } m ? $"A choice between two values in C#: {m.Groups[2]} ? {m.Groups[1]} : {m.Groups[3]}" : null),
        (Any, e => e.OnLine(@"^\s*class\s+\w+.*:\s*(pass)?\s*$") is not null ? "In C# a class has braces instead of a colon: class A { ... }" : null),
        (Any, e => e.OnLine(@":=") is not null ? "In C# a value is given with = alone: var x = 5;" : null),
        (Any, e => e.OnLine(@"^\s*(let|const|val)\s+(\w+)\s*=\s*(.+?);?\s*$") is { } m ? $"In C# a new variable is declared with var or its type: var {m.Groups[2]} = {m.Groups[3]};" : null),
        ("CS0103 CS1002", e => e.OnLine(@"^\s*(\w+(?:\s*,\s*\w+)+)\s*=\s*([^;=]+,[^;=]+);?\s*$") is { } m && Regex.IsMatch(m.Groups[1].Value, @"^\s*[A-Za-z_]") ? $"Several variables at once have brackets on both sides: var ({m.Groups[1]}) = ({m.Groups[2].Value.Trim()});" : null),
        (Any, e => e.OnLine(@"\s(and|or)\s") is { } m && e.Code is not ("CS0103" or "CS0019" or "CS1061") ? $"{m.Groups[1]} is written {(m.Groups[1].Value == "and" ? "&&" : "||")} in C#: p > 0 {(m.Groups[1].Value == "and" ? "&&" : "||")} p < 1" : null),
        (Any, e => e.OnLine(@"\(\s*not\s+(\w+)") is { } m ? $"not is written ! in C#, with brackets around what it turns round: !({m.Groups[1]} ...)" : null),
        ("CS0193 CS0214", e => e.OnLine(@"([\w.)\]]+)\s*\*\*\s*([\w.(]+)") is { } m ? $"A power is Pow in C#: Pow({m.Groups[1]}, {m.Groups[2]})" : null),

        // Formulas as on paper.
        ("CS1002 CS1003 CS0595 CS0103 CS0246", e => e.OnLine(@"(?<![\w.])(\d+(?:\.\d+)?)\s?([A-Za-z_]\w*)(?=[\s(;)*/+\-^]|$)") is { } m && !Regex.IsMatch(m.Groups[2].Value, "^(?:[dfmulDFMUL]|[uU][lL]|and|or|if|for|is|else)$") ? $"A product needs its *: write {m.Groups[1]} * {m.Groups[2]}" : null),
        ("CS0149", e => $"A product needs its *: write {e.Span} * (...)"),
        ("CS1955", e => e.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: > 0 } call && e.Node is IdentifierNameSyntax ? $"{e.Span} is a number, not a function. A product needs its *: write {e.Span} * {call.ArgumentList}" : null),
        ("CS1955", e => $"{e.Span} is a property, not a method: write it without the brackets, .{e.Span}"),
        ("CS0019", e => e.Node is BinaryExpressionSyntax { OperatorToken.Text: "^" } power ? Power(power) : null),
        ("CS0103", e => e.Span == "e" && e.Node.Parent is not ElementAccessExpressionSyntax ? e.Node.Parent is BinaryExpressionSyntax { OperatorToken.Text: "^" } power && power.Left == e.Node ? Power(power) : "Euler's number is written E in C#, and its powers Exp(z)." : null),
        ("CS0019", e => e.Node is BinaryExpressionSyntax { Left: BinaryExpressionSyntax { OperatorToken.Text: "<" or "<=" or ">" or ">=" } inner } outer && e.Type(1) == "bool" ? $"Two comparisons at once are joined by && in C#: {inner} && {inner.Right} {outer.OperatorToken} {outer.Right}" : null),
        ("CS1001 CS1002 CS1003 CS1501 CS1503 CS0266 CS1729", e => e.OnLine(@"(?:=\s*|\()(-?\d+),(\d+)\s*[;)]?\s*$|=\s*(-?\d+),(\d+)\s*;|\w\((-?\d+),(\d+)\)") is { } m && e.OnLine(@"\[|\{") is null ? $"A number has a point in C#, not a comma: {string.Join('.', m.Groups.Cast<Group>().Skip(1).Where(g => g.Success).Select(g => g.Value))}" : null),
        ("CS0131", e => "= gives a value to a variable. An equation between two sides is written with ==."),
        ("CS0832 CS1660 CS1662", e => e.OnLine(@"=>\s*[^=!<>]*[^=!<>+\-*/]=[^=>]") is not null && e.Code == "CS0832" ? "= gives a value to a variable. An equation between two sides is written with ==." : null),
        ("CS0029", e => e.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && e.Type(1) == "bool" && assignment.Span == e.Found.Location.SourceSpan ? $"= gives a value to a variable; to compare, write ==: {assignment.Left} == {assignment.Right}" : null),
        ("CS1056", e => $"The sign {e.Quoted(0)} does not belong to C#{(Signs.GetValueOrDefault(e.Quoted(0)) is { } instead ? $": write {instead}" : "; write it with the keys of the keyboard")}."),

        // Names.
        ("CS0103", e => e.OnLine(@"(\w+)\s*->\s*([^)]*)") is { } m && m.Groups[1].Value == e.Span ? $"The arrow of a function is => in C#: {m.Groups[1]} => {m.Groups[2]}" : null),
        ("CS0103", e => e.Node.Parent is AssignmentExpressionSyntax { Parent: ArgumentSyntax } assignment && assignment.Left == e.Node ? $"The arrow of a function is =>: {assignment.Left} => {assignment.Right}" : null),
        ("CS0103", e => e.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment } call && assignment.Left == call ? $"A function is declared with its types and =>: double {call.Expression}({Typed(call.ArgumentList.Arguments.ToString())}) => {assignment.Right};" : null),
        ("CS0103", e => e.Node.FirstAncestorOrSelf<ForStatementSyntax>() is { } loop && loop.Initializers.FirstOrDefault() is AssignmentExpressionSyntax first && first.Left == e.Node ? $"A loop declares its counter: for (int {e.Span} = {first.Right}; ...)" : null),
        ("CS0103", e => Python.TryGetValue(e.Span, out var instead) && !IsClose(e) ? $"There is no {e.Span} in C#: {instead}." : null),
        ("CS0103", e => e.Node.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax, OperatorToken.Text: "=" } assignment && assignment.Left == e.Node
            ? $"{e.Span} is a new name: declare it where it gets its first value, {(assignment.Right is CollectionExpressionSyntax ? "double[]" : "var")} {e.Span} = {assignment.Right};" : null),
        ("CS0103 CS0246", e => e.IsBeforeFirstCell && e.Span.Length > 0 && char.IsUpper(e.Span[0]) && Types.All(type => !string.Equals(type, e.Span, StringComparison.OrdinalIgnoreCase))
            ? $"There is no {e.Span} here. If the first cell of the lesson has not run, which brings its names, run it first{(e.Similar(e.Span) is { } near ? $"; else, did you mean {near}?" : ".")}" : null),
        ("CS0103", e => e.Similar(e.Span) is { } near ? $"There is no {e.Span} here. Did you mean {near}?" : null),
        ("CS0103", e => e.Node.Parent is InvocationExpressionSyntax ? $"There is no function {e.Span} here. If an earlier cell declares it, run that cell first." : null),
        ("CS0103", e => $"There is no {e.Span} here. If an earlier cell declares it, run that cell first; else declare it: var {e.Span} = ...;"),
        ("CS0246", e => e.Node.FirstAncestorOrSelf<ParameterSyntax>() is { Identifier.IsMissing: true } ? $"Each argument needs its type: write double {e.Span}" : null),
        ("CS0246", e => Types.FirstOrDefault(type => string.Equals(type, e.Span, StringComparison.OrdinalIgnoreCase)) is { } type ? $"C# tells capitals from small letters: write {type}" : null),
        ("CS1014 CS0246 CS0548", e => e.OnLine(@"^\s*(\w+)\s+with\s*(\{.*\})") is { } m ? $"At the beginning of a line this looks like a declaration: give the copy a name, var changed = {m.Groups[1]} with {m.Groups[2]};" : null),
        ("CS0246", e => e.Similar(e.Span) is { } near ? $"There is no type {e.Span}. Did you mean {near}?" : null),
        ("CS1929 CS1061", e => e.Message.Contains("First, ", StringComparison.Ordinal) && e.Message.Contains(" Second)", StringComparison.Ordinal) ? "Zip without a function gives pairs: say what is made of each, as in Zip(x, (a, b) => a * b)." : null),
        ("CS1061", e => e.Node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } && Owner(e, access) is { } type ? Member(e, type, access) : null),
        ("CS0117", e => e.Node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } && e.Model.GetSymbolInfo(access.Expression).Symbol is ITypeSymbol type && e.SimilarMember(e.Quoted(1), type, isStatic: true) is { } near ? $"{type.Name} has no {e.Quoted(1)}. Did you mean {type.Name}.{near}?" : null),

        // Numbers, lists and functions.
        ("CS0266 CS0029 CS1503", e => From(e, "IEnumerable<") && To(e).EndsWith("[]", StringComparison.Ordinal) ? "What Select, Where and Zip give is no array yet: put .ToArray() behind it." : null),
        ("CS0266 CS0029 CS1503", e => From(e) == "int[]" && To(e) == "double[]" ? "A list of whole numbers is no list of doubles. Declare it as double[] xs = [1, 2, 3];" : null),
        ("CS1503", e => From(e) == "double[]" && To(e) == "double" && e.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? $"{call.Expression} takes one number. For each number of a list: {e.Span}.Select(x => {call.Expression}(x)).ToArray()" : null),
        ("CS1503", e => To(e) == "string" && From(e) is "double" or "int" && e.OnLine(@"(Check|Hint)\(\s*([\d.]+)") is { } m ? $"The number of an exercise stands between quotes: {m.Groups[1]}(\"{m.Groups[2]}\"" : null),
        ("CS0266", e => From(e) == "double" && To(e) == "int" && e.Node.FirstAncestorOrSelf<BracketedArgumentListSyntax>() is not null ? "A place in a list is a whole number: declare it as int, or write (int) in front." : null),
        ("CS0266 CS1503", e => From(e) == "double" && To(e) == "int" ? "A number with a fraction does not fit into an int: write double for the type, or (int) in front to cut the fraction off." : null),
        ("CS0664", _ => "Write double for the type: a number with a point is a double in C#."),
        ("CS0029", e => To(e) == "bool" ? $"A condition must be true or false, and {e.Span} is a {From(e)}: compare it, as in {e.Span} > 0" : null),
        ("CS0029 CS1503", e => From(e) == "string" && To(e) is "double" or "int" ? $"A text is no number: leave the quotes out, or write {To(e)}.Parse({e.Span})" : null),
        ("CS0029", e => To(e) == "string" ? $"A {From(e)} is no text: write $\"{{{e.Span}}}\"" : null),
        ("CS0029", e => To(e) == "Exception" ? $"Throw an exception: throw new Exception({e.Span});" : null),
        ("CS0019 CS0023", e => e.Message.Contains("'method group'", StringComparison.Ordinal) ? "A method is called with brackets: put () behind its name." : null),
        ("CS0019", e => e.Node is BinaryExpressionSyntax { OperatorToken.Text: "+" or "-" or "*" or "/" } list && (IsList(e.Type(1)) || IsList(e.Type(2))) ? Elementwise(list, e) : null),
        ("CS0019", e => e.Quoted(0) is "&&" or "||" ? $"{e.Quoted(0)} joins conditions: on both sides stands something that is true or false, as in p > 0 {e.Quoted(0)} p < 1" : null),
        ("CS0023", e => e.Quoted(0) == "!" ? $"! turns a condition round; a {e.Type(1)} is no condition. Compare it first, as in !(p > 0)" : null),
        ("CS9174", e => e.Type(0).Contains('*') || e.Message.Contains("[*,*]", StringComparison.Ordinal) || e.Message.Contains("[,]", StringComparison.Ordinal) ? $"A table is written with new and braces: new double[,] {{ {Braces(e.Span)} }}" : null),
        ("CS9176", e => $"A list in square brackets needs a type in front of its name: double[] xs = {e.Span};"),
        ("CS0021", e => e.Message.Contains("IEnumerable<", StringComparison.Ordinal) ? "What Select, Where and Zip give has no places yet: put .ToArray() before the [...]." : null),
        ("CS8917", e => e.Node is LambdaExpressionSyntax or SimpleLambdaExpressionSyntax ? $"Say the types of the arguments: {Typed(e.Node)}" : $"{e.Span} is a method: call it with brackets, {e.Span}()"),
        ("CS1660 CS8917", e => e.Node.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { } lambda ? $"Say the types of the arguments: {Typed(lambda)}" : null),
        ("CS1501 CS7036 CS1729", e => e.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Method(e, call) is { } method ? $"{method.Name} wants {Count(method.Parameters.Length)}, {string.Join(", ", method.Parameters.Select(parameter => $"{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {parameter.Name}"))}, and gets {Count(call.ArgumentList.Arguments.Count)}." : null),
        ("CS1503", e => From(e) == "method group" && (To(e) is "double" or "int" or "string" or "bool" or "double[]") && FunctionsNamed(e) == 1 ? $"{e.Span} is a function; where its value is wanted, call it with brackets: {e.Span}(...)" : null),
        ("CS1503", e => From(e) == "method group" && FunctionsNamed(e) > 1 ? $"There are several functions named {e.Span}, with different arguments, and it is not clear which is meant: give yours another name." : null),
        ("CS1503", e => $"Argument {Regex.Match(e.Message, @"\d+").Value} must be a {To(e)}, and it is a {From(e)}."),
        ("CS0847", _ => "The number in square brackets and the values do not fit together: write double[] xs = [1, 2, 3]; without a number."),

        // Functions, declarations, signs that are missing.
        ("CS0161 CS0118 CS0201", e => e.Node.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) is not null ? $"A function gives its value with return: write return in front of {(e.Code == "CS0161" ? "the last value, on every way through it" : "it")}." : null),
        ("CS0201", _ => "A value alone is no statement: give it a name, var x = ...; or leave out the ; on the last line to see it."),
        ("CS1525", e => e.Span == "{" && e.OnLine(@"=>\s*\{") is not null ? "Behind => stands a formula, without return: double f(double x) => x * x; with braces there is no =>: double f(double x) { return x * x; }" : null),
        ("CS1002 CS0501 CS1514", e => e.OnLine(@"\)\s*return\s+(.+?);?\s*$") is { } m ? $"A function's formula stands behind =>, without return: => {m.Groups[1]};" : null),
        ("CS0818", e => $"var needs a value, from which it takes the type: var {e.Span} = 0.0;"),
        ("CS0165", e => $"{e.Span} has no value yet: give it one where it is declared."),
        ("CS0037", e => $"A {e.Type(0)} is always a number: use double.NaN where there is none."),
        ("CS0102 CS0128", e => $"{(e.Code == "CS0102" ? e.Quoted(1) : e.Quoted(0))} is declared twice in this cell: leave out the type the second time to give it a new value, or take another name."),
        ("CS0136", e => $"{e.Quoted(0)} is the name of something outside already: take another name here."),
        ("CS0230", e => e.OnLine(@"foreach\s*\(\s*(\w+)\s+in") is { } m ? $"A loop declares its variable: foreach (var {m.Groups[1]} in ...)" : null),
        ("CS8641", _ => "This else has no if before it: if (...) { ... } else { ... }"),
        ("CS1012", e => e.OnLine("'([^']*)'") is { } m ? $"A text stands between double quotes in C#: \"{m.Groups[1]}\"" : null),
        ("CS1010 CS1039", _ => "The text is not closed: a \" is missing at its end."),
        ("CS8076", _ => "In the text a } is missing behind the value."),
        ("CS1026", _ => "A closing bracket ) is missing: every ( needs its )."),
        ("CS7017 CS1022", e => e.Span == "}" || e.Line.Trim() == "}" ? "A } is too many: every } closes one {, and the editor writes the closing one by itself." : null),
        ("CS1513", _ => "A closing brace } is missing: every { needs its }."),
        ("CS1514", _ => "An opening brace { is missing."),
        ("CS1525", e => $"Before {(e.Span.Length > 0 ? e.Span : "this place")} something is missing: a number, a name or a formula."),
        ("CS1003", e => e.Quoted(0) is "," ? $"A comma is missing before {e.Span}." : $"Here a {e.Quoted(0)} is missing."),
        ("CS1002", e => e.OnLine(@"^\s*for\s*\(.*,.*,") is not null ? "The three parts of a for are separated by ; and not by commas: for (int i = 0; i < 10; i++)" : null),
        ("CS1002", _ => "A ; is missing at the end of a statement."),
    ];

    /// <summary>The sentence for an error; null where the compiler's own words have to do.</summary>
    public static string? For(CompilerError error) => Rows
        .Where(row => row.Codes.Length == 0 || row.Codes.Contains(error.Code, StringComparison.Ordinal))
        .Select(row => row.Say(error)).FirstOrDefault(sentence => sentence is not null);

    // "There is no sum" where the student's own Sum2 is near would be wrong: a name that differs in its capitals only comes first.
    private static bool IsClose(CompilerError e) => e.Similar(e.Span) is { } near && string.Equals(near, e.Span, StringComparison.OrdinalIgnoreCase) && e.Span is not ("sum" or "map" or "range" or "zip" or "random" or "math" or "input");

    private static string Power(BinaryExpressionSyntax power)
    {
        var exponent = power.Right is ParenthesizedExpressionSyntax bracket ? bracket.Expression : power.Right;
        return power.Left.ToString() is "e" or "E" ? $"^ is no power in C#. e to the power of {exponent} is Exp({exponent})" : $"^ is no power in C#: write Pow({power.Left}, {exponent})";
    }

    // What a function of Python's becomes at the end of a chain.
    private static string Ending(string function) => function switch
    {
        "sum" => ".Sum()",
        "max" => ".Max()",
        "min" => ".Min()",
        _ => ".ToArray()",
    };

    private static bool IsList(string type) => type.EndsWith("[]", StringComparison.Ordinal) || type.StartsWith("IEnumerable<", StringComparison.Ordinal) || type.StartsWith("List<", StringComparison.Ordinal);

    private static string Elementwise(BinaryExpressionSyntax list, CompilerError e)
    {
        var (left, right) = (list.Left.ToString(), list.Right.ToString());
        if (IsList(e.Type(1)) && IsList(e.Type(2)))
            return $"C# does not compute with whole lists; go through both: {left}.Zip({right}, (a, b) => a {list.OperatorToken} b).ToArray()";
        return IsList(e.Type(1))
            ? $"C# does not compute with whole lists; go through it: {left}.Select(x => x {list.OperatorToken} {right}).ToArray()"
            : $"C# does not compute with whole lists; go through it: {right}.Select(x => {left} {list.OperatorToken} x).ToArray()";
    }

    private static string? Member(CompilerError e, ITypeSymbol type, MemberAccessExpressionSyntax access)
    {
        var (name, owner) = (e.Span, access.Expression.ToString());
        if (name == "Length" && e.SimilarMember("Count", type, isStatic: false) is "Count") return $"A list counts its items with Count: {owner}.Count";
        if (type.SpecialType is SpecialType.System_Double or SpecialType.System_Int32 && e.Similar(name) is { } function && char.IsUpper(function[0])) return $"{function} is a function here: {function}({owner}{(access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } more } ? $", {more}" : "")})";
        if (PythonMembers.TryGetValue(name, out var instead) && !(e.SimilarMember(name, type, isStatic: false) is { } same && string.Equals(same, name, StringComparison.OrdinalIgnoreCase) && name is not ("append" or "sort")))
            return $"There is no .{name} in C#: write {(instead.Contains("xs.", StringComparison.Ordinal) || instead.StartsWith("a ", StringComparison.Ordinal) || instead.StartsWith("string", StringComparison.Ordinal) ? instead : $"{owner}.{instead}")}";
        return e.SimilarMember(name, type, isStatic: false) is { } near ? $"A {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} has no {name}. Did you mean .{near}?" : null;
    }

    private static ITypeSymbol? Owner(CompilerError e, MemberAccessExpressionSyntax access) => e.Model.GetTypeInfo(access.Expression).Type;

    private static IMethodSymbol? Method(CompilerError e, InvocationExpressionSyntax call)
    {
        var methods = e.Model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
        return methods.Select(method => method.Parameters.Length).Distinct().Count() == 1 ? methods[0] : null;
    }

    private static string Count(int arguments) => arguments == 1 ? "1 argument" : $"{arguments} arguments";

    // Of "cannot convert from 'A' to 'B'" and "Cannot implicitly convert type 'A' to 'B'".
    private static int FunctionsNamed(CompilerError e) => e.Model.GetMemberGroup((e.Node as ArgumentSyntax)?.Expression ?? e.Node).Length;

    private static string From(CompilerError e) => e.Type(0);

    private static bool From(CompilerError e, string start) => e.Type(0).StartsWith(start, StringComparison.Ordinal);

    private static string To(CompilerError e) => e.Type(1);

    private static string From(Match range) => Parts(range) is { Length: > 1 } parts ? parts[0] : "0";

    private static string To(Match range) => Parts(range) is { Length: > 1 } parts ? parts[1] : Parts(range)[0];

    private static string Step(Match range) => Parts(range) is { Length: > 2 } parts ? $"{range.Groups[1]} += {parts[2]}" : $"{range.Groups[1]}++";

    private static string[] Parts(Match range) => range.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries);

    private static string Condition(string condition) => condition.Trim() is ['(', .., ')'] bracketed ? bracketed[1..^1] : condition.Trim().Replace(" and ", " && ").Replace(" or ", " || ");

    private static string Typed(string arguments) => string.Join(", ", arguments.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => $"double {name.Split(':', '=')[0].Trim()}"));

    private static string Typed(SyntaxNode lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => $"(double {simple.Parameter}) => {simple.Body}",
        ParenthesizedLambdaExpressionSyntax several => $"({Typed(several.ParameterList.Parameters.ToString())}) => {several.Body}",
        _ => "(double x) => x * x",
    };

    private static string Braces(string table) => table.Trim()[1..^1].Trim().Replace("[", "{ ").Replace("]", " }");
}
