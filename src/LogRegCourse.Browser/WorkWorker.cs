using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using System.Text.Json.Serialization;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Work;

namespace LogRegCourse.Browser;

/// <summary>
/// The worker of the contents page: reads a notebook that a reader opens, and packs and unpacks all of one's work. What
/// it refuses it answers with a sentence. Nothing is run and nothing kept here.
/// </summary>
internal static partial class WorkWorker
{
    /// <summary>Reads a notebook of the reader's.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="length">How long the file is, of which the bytes may be a part where it is too long.</param>
    /// <param name="bytes">What is in it.</param>
    /// <returns>An <see cref="Answer"/> as JSON.</returns>
    [JSExport]
    internal static string OpenNotebook(string name, double length, byte[] bytes) => Answered(() =>
    {
        NotebookReader.ExpectSize((long)length, name);
        return new() { Notebook = NotebookWriter.Write(NotebookReader.Read(bytes, name)) };
    });

    /// <summary>All of one's work as a zip.</summary>
    /// <param name="names">The notebooks' names.</param>
    /// <param name="texts">Their texts, in the same order.</param>
    /// <param name="progress">The checks' record, or null.</param>
    [JSExport]
    internal static byte[] Pack(string[] names, string[] texts, string? progress) =>
        WorkArchive.Write(names.Zip(texts, (name, text) => new KeptNotebook(name, text)), progress, DateTimeOffset.Now);

    /// <summary>What a zip of one's work holds.</summary>
    /// <returns>An <see cref="Answer"/> as JSON.</returns>
    [JSExport]
    internal static string Unpack(byte[] zip) => Answered(() => new() { Work = WorkArchive.Read(zip) });

    private static string Answered(Func<Answer> work)
    {
        Answer answer;
        try
        {
            answer = work();
        }
        catch (NotebookException e)
        {
            answer = new() { Refusal = e.Message };
        }
        return JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);
    }
}

/// <summary>What the page gets: one of the three.</summary>
internal sealed record Answer
{
    /// <summary>The notebook as nbformat writes it.</summary>
    public string? Notebook { get; init; }

    public KeptWork? Work { get; init; }

    /// <summary>A sentence.</summary>
    public string? Refusal { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
