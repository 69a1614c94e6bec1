using LogRegCourse.Notebooks.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>Code that runs unchanged behind every door.</summary>
internal static class CodeRules
{
    public const string Setup = """
        #r "nuget: Plotly.NET, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "bin/LogRegCourse.dll"
        #r "bin/LogRegCourse.Checks.dll"
        using System.IO;
        using static System.Math;
        using Plotly.NET;
        using Plotly.NET.CSharp;
        using Chart = Plotly.NET.CSharp.Chart;
        using LogRegCourse;
        using LogRegCourse.Checks;
        using static LogRegCourse.Logistic;
        using static LogRegCourse.Checks.Course;
        Defaults.DefaultTemplate = new Template();
        """;

    /// <summary>What the lesson about clusters brings besides, in a cell of its own, so that no other lesson loads it.</summary>
    public const string Cluster = """
        #r "bin/cluster/LogRegCourse.Cluster.dll"
        using LogRegCourse.Cluster;
        """;

    /// <summary>The helpers for figures, in every lesson that draws.</summary>
    public const string Drawing = """
        string Blue = "#0072b2", Orange = "#d55e00", Green = "#009e73";
        string Pink = "#cc79a7", Yellow = "#e69f00", Black = "#000000";
        double[] Points(double from, double to, int n = 161) => Enumerable.Range(0, n)
            .Select(i => from + (to - from) * i / (n - 1)).ToArray();
        GenericChart Curve(double[] x, Func<double, double> f, string name, string colour) =>
            Chart.Line<double, double, string>(x, x.Select(f).ToArray(), Name: name,
                LineColor: Color.fromString(colour), LineWidth: 2.5);
        GenericChart Guide(double[] x, double[] y, string name = "") =>
            Chart.Line<double, double, string>(x, y, Name: name, ShowLegend: name != "",
                LineColor: Color.fromString("#767676"), LineDash: StyleParam.DrawingStyle.Dot);
        GenericChart Dots(double[] x, double[] y, string name, string colour) =>
            Chart.Point<double, double, string>(x, y, Name: name,
                MarkerColor: Color.fromString(colour));
        GenericChart Map(double[] x, double[] y, Func<double, double, double> f) =>
            Chart.Heatmap<double, double, double, string>(
                y.Select(v => x.Select(u => f(u, v)).ToArray()).ToArray(), X: x, Y: y,
                ColorScale: StyleParam.Colorscale.RdBu, Opacity: 0.5);
        GenericChart Figure(string xTitle, string yTitle, params GenericChart[] parts) =>
            Chart.Combine(parts)
                .WithXAxisStyle<double, double, string>(TitleText: xTitle)
                .WithYAxisStyle<double, double, string>(TitleText: yTitle).WithSize(750, 420);
        GenericChart Within(GenericChart figure, double left, double right, double bottom,
            double top)
        {
            double[] x = [left, right], y = [bottom, top];
            foreach (var (axis, range) in new[] { ("xaxis", x), ("yaxis", y) })
                ((DynamicObj.DynamicObj)figure.GetLayout().TryGetPropertyValue(axis).Value)
                    .SetProperty("range", range);
            return figure;
        }
        GenericChart WithSlider(string name, double[] values, int start,
            Func<double, GenericChart> draw)
        {
            var figures = values.Select(draw).ToArray();
            object[] All(GenericChart figure, string part) => figure.GetTraces()
                .Select(trace => trace.TryGetPropertyValue(part)?.Value).ToArray();
            object Title(GenericChart figure) =>
                figure.GetLayout().TryGetPropertyValue("title")?.Value;
            var steps = figures.Zip(values, (figure, value) => new
            {
                method = "update",
                label = FormattableString.Invariant($"{value:G6}"),
                args = new object[] { new { x = All(figure, "x"), y = All(figure, "y"),
                    z = All(figure, "z") }, new { title = Title(figure) } },
            }).ToArray();
            var currentvalue = new { prefix = name + " = " };
            figures[start].GetLayout().SetProperty("sliders",
                new[] { new { active = start, steps, currentvalue, pad = new { t = 50 } } });
            return figures[start];
        }
        """;

