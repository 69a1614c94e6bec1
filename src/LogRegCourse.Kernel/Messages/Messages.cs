using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LogRegCourse.Kernel.Messages;

// The whole language between the app and a kernel: one JSON object per line, UTF-8, tagged by "type".
//
// The app starts the kernel as
//     dotnet LogRegCourse.KernelProcess.dll --pipe IN OUT
// where IN and OUT are the client handles (GetClientHandleAsString) of two inheritable anonymous pipes: the kernel
// reads commands from IN and writes events to OUT. Its current directory is the notebook's folder. Closing IN ends
// the kernel. Its standard streams belong to the student: read them all the time, or the student's native code
// blocks when 64 KB are unread; what Console prints comes as TextPrinted and does not appear there.

/// <summary>What the app asks of a kernel. Cells run one after the other in the order asked; everything else is
/// answered at once, also while a cell runs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RunCell), "run-cell")]
[JsonDerivedType(typeof(StopCell), "stop-cell")]
[JsonDerivedType(typeof(ProvideInput), "provide-input")]
[JsonDerivedType(typeof(SetLiveInput), "set-live-input")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Hover), "hover")]
[JsonDerivedType(typeof(Diagnose), "diagnose")]
[JsonDerivedType(typeof(CompileCell), "compile-cell")]
[JsonDerivedType(typeof(RunCompiled), "run-compiled")]
internal abstract record KernelCommand;

/// <summary>Runs a cell. Answered by <see cref="CellStarted"/>, its outputs, and one <see cref="CellFinished"/>
/// that comes after all of them. Cells may be queued; when one fails or is stopped those behind it are answered
/// with outcome <see cref="CellOutcomeKind.Aborted"/> where <paramref name="AbortOnError"/> of the failed cell is true.
/// <paramref name="Language"/>: the kernel that the cell's metadata names, absent for C#.</summary>
internal sealed record RunCell(string CellId, string Source, bool AbortOnError = false, string? Language = null) : KernelCommand;

/// <summary>Stops the running cell and takes the queued ones back (Aborted). Loops stop within milliseconds and keep
/// all variables. A cell deaf to it (a long library call, deep recursion, Thread.Sleep) does not stop: when no
/// CellFinished has come after 2 s, kill the process, start a new one and say that the variables are lost.</summary>
internal sealed record StopCell : KernelCommand;

/// <summary>The answer to <see cref="InputRequested"/>; absent text is the end of input (ReadLine gives null).</summary>
internal sealed record ProvideInput(string? Text = null) : KernelCommand;

/// <summary>Gives a live input (<see cref="CellFinished.LiveInputs"/>) a new value and runs the cells that depend on
/// it again, without compiling. Their outputs come as CellStarted ... CellFinished with the request's number. Always
/// answered by one <see cref="LiveInputSet"/>, after those. Of several waiting requests for one name only the newest
/// is done. Value: a number, a string or a boolean, as the input's kind asks.</summary>
internal sealed record SetLiveInput(int Request, string Name, JsonElement Value) : KernelCommand;

/// <summary>What could be written at a position (UTF-16 index) of a cell's text. Only the newest of several waiting
/// requests is worked out; older ones are answered with an empty list. The same holds for Hover and Diagnose.</summary>
internal sealed record Complete(int Request, string CellId, string Source, int Position) : KernelCommand;

/// <summary>What is at a position (UTF-16 index) of a cell's text. Answered by <see cref="HoverFound"/>.</summary>
internal sealed record Hover(int Request, string CellId, string Source, int Position) : KernelCommand;

/// <summary>What the compiler thinks of a cell's text while it is typed, and what the cell would read and write.
/// Nothing runs. Answered by <see cref="Diagnosed"/>.</summary>
internal sealed record Diagnose(int Request, string CellId, string Source) : KernelCommand;

/// <summary>Asks a process that only compiles for a cell as the continuation of those at the places before it; place 0
/// begins a notebook. Answered by <see cref="CellCompiled"/>.</summary>
internal sealed record CompileCell(int Place, string CellId, string Source) : KernelCommand;

