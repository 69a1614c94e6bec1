using System.Security.Cryptography;
using System.Text;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Studio;

/// <summary>
/// Which notebooks may run: those whose code is the course's own, as it was built or as git has it, and those that the reader has said yes to.
/// The yes is bound to the code: it is kept as a signature of all code cells, by a key of the reader's alone, and code that
/// somebody else changed asks anew. What is written in the Studio afterwards is signed as it is saved.
/// </summary>
internal sealed class TrustRecord(string folder)
{
    private const int KeyBytes = 32;

    /// <summary>The record of whoever runs this.</summary>
    public static TrustRecord OfUser() => new(Path.Combine(UserState.Folder, "trusted"));

    /// <summary>Whether a notebook's code may run.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="notebook">As it is now.</param>
    /// <param name="committed">As git has it: asked only where the course was not built with it, for git is a process of its own.</param>
    public bool Knows(string path, Notebook notebook, Func<Notebook?> committed)
    {
        if (CourseCells.AreAllOf(notebook)) return true;
        if (committed() is { } original)
        {
            var own = CourseCells.Sources(original).ToHashSet();
            if (CourseCells.Sources(notebook).All(own.Contains)) return true;
        }
        try
        {
            return File.Exists(FileOf(path)) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(File.ReadAllText(FileOf(path)).Trim()), Encoding.ASCII.GetBytes(Signature(notebook)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Remembers that a notebook may run as it is now.</summary>
    public void Keep(string path, Notebook notebook)
    {
        try
        {
            UserState.Write(FileOf(path), Encoding.ASCII.GetBytes(Signature(notebook)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be kept the question comes again.
        }
    }

    private string FileOf(string path) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path)))));

    private string Signature(Notebook notebook)
    {
        using var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key());
        foreach (var source in CourseCells.Sources(notebook))
        {
            code.AppendData(BitConverter.GetBytes(source.Length));
            code.AppendData(Encoding.UTF8.GetBytes(source));
        }
        return Convert.ToHexStringLower(code.GetHashAndReset());
    }

    private byte[] Key()
    {
        var path = Path.Combine(folder, "key");
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: KeyBytes } key) return key;
        var made = RandomNumberGenerator.GetBytes(KeyBytes);
        UserState.Write(path, made);
        return made;
    }
}
