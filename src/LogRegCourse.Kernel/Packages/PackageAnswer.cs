using System.Text.Json.Serialization;

namespace LogRegCourse.Kernel.Packages;

/// <summary>What came of asking the feed for packages. Package and Message are those of the first refusal.</summary>
internal sealed record PackageAnswer(PackageAnswerKind Kind, DateTimeOffset AskedAt, string? Package = null, string? Message = null)
{
    // A "no" is asked again once a day, a feed out of reach after a while: so no run waits for the same answer twice.
    private static readonly TimeSpan RefusalHolds = TimeSpan.FromHours(24);
    private static readonly TimeSpan UnreachableHolds = TimeSpan.FromMinutes(15);

    /// <summary>Whether the answer need not be asked for again.</summary>
    public bool Holds(DateTimeOffset now) => Kind switch
    {
        PackageAnswerKind.Restored => true,
        PackageAnswerKind.Refused => now - AskedAt < RefusalHolds,
        _ => now - AskedAt < UnreachableHolds,
    };
}

/// <summary>The three answers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackageAnswerKind>))]
internal enum PackageAnswerKind
{
    /// <summary>All packages are on this machine.</summary>
    Restored,

    /// <summary>The feed answered that it does not have a package.</summary>
    Refused,

    /// <summary>The feed did not answer, or restoring broke.</summary>
    Unreachable,
}

[JsonSerializable(typeof(PackageAnswer))]
internal sealed partial class PackageJson : JsonSerializerContext;