    private const int LongestCell = 12;
    private const int LongestMedian = 5;
    private const int LongestLine = 76;

    // What .NET Interactive imports into every cell, and what the first cell imports for the course.
    private static readonly HashSet<string> Taken = [
        "display", "HTML", "CSS", "Javascript", "GetInputAsync", "GetInputsAsync", "GetPasswordAsync", "Current", "Root", "Kernel",
        .. PublicNames(typeof(Math)), .. PublicNames(typeof(Logistic)), "Check", "Predict", "Score", "Again", "Hint", "Progress", "Slider", "Choice", "Toggle", "Place", "Steps"];

    public static IEnumerable<string> FirstCell(Lesson lesson)
    {
        var first = lesson.Code.FirstOrDefault();
        if (first is not { IsSetup: true }) yield return "the first code cell must be `setup`";
        else if (first.Source != Setup) yield return "setup: differs from the one all lessons share";
    }

    public static IEnumerable<string> DrawingCell(Lesson lesson) => lesson.Code
        .Where(cell => cell.Id == "drawing" && cell.Source != Drawing)
        .Select(_ => "drawing: differs from the one all lessons share");

    public static IEnumerable<string> ClusterCell(Lesson lesson) => lesson.Code
        .Where(cell => cell.Id == "cluster" && (cell.Source != Cluster || lesson.Number != "15"))
        .Select(_ => "cluster: stands in lesson 15 alone, and brings the cluster's library and nothing else");

    public static IEnumerable<string> Script(Lesson lesson) =>
        lesson.Code.Where(cell => !cell.IsShared).SelectMany(cell => Script(cell.Source).Select(problem => $"{cell.Id}: {problem}"));

    public static IEnumerable<string> Length(Lesson lesson)
    {
        int[] lengths = [.. lesson.Code.Where(cell => !cell.IsShared && !cell.IsPrediction).Select(cell => cell.CodeLines).Order()];
        foreach (var cell in lesson.Code.Where(cell => !cell.IsShared && cell.CodeLines > LongestCell))
            yield return $"{cell.Id}: {cell.CodeLines} lines of code, at most {LongestCell} are allowed";
        if (lengths.Length > 0 && lengths[lengths.Length / 2] > LongestMedian)
            yield return $"the median code cell has {lengths[lengths.Length / 2]} lines, at most {LongestMedian} are allowed";
    }

    /// <summary>A derivation's line is one formula, and is not broken for the page.</summary>
    public static IEnumerable<string> Width(Lesson lesson) => lesson.Code
        .Where(cell => !cell.IsShared && !cell.Source.Contains("Derivation.Of(", StringComparison.Ordinal))
        .SelectMany(cell => cell.Lines.Where(line => line.Length > LongestLine).Select(line =>
            $"{cell.Id}: a line of {line.Length} characters, at most {LongestLine} fit the page: {line.Trim()}"));

    private static IEnumerable<string> Script(string source)
    {
        if (source.TrimEnd().EndsWith("Display()", StringComparison.Ordinal)) yield return "ends in Display() without a semicolon";
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script)).GetRoot();
        foreach (var error in root.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) yield return error.ToString();
        foreach (var directive in root.DescendantTrivia().Where(trivia => trivia.IsDirective)) yield return $"has a directive: {directive}";
        if (root.Usings.Count > 0) yield return "has a using line; they belong into setup";
        if (root.DescendantNodes().OfType<ClassDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.StaticKeyword))) yield return "declares a static class";
        foreach (var name in root.Members.SelectMany(DeclaredNames).Where(Taken.Contains)) yield return $"declares {name}, which is taken";
        if (HasLiveInput(root) && !root.Members.All(HasLiveInput)) yield return "does more than declare live inputs; moving one reruns the cells that read it, never its own";
    }

    private static bool HasLiveInput(SyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "Slider" or "Choice" or "Toggle" or "Place" or "Steps" });

    private static IEnumerable<string> DeclaredNames(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function.Identifier.Text],
        _ => [],
    };

    private static IEnumerable<string> PublicNames(Type type) => type.GetMembers().Where(member => member.DeclaringType == type).Select(member => member.Name);
}
