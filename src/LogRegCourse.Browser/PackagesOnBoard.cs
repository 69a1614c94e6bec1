namespace LogRegCourse.Browser;

/// <summary>A library of a package that lies, packed by gzip, beside the site, and where.</summary>
internal sealed record PackageFile(string Package, string Version, string Address)
{
    public string FileName => Path.GetFileNameWithoutExtension(Address);
}

/// <summary>The packages that the export put beside the site.</summary>
internal static class PackagesOnBoard
{
    /// <summary>One file a line: package, version, address, separated by spaces.</summary>
    public static IReadOnlyList<PackageFile> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(word => new PackageFile(word[0], word[1], word[2]))];
}
