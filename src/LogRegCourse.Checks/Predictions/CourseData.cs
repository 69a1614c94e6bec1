namespace LogRegCourse.Checks.Predictions;

/// <summary>The course's data sets, from the folder "data" beside the notebooks or above wherever the code runs.</summary>
internal static class CourseData
{
    private static readonly Lazy<Dataset> Challenger = new(() => Load("challenger"));

    /// <summary>The temperatures of the 23 flights before Challenger.</summary>
    public static double[] Temperature => Challenger.Value["temperature"];

    /// <summary>1 where a flight came back with a damaged ring.</summary>
    public static double[] Damage => Challenger.Value["damage"];

    /// <summary>The fit of damage on temperature that runs through the course.</summary>
    public static LogisticFit Flights => LogisticRegression.Fit(Temperature, Damage);

    public static Dataset Load(string name)
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data", name + ".csv") is var file && File.Exists(file)) return Dataset.Load(file);
        throw new FileNotFoundException($"data/{name}.csv was not found beside or above {Directory.GetCurrentDirectory()}; the answer is computed from it. Put the folder data beside the folder notebooks.");
    }
}
