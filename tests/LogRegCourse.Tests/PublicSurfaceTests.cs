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
        var functions = PublicTypes.Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Cast<MethodBase>()
            .Concat(type.IsAbstract || !typeof(Loss).IsAssignableFrom(type) ? [] : type.GetConstructors()));
        foreach (var function in functions)
            foreach (var parameter in function.GetParameters().Where(IsRequired))
            {
                if (function.GetParameters().Select(other => other == parameter ? null : Example(other)).ToArray() is var arguments && MayBeCalled(function, parameter, arguments) && Error(function, arguments) is { } error)
                {
                    named++;
                    if (error is not ArgumentException and not CsvException) wrong.Add($"{function.DeclaringType!.Name}.{function.Name}({parameter.Name}): {error.GetType().Name}");
                }
            }
        Assert.Empty(wrong);
        Assert.True(named > 50, $"{named} arguments");

        static bool IsRequired(ParameterInfo parameter) => !parameter.ParameterType.IsValueType && !parameter.HasDefaultValue &&
            new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable;

        static bool MayBeCalled(MethodBase function, ParameterInfo parameter, object?[] arguments) =>
            function.GetParameters().Zip(arguments).All(pair => pair.First == parameter || pair.Second is not null || pair.First.HasDefaultValue);

        static Exception? Error(MethodBase function, object?[] arguments)
        {
            try
            {
                if (function is ConstructorInfo constructor) constructor.Invoke(arguments);
                else function.Invoke(null, arguments);
                return null;
            }
            catch (TargetInvocationException error)
            {
                return error.InnerException;
            }
        }

        static object? Example(ParameterInfo parameter)
        {
            double[] y = [0, 1, 0, 1, 1, 0];
            Features x = new double[] { 1, 2, 4, 3, 2, 5 };
            return parameter.ParameterType switch
            {
                _ when parameter.HasDefaultValue => parameter.DefaultValue,
                var type when type == typeof(double[]) => y,
                var type when type == typeof(string[]) => y.Select(label => $"{label}").ToArray(),
                var type when type == typeof(Features) => x,
                var type when type == typeof(double) => 0.5,
                var type when type == typeof(int) => 2,
                var type when type == typeof(bool) => true,
                var type when type == typeof(Loss) || type == typeof(LinearPredictorLoss) => new LogisticLoss(x, y),
                _ => null,
            };
        }
    }
}
