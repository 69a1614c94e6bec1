using System.IO.Compression;
using System.Runtime.InteropServices.JavaScript;

namespace LogRegCourse.Browser;

/// <summary>A file that the export packed by gzip, fetched while everything waits.</summary>
internal static partial class PackedFile
{
    /// <param name="address">Seen from where the site begins.</param>
    /// <returns>What was packed.</returns>
    public static byte[] Fetch(string address)
    {
        using var from = new GZipStream(new MemoryStream(FetchNow(address)), CompressionMode.Decompress);
        var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    [JSImport("fetchNow", "kernel")]
    private static partial byte[] FetchNow(string address);
}
