using LogRegCourse.Cluster.Benchmarks;

// write FILE ROWS makes a Parquet file of made-up rows; measure FILE fits it in a cluster of one silo, in this process.
switch (args)
{
    case ["write", var file, var rows]:
        await MadeFile.WriteAsync(file, int.Parse(rows));
        return 0;
    case ["measure", var file]:
        foreach (var line in await Passes.MeasureAsync(file)) Console.WriteLine(line);
        return 0;
    default:
        Console.Error.WriteLine("Say  write FILE ROWS  or  measure FILE.");
        return 2;
}
