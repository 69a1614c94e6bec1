using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Kernel.Packages;

/// <summary>Brings the packages that a notebook's cells ask for, cell by cell, into its session.</summary>
internal sealed class PackageLoader(IHost host, ReferenceLoader references, NotebookLoadContext context, SubmissionChain chain, Action<string> loadExtension)
{
    // An extension of .NET Interactive that makes charts show themselves, by a page that needs a network; this kernel
    // shows them by itself.
    private static readonly string[] ShownByTheKernel = ["Plotly.NET.Interactive.dll"];

    private readonly List<PackageLine> _packages = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _added = [];

    private readonly HashSet<string> _extensions = [];

    // What was asked for, which need not be what was taken: the same line may stand in a notebook twice.
    private readonly HashSet<(string Name, string Version)> _asked = [];

    /// <summary>Loads what the lines name.</summary>
    /// <returns>Null, or why a package could not be had.</returns>
    public CellError? Load(IReadOnlyList<PackageLine> lines)
    {
        try
        {
            return LoadAll(lines);
        }
        catch (Exception error) when (error is not CellStoppedException)
        {
            return Error(lines[0], $"The packages of this cell could not be loaded: {error.Message}");
        }
    }

    private CellError? LoadAll(IReadOnlyList<PackageLine> lines)
    {
        _sources.AddRange(lines.Where(line => line.IsSource).Select(line => line.Name).Except(_sources));
        List<PackageLine> wanted = [];
        foreach (var line in lines.Where(line => !line.IsSource))
        {
            var known = _packages.Find(package => package.Name.Equals(line.Name, StringComparison.OrdinalIgnoreCase));
            if (known is null) wanted.Add(line);
            else if (IsVersion(line.Version) && !IsSame(line.Version, known.Version) && !_asked.Contains((known.Name.ToLowerInvariant(), Whole(line.Version))))
                return Error(line, $"{line.Name} {known.Version} is loaded already; restart the kernel to use version {line.Version}.");
        }
        return wanted.Count == 0 ? null : Fetch(wanted);
    }

    private CellError? Fetch(List<PackageLine> wanted)
    {
        var (answer, assets) = host.Restore([.. _packages, .. wanted], _sources);
        if (answer.Kind == PackageAnswerKind.Restored && assets is not null)
        {
            Add(assets, wanted);
            return null;
        }
        var culprit = wanted.Find(line => line.Name.Equals(answer.Package, StringComparison.OrdinalIgnoreCase));
        if (culprit is { Version: "*" } && answer.Message?.StartsWith("NU1103", StringComparison.Ordinal) == true)
        {
            wanted[wanted.IndexOf(culprit)] = culprit with { Version = "*-*" };
            return Fetch(wanted);
        }
        // A feed of the notebook that is gone must not keep the others from answering.
        if (answer.Kind == PackageAnswerKind.Unreachable && _sources.Count > 0)
        {
            var (gone, source) = (new List<string>(_sources), string.Join(", ", _sources));
            _sources.Clear();
            if (Fetch(wanted) is null)
            {
                Say($"The package source {source} could not be reached; the packages come from the others.");
                return null;
            }
            _sources.AddRange(gone);
        }
        culprit ??= wanted[0];
        return Error(culprit, $"The package {answer.Package ?? culprit.Name} could not be had: {answer.Message}");
    }

    private void Add(PackageAssets assets, List<PackageLine> wanted)
    {
        foreach (var library in assets.Libraries.Except(_added))
        {
            chain.AddReference(references.LoadPackage(library));
            _added.Add(library);
        }
        foreach (var folder in assets.NativeFolders) context.OfferNative(folder);
        foreach (var extension in assets.Folders.Select(folder => Path.Combine(folder, "interactive-extensions", "dotnet")).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")))
            if (!ShownByTheKernel.Contains(Path.GetFileName(extension)) && _extensions.Add(extension)) loadExtension(extension);
        foreach (var line in wanted)
        {
            if (!assets.Versions.TryGetValue(line.Name, out var taken)) taken = line.Version;
            _packages.Add(line with { Version = taken });
            _asked.Add((line.Name.ToLowerInvariant(), Whole(line.Version)));
            if (IsVersion(line.Version) && !IsSame(line.Version, taken)) Say($"{line.Name} {line.Version} is not on the feed; {taken} is used.");
        }
    }

    private static void Say(string sentence) => RunningCell.Print(PrintStream.Stderr, sentence + "\n");

    private static bool IsVersion(string asked) => asked.Length > 0 && char.IsAsciiDigit(asked[0]) && !asked.Contains('*');

    // 1.2 and 1.2.0.0 are the same to NuGet.
    private static bool IsSame(string asked, string taken) => Whole(asked).Equals(Whole(taken), StringComparison.OrdinalIgnoreCase);

    private static string Whole(string version)
    {
        var (numbers, preview) = version.Split('+')[0].Split('-', 2) is [var plain, var suffix] ? (plain, "-" + suffix) : (version.Split('+')[0], "");
        return string.Join('.', numbers.Split('.').Concat(["0", "0", "0"]).Take(4)) + preview;
    }

    private static CellError Error(PackageLine line, string message) => new("PackageError", message, [message], line.Line, 1);
}
