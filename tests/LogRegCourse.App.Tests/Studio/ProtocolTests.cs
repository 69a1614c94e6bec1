using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Studio;

public partial class ProtocolTests
{
    private static readonly string Script = File.ReadAllText(Repository.PathOf("src", "LogRegCourse.App", "Web", "studio", "protocol.js"));

    [Fact]
    public void Commands_OfBothSides_AreTheSame() => Assert.Equal(TagsOf(typeof(PageCommand)), ListOf("COMMANDS"));

    [Fact]
    public void News_OfBothSides_AreTheSame() => Assert.Equal(TagsOf(typeof(PageNews)), ListOf("NEWS"));

    [Fact]
    public void Version_OfBothSides_IsTheSame() => Assert.Contains($"VERSION = {PageNews.ProtocolVersion};", Script);

    private static IEnumerable<string> TagsOf(Type messages) =>
        messages.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(tag => (string)tag.TypeDiscriminator!);

    private static IEnumerable<string> ListOf(string name) =>
        Word().Matches(Regex.Match(Script, $@"{name} = \[(.*?)\]", RegexOptions.Singleline).Groups[1].Value).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"([a-z-]+)\"")]
    private static partial Regex Word();
}
