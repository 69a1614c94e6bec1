using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>What belongs to each question that is asked before its answer.</summary>
internal static partial class PredictionRules
{
    /// <param name="lesson">The lesson.</param>
    /// <param name="defined">The ids of all questions of the course, such as "6.b".</param>
    public static IEnumerable<string> Cells(Lesson lesson, IEnumerable<string> defined)
    {
        var number = lesson.Number;
        List<string> asked = [];
        foreach (var cell in lesson.Code.Where(cell => cell.IsPrediction || Call().IsMatch(cell.Source)))
        {
            var match = CellId().Match(cell.Id);
            var question = $"{match.Groups[1]}.{match.Groups[2]}";
            if (match.Success && cell.Source == $"Predict(\"{question}\")") asked.Add(question);
            else yield return $"{cell.Id}: a prediction has a cell of its own, predict-{number}-a with Predict(\"{number}.a\") and no guess";
        }
        string[] own = [.. defined.Where(id => id.Split('.')[0] == number)];
        foreach (var id in own.Except(asked)) yield return $"{id}: is defined but not asked";
        foreach (var id in asked.Except(own)) yield return $"{id}: is asked but not defined";
        foreach (var id in asked.GroupBy(id => id).Where(same => same.Count() > 1)) yield return $"{id.Key}: is asked twice";
    }

    [GeneratedRegex("^predict-([0-9]+[a-z]?)-([a-z]+[0-9]*)$")]
    private static partial Regex CellId();

    [GeneratedRegex(@"\bPredict\(""")]
    private static partial Regex Call();
}
