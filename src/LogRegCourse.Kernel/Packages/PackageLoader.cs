using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.Kernel.Packages;

/// <summary>Brings the packages that a notebook's cells ask for, cell by cell, into its session.</summary>
internal sealed class PackageLoader(IHost host, ReferenceLoader references, NotebookLoadContext context, SubmissionChain chain)
{
    private readonly List<PackageLine> _packages = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _added = [];

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
            else if (line.Version != "*" && line.Version != known.Version)
                return Error(line, $"{line.Name} {known.Version} is loaded already; restart the kernel to use version {line.Version}.");
        }
        return wanted.Count == 0 ? null : Fetch(wanted);
    }

    private CellError? Fetch(List<PackageLine> wanted)
    {
        var (answer, assets) = host.Restore([.. _packages, .. wanted], _sources);
        if (answer.Kind == PackageAnswerKind.Restored && assets is not null)
        {
            foreach (var library in assets.Libraries.Except(_added))
            {
                chain.AddReference(references.LoadPackage(library));
                _added.Add(library);
            }
            foreach (var folder in assets.NativeFolders) context.OfferNative(folder);
            _packages.AddRange(wanted);
            return null;
        }
        var culprit = wanted.Find(line => line.Name.Equals(answer.Package, StringComparison.OrdinalIgnoreCase)) ?? wanted[0];
        return Error(culprit, $"The package {answer.Package ?? culprit.Name} could not be had: {answer.Message}");
    }

    private static CellError Error(PackageLine line, string message) => new("PackageError", message, [message], line.Line, 1);
}
