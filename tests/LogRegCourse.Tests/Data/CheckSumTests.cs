using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class CheckSumTests
{
    [Fact]
    public void Readme_NamesEveryFile_WithItsCheckSum()
    {
        var readme = File.ReadAllText(Repository.PathOf("data", "README.md"));
        var stated = Regex.Matches(readme, @"^\| (\S+\.csv) \|.*\| ([0-9a-f]{64}) \|$", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var actual = Directory.GetFiles(Repository.PathOf("data"), "*.csv")
            .ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        Assert.Equal(actual.OrderBy(pair => pair.Key), stated.OrderBy(pair => pair.Key));
    }
}
