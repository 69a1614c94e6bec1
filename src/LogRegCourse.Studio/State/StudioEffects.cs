using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

/// <summary>What is to be done outside of the state.</summary>
internal abstract record StudioEffect;

/// <summary>Tell all pages, or one, or all but one.</summary>
internal sealed record Tell(PageNews News, int? Only = null, int? Except = null) : StudioEffect;

internal sealed record SendToKernel(KernelCommand Command) : StudioEffect;

internal sealed record StartKernel : StudioEffect;

internal sealed record StopKernelCell : StudioEffect;

internal sealed record EndKernelProcess(string Because) : StudioEffect;

/// <summary>Save when nothing was edited for a while.</summary>
internal sealed record SaveAfterPause : StudioEffect;

internal sealed record SaveFile(Notebook Notebook, int Revision, bool Overwrite) : StudioEffect;

/// <summary>Remember that the notebook may run.</summary>
internal sealed record KeepTrust : StudioEffect;

internal sealed record ReadOriginal(string? CellId) : StudioEffect;

internal sealed record ReadSolution(string Exercise, int Page) : StudioEffect;