/// <summary>Runs, in a process without a compiler, a cell that another process compiled. Answered by its values and one
/// <see cref="CellFinished"/>.</summary>
internal sealed record RunCompiled(string CellId, CompiledCell Cell) : KernelCommand;

/// <summary>A cell that compiled. Type and Method: what in the assembly runs it. Slot: of its variables. Libraries: files
/// that it and the cells before it name by #r.</summary>
internal sealed record CompiledCell(byte[] Assembly, string Type, string Method, int Slot, bool HasValue, IReadOnlyList<string> Libraries);

/// <summary>What a kernel tells the app. Everything leaves through one queue, in the order it happened.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(KernelReady), "kernel-ready")]
[JsonDerivedType(typeof(CellStarted), "cell-started")]
[JsonDerivedType(typeof(TextPrinted), "text-printed")]
[JsonDerivedType(typeof(ValueDisplayed), "value-displayed")]
[JsonDerivedType(typeof(DisplayUpdated), "display-updated")]
[JsonDerivedType(typeof(OutputCleared), "output-cleared")]
[JsonDerivedType(typeof(InputRequested), "input-requested")]
[JsonDerivedType(typeof(CellFinished), "cell-finished")]
[JsonDerivedType(typeof(LiveInputSet), "live-input-set")]
[JsonDerivedType(typeof(CompletionsFound), "completions-found")]
[JsonDerivedType(typeof(HoverFound), "hover-found")]
[JsonDerivedType(typeof(Diagnosed), "diagnosed")]
[JsonDerivedType(typeof(ReferenceChanged), "reference-changed")]
[JsonDerivedType(typeof(CommandRefused), "command-refused")]
[JsonDerivedType(typeof(CellCompiled), "cell-compiled")]
internal abstract record KernelEvent;

/// <summary>The first event of every kernel: it is warm and takes commands (it also takes them before).</summary>
internal sealed record KernelReady(string Version) : KernelEvent;

/// <summary>A cell begins to run: throw its old outputs away. Request is present when a live input is the reason;
/// the execution count then stays what it was.</summary>
internal sealed record CellStarted(string CellId, int ExecutionCount, int? Request = null) : KernelEvent;

/// <summary>What a cell printed, in pieces as it came. After about a megabyte of a cell the rest is dropped and one
/// line says so.</summary>
internal sealed record TextPrinted(string CellId, PrintStream Stream, string Text) : KernelEvent;

/// <summary>Which of the two streams a text was printed to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrintStream>))]
internal enum PrintStream
{
    [JsonStringEnumMemberName("stdout")] Stdout,
    [JsonStringEnumMemberName("stderr")] Stderr,
}

/// <summary>A value as a bundle by MIME type, ready for a notebook file: text is a JSON string, MIME types ending in
/// json are JSON values. IsResult: it is the value of the cell's last expression (execute_result in a notebook).
/// DisplayId is present when the value can be updated later.</summary>
internal sealed record ValueDisplayed(string CellId, IReadOnlyDictionary<string, JsonElement> Data, bool IsResult, string? DisplayId = null) : KernelEvent;

/// <summary>A value shown earlier (by this or another cell) has a new bundle.</summary>
internal sealed record DisplayUpdated(string DisplayId, IReadOnlyDictionary<string, JsonElement> Data) : KernelEvent;

/// <summary>The cell takes its outputs so far away; Wait: only when its next output comes, so that nothing flickers.</summary>
internal sealed record OutputCleared(string CellId, bool Wait) : KernelEvent;

/// <summary>The running cell waits for a line from the student; answer with <see cref="ProvideInput"/>.</summary>
internal sealed record InputRequested(string CellId, string Prompt, bool IsPassword) : KernelEvent;

