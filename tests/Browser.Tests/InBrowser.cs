namespace LogRegCourse.Testing;

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<ChromiumBrowser>, ICollectionFixture<ExportedCourse>
{
    public const string Name = "browser";
}
