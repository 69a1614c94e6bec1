using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>
/// One notebook's state, and all that a door (the app's pipes, Jupyter's sockets, a page's messages) may ask of it.
/// RunAsync and SetLiveInputAsync are called one after the other, by the <see cref="IWorkQueue"/>, and may block;
/// everything else may be called at any time.
/// </summary>
internal interface ICellSession
{
    /// <summary>How many cells have been run so far.</summary>
    int ExecutionCount { get; }

    /// <summary>Compiles and runs a cell; never throws for what the student wrote. Kernel: the one that the cell's metadata
    /// names, null for C#.</summary>
    Task<CellOutcome> RunAsync(string cellId, string source, IOutput output, string? kernel = null);

    /// <summary>Gives a live input a value and runs the cells that depend on it again.</summary>
    Task<LiveInputOutcome> SetLiveInputAsync(string name, JsonElement value, IRerun rerun);

    /// <summary>Asks the running cell to stop. Only called while one runs.</summary>
    void Stop();

    /// <summary>Called after each piece of work: a stop that came too late must not hit the next cell.</summary>
    void ForgetStop();

    /// <summary>Gives back the memory that past work left behind. Called when there has been no work for a while.</summary>
    void Rest();

    /// <summary>What could be written at a position.</summary>
    Completions Complete(string source, int position, CancellationToken cancel);

    /// <summary>What is at a position; null when there is nothing to say.</summary>
    HoverText? Hover(string source, int position, CancellationToken cancel);

    /// <summary>What the compiler thinks of a text.</summary>
    Findings Diagnose(string source, CancellationToken cancel);

    /// <summary>The newest variable of each name, with its value.</summary>
    IReadOnlyDictionary<string, object?> Variables();

    /// <summary>Referenced files that were rebuilt since they were loaded; each is told of once.</summary>
    IReadOnlyList<string> TakeChangedReferences();

    /// <summary>Whether a text is a whole cell, for front ends that ask before they run a line.</summary>
    TextState StateOf(string source);
}

/// <summary>Where a re-run cell's outputs go.</summary>
internal interface IRerun
{
    /// <summary>A dependent begins.</summary>
    IOutput Started(string cellId);

    /// <summary>A dependent has ended.</summary>
    void Finished(string cellId, CellOutcome outcome);
}

/// <summary>What a front end that runs line by line shall do: run, wait for more lines, or show the mistake.</summary>
internal enum TextState
{
    Complete,
    Incomplete,
    Invalid,
}

/// <summary>Completions for the text from Start to End.</summary>
internal sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>Signature and documentation of what stands from Start to End.</summary>
internal sealed record HoverText(int Start, int End, string Signature, string? Documentation);

/// <summary>The compiler's findings, and what the cell would read and write.</summary>
internal sealed record Findings(IReadOnlyList<Diagnosis> Items, CellUse? Dependencies);
