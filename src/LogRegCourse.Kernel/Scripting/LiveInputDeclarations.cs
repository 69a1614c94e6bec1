using System.Globalization;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Finds the variables that the page may move: top-level variables whose initial value is a call of a method with an
/// attribute class NAMED LiveInputAttribute. The control's description is read from the call's constant arguments by
/// the names of the parameters: label, min, max, value, step, choices, x and y.
/// </summary>
internal static class LiveInputDeclarations
{
    public static IReadOnlyList<LiveInput> In(SyntaxTree tree, SemanticModel model)
    {
        List<LiveInput> found = [];
        foreach (var variable in tree.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables))
        {
            if (variable.Initializer?.Value is not InvocationExpressionSyntax call) continue;
            if (model.GetOperation(call) is IInvocationOperation operation && IsLive(operation.TargetMethod)) found.Add(Describe(variable.Identifier.Text, operation));
        }
        return found;
    }

    private static bool IsLive(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LiveInputAttribute");

    private static LiveInput Describe(string name, IInvocationOperation call)
    {
        var constants = call.Arguments.Where(argument => argument.Parameter is not null)
            .ToDictionary(argument => argument.Parameter!.Name, argument => Constant(argument.Value));
        var choices = constants.GetValueOrDefault("choices") as IReadOnlyList<object?>;
        var value = constants.GetValueOrDefault("value") ?? choices?.FirstOrDefault();
        double[]? place = Number(constants.GetValueOrDefault("x")) is { } x && Number(constants.GetValueOrDefault("y")) is { } y ? [x, y] : null;
        return new LiveInput(
            name,
            call.TargetMethod.Name.ToLowerInvariant(),
            constants.GetValueOrDefault("label") as string ?? name,
            place is null ? Json(value) : JsonSerializer.SerializeToElement(place, PipeJson.Default.DoubleArray),
            Number(constants.GetValueOrDefault("min")),
            Number(constants.GetValueOrDefault("max")),
            Number(constants.GetValueOrDefault("step")),
            choices?.Select(choice => Convert.ToString(choice, CultureInfo.InvariantCulture) ?? "").ToList());
    }

    private static object? Constant(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant,
        IConversionOperation conversion => Constant(conversion.Operand),
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues.Select(Constant).ToList(),
        ICollectionExpressionOperation collection => collection.Elements.Select(Constant).ToList(),
        _ => null,
    };

    private static double? Number(object? constant) => constant is null or string or bool ? null : Convert.ToDouble(constant, CultureInfo.InvariantCulture);

    private static JsonElement Json(object? value) => value switch
    {
        bool flag => JsonSerializer.SerializeToElement(flag, PipeJson.Default.Boolean),
        string text => JsonSerializer.SerializeToElement(text, PipeJson.Default.String),
        null => JsonSerializer.SerializeToElement("", PipeJson.Default.String),
        _ => JsonSerializer.SerializeToElement(Number(value)!.Value, PipeJson.Default.Double),
    };
}
