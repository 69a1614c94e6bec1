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
}
