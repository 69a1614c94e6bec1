namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>
/// Tests that use every core and much memory: beside them, a test that watches a student's function for its memory
/// would take theirs for its own.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
