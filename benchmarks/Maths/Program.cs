using LogRegCourse.Benchmarks;

// write FOLDER: the simulated data that every peer reads; measure FOLDER: our own timings as "work,milliseconds" lines.
switch (args)
{
    case ["write", var folder]:
        SharedData.Write(folder);
        return 0;
    case ["measure", var folder]:
        foreach (var (work, milliseconds) in OurTimings.Measure(folder))
            Console.WriteLine(FormattableString.Invariant($"{work},{milliseconds:F3}"));
        return 0;
    default:
        Console.Error.WriteLine("Usage: write FOLDER | measure FOLDER; benchmarks/run calls both.");
        return 2;
}