/// <summary>A cell is done; nothing of it follows. Error is present unless it succeeded. Dependencies and LiveInputs
/// are present when it compiled. Request as in <see cref="CellStarted"/>.</summary>
internal sealed record CellFinished(
    string CellId,
    CellOutcomeKind Outcome,
    double Milliseconds,
    CellError? Error = null,
    CellUse? Dependencies = null,
    IReadOnlyList<LiveInput>? LiveInputs = null,
    int? Request = null) : KernelEvent;

/// <summary>How a cell ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellOutcomeKind>))]
internal enum CellOutcomeKind
{
    /// <summary>It ran to its end.</summary>
    [JsonStringEnumMemberName("succeeded")] Succeeded,

    /// <summary>It did not compile, or threw.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>It was stopped; the variables it had set keep their values.</summary>
    [JsonStringEnumMemberName("stopped")] Stopped,

    /// <summary>It did not run, for a cell before it failed or was stopped.</summary>
    [JsonStringEnumMemberName("aborted")] Aborted,
}

/// <summary>Why a cell failed. Name: the exception's type, or "CompilationError". Message: one or a few plain lines.
/// Line and Column (from 1) are those of this cell, absent when the failure has none there. Trace: what a notebook
/// shows, the student's own lines and nothing of the kernel's.</summary>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Trace, int? Line = null, int? Column = null);

/// <summary>What a cell has to do with the others. Defines: top-level names it declares. Reads, Writes (assigns) and
/// Touches (calls a method, an indexer or a property setter of) are names of other cells, each with the cell whose
/// version is meant. A change inside an object that a library makes is not seen.</summary>
internal sealed record CellUse(
    IReadOnlyList<string> Defines,
    IReadOnlyList<OutsideName> Reads,
    IReadOnlyList<OutsideName> Writes,
    IReadOnlyList<OutsideName> Touches);

/// <summary>A name and the cell that declared it.</summary>
internal sealed record OutsideName(string Name, string CellId);

/// <summary>A variable the page may move: <c>var w = Slider("w", -5, 5, 1);</c>. Name is the variable's. Kind is the
/// called method's name in lower case (slider, choice, toggle, place, steps). Min, Max and Step are absent where the kind has none,
/// Choices are present for a choice only. Default is the value the cell itself gives.</summary>
internal sealed record LiveInput(
    string Name,
    string Kind,
    string Label,
    JsonElement Default,
    double? Min = null,
    double? Max = null,
    double? Step = null,
    IReadOnlyList<string>? Choices = null);

/// <summary>A live input has its value and its dependents have run (Ran: their cells, in order), or it was not done:
/// Refusal says why (newer value waiting, no such live input, wrong kind of value, a dependent failed).</summary>
internal sealed record LiveInputSet(int Request, string Name, JsonElement Value, IReadOnlyList<string> Ran, string? Refusal = null) : KernelEvent;

/// <summary>Completions to put in place of the text from Start to End.</summary>
internal sealed record CompletionsFound(int Request, int Start, int End, IReadOnlyList<CompletionItem> Items) : KernelEvent;

/// <summary>One completion. Kind: method, property, field, event, class, struct, interface, enum, delegate, namespace,
/// variable, parameter, keyword. Detail: its signature.</summary>
internal sealed record CompletionItem(string Text, string Kind, string? Detail = null);

/// <summary>What is at the place asked for. Signature is absent when there is nothing to say, and has a line for each
/// possibility where a call is not finished yet; Documentation is the
/// summary of its XML comment as plain text with formulas untouched, absent when it has none.</summary>
internal sealed record HoverFound(int Request, int Start, int End, string? Signature = null, string? Documentation = null) : KernelEvent;

/// <summary>What the compiler thinks of a text. Dependencies are present when it could tell.</summary>
internal sealed record Diagnosed(int Request, IReadOnlyList<Diagnosis> Items, CellUse? Dependencies = null) : KernelEvent;

/// <summary>One finding. Start and End are UTF-16 indexes into the cell's text; Severity is error or warning.</summary>
internal sealed record Diagnosis(int Start, int End, string Severity, string Code, string Message);

