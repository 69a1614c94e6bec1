namespace LogRegCourse.Testing;

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<ChromiumBrowser>
{
    public const string Name = "browser";
}
