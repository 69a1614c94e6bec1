// There is one notebook in a process, so its console and displays are static: tests of sessions take turns.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
