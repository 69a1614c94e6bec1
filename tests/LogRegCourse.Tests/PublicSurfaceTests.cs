using System.Linq.Expressions;
using System.Reflection;
using System.Xml.Linq;

namespace LogRegCourse.Tests;

public class PublicSurfaceTests
{
    private static readonly Type[] PublicTypes = typeof(Logistic).Assembly.GetExportedTypes();

    [Fact]
    public void Logistic_AmongTheMembersOfMath_HidesNone()
    {
        var imported = typeof(Logistic).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name);
        Assert.Empty(imported.Intersect(typeof(Math).GetMembers().Select(member => member.Name).Except(typeof(object).GetMembers().Select(member => member.Name))));
    }

    [Fact]
    public void EveryType_IsInTheOneNamespaceOfTheCourse() => Assert.All(PublicTypes, type => Assert.Equal("LogRegCourse", type.Namespace));

    [Fact]
    public void NoPublicMember_ShowsATypeOfMathNet() => Assert.All(
        PublicTypes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
        method => Assert.DoesNotContain("MathNet", $"{method.ReturnType} {string.Join(' ', method.GetParameters().Select(parameter => parameter.ParameterType))}"));

    [Fact]
    public void EveryPublicType_HasASummary()
    {
        var documented = XDocument.Load(Path.ChangeExtension(typeof(Logistic).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("content") is not null).Select(member => member.Attribute("name")!.Value).ToHashSet();
        Assert.All(PublicTypes.Where(type => !type.IsNested), type => Assert.Contains($"T:{type.FullName}", documented));
    }

    [Fact]
    public void EveryPublicFunction_GivenNothingForAnArgument_NamesIt()
    {
        var (named, wrong) = (0, new List<string>());
        double[] labels = [0, 1, 0, 1, 1, 0];
        Features feature = new double[] { 1, 2, 4, 3, 2, 5 };
        var csv = Path.GetTempFileName();
        File.WriteAllText(csv, "x,y\n1,0\n2,1\n");
        object[] results =
        [
            feature, new LogisticLoss(feature, labels), LogisticRegression.Fit(feature, labels), Dataset.Load(csv),
            SoftmaxRegression.Fit(feature, ["a", "b", "a", "c", "c", "b"], new SoftmaxOptions { L2 = 1 }),
        ];
        File.Delete(csv);
        var functions = PublicTypes.Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Cast<MethodBase>()
            .Concat(type.IsAbstract || !typeof(Loss).IsAssignableFrom(type) ? [] : type.GetConstructors())).Select(function => (Of: default(object), Function: function))
            .Concat(results.SelectMany(result => result.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name != nameof(Equals)).Select(method => (Of: (object?)result, Function: (MethodBase)method))));
        foreach (var (of, function) in functions)
            foreach (var parameter in function.GetParameters().Where(IsRequired))
            {
                if (function.GetParameters().Select(other => other == parameter ? null : Example(other)).ToArray() is var arguments && MayBeCalled(function, parameter, arguments) && Error(of, function, arguments) is { } error)
                {
                    named++;
                    if (error is not ArgumentException and not CsvException) wrong.Add($"{function.DeclaringType!.Name}.{function.Name}({parameter.Name}): {error.GetType().Name}");
                }
            }
        Assert.True(wrong.Count == 0, string.Join("; ", wrong));
        Assert.True(named > 50, $"{named} arguments");

        static bool IsRequired(ParameterInfo parameter) => !parameter.ParameterType.IsValueType && !parameter.HasDefaultValue &&
            new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable;

        static bool MayBeCalled(MethodBase function, ParameterInfo parameter, object?[] arguments) =>
            function.GetParameters().Zip(arguments).All(pair => pair.First == parameter || pair.Second is not null || pair.First.HasDefaultValue);

        static Exception? Error(object? of, MethodBase function, object?[] arguments)
        {
            try
            {
                if (function is ConstructorInfo constructor) constructor.Invoke(arguments);
                else function.Invoke(of, arguments);
                return null;
            }
            catch (TargetInvocationException error)
            {
                return error.InnerException;
            }
        }

        static Delegate Returning(MethodInfo call, Type type) => Expression.Lambda(
            type, Expression.Default(call.ReturnType), call.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();

        static object? Example(ParameterInfo parameter)
        {
            double[] y = [0, 1, 0, 1, 1, 0];
            Features x = new double[] { 1, 2, 4, 3, 2, 5 };
            return parameter.ParameterType switch
            {
                _ when parameter.HasDefaultValue => parameter.DefaultValue,
                var type when type == typeof(double[]) => y,
                var type when type == typeof(double[][]) => new double[][] { [1, 2], [2, 1] },
                var type when type == typeof(string) => "y",
                var type when type == typeof(string[]) => y.Select(label => $"{label}").ToArray(),
                var type when type == typeof(Features) => x,
                var type when type == typeof(double) => 0.5,
                var type when type == typeof(int) => 2,
                var type when type == typeof(bool) => true,
                var type when typeof(Delegate).IsAssignableFrom(type) => Returning(type.GetMethod("Invoke")!, type),
                var type when type == typeof(Loss) || type == typeof(LinearPredictorLoss) => new LogisticLoss(x, y),
                _ => null,
            };
        }
    }
}