/// <summary>A file brought by #r is newer than what this kernel loaded: offer a restart.</summary>
internal sealed record ReferenceChanged(string Path) : KernelEvent;

/// <summary>A line that was no command this kernel knows; Reason is one sentence.</summary>
internal sealed record CommandRefused(string Reason) : KernelEvent;

/// <summary>What came of <see cref="CompileCell"/>: a cell to run, an error, neither where there is nothing to run, or
/// (NeedsKernel) the cell asks for what only a whole kernel can do: packages, files in another than the first cell, magic
/// lines, .NET Interactive's library.</summary>
internal sealed record CellCompiled(int Place, CompiledCell? Cell = null, CellError? Error = null, bool NeedsKernel = false) : KernelEvent;

/// <summary>How messages become lines: camelCase names, absent instead of null, the tag anywhere in the object. A message
/// without a field that it must have, or with null in its place, is none.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = Deepest,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(KernelCommand))]
[JsonSerializable(typeof(KernelEvent))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class PipeJson : JsonSerializerContext
{
    /// <summary>How deep a message may be nested: as a notebook, which keeps what is in it, and some levels around that.</summary>
    public const int Deepest = 528;

    /// <summary>A kernel's message.</summary>
    /// <exception cref="JsonException">It is none that the app knows, and why in one sentence.</exception>
    public static KernelEvent ReadEvent(ReadOnlySpan<char> line)
    {
        var news = Read(line, Default.KernelEvent);
        return HasGaps(news) ? throw new JsonException("A list in it has null for an item, or a number is beyond all numbers.") : news;
    }

    /// <summary>The app's message.</summary>
    /// <exception cref="JsonException">It is none that the kernel knows, and why in one sentence.</exception>
    public static KernelCommand ReadCommand(ReadOnlySpan<char> line) => Read(line, Default.KernelCommand);

    private static bool HasGaps(KernelEvent news) => news switch
    {
        CellFinished finished => HasGaps(finished.Error?.Trace) || HasGaps(finished.Dependencies) || HasGaps(finished.LiveInputs) || finished.LiveInputs?.Any(input => HasGaps(input.Choices) || !AreNumbers(input.Min, input.Max, input.Step)) == true || !double.IsFinite(finished.Milliseconds),
        LiveInputSet set => HasGaps(set.Ran),
        CellCompiled compiled => HasGaps(compiled.Cell?.Libraries) || HasGaps(compiled.Error?.Trace),
        CompletionsFound found => HasGaps(found.Items),
        Diagnosed found => HasGaps(found.Items) || HasGaps(found.Dependencies),
        _ => false,
    };

    private static bool HasGaps(CellUse? use) => use is not null && (HasGaps(use.Defines) || HasGaps(use.Reads) || HasGaps(use.Writes) || HasGaps(use.Touches));

    // A text of digits may be more than any number, and then cannot be told on.
    private static bool AreNumbers(params ReadOnlySpan<double?> numbers)
    {
        foreach (var number in numbers)
            if (number is { } some && !double.IsFinite(some)) return false;
        return true;
    }

    private static bool HasGaps<T>(IReadOnlyList<T>? items)
        where T : class => items?.Contains(null!) == true;

    private static bool HasHalfPair(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '\\') continue;
            var code = Escaped(line[at..]);
            if (code is >= 0xD800 and <= 0xDFFF)
            {
                if (code > 0xDBFF || Escaped(line[(at + 6)..]) is not (>= 0xDC00 and <= 0xDFFF)) return true;
                at += 6;
            }
            at += code < 0 ? 1 : 5;
        }
        return false;
    }

    // The number of an escape \uXXXX; -1 for anything else.
    private static int Escaped(ReadOnlySpan<char> text) =>
        text.Length >= 6 && text.StartsWith("\\u") && int.TryParse(text.Slice(2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) ? code : -1;

    private static T Read<T>(ReadOnlySpan<char> line, JsonTypeInfo<T> type)
    {
        try
        {
            if (HasHalfPair(line)) throw new JsonException("It has half a surrogate pair, which is no character.");
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
