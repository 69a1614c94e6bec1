using System.Text;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Display;

/// <summary>How questions that look back are shown; in a live page the choices become buttons.</summary>
internal sealed class ReviewFormats
{
    /// <summary>The formatters, by .NET Interactive's convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ReviewSheet>("text/html", Html),
        new MimeFormatter<ReviewSheet>("text/plain", Text),
    ];

    public static string Text(ReviewSheet sheet) => string.Join("\n\n", sheet.Questions.Select((question, index) =>
        $"{index + 1}. {question.Text}\n{string.Concat(question.Choices.Select(choice => $"   - {choice}\n"))}   {question.Recording}"));

    private static string Html(ReviewSheet sheet)
    {
        var html = new StringBuilder();
        foreach (var question in sheet.Questions) html.Append(Html(question));
        return html.ToString();
    }

    private static string Html(Question question) =>
        $"<div class=\"verdict verdict-asked prediction\" data-question=\"{question.Id}\"><p>{Sentence.Html(question.Text)}</p>"
        + $"<ul class=\"prediction-choices\">{string.Concat(question.Choices.Select(choice => $"<li data-choice=\"{Verdicts.Html(choice)}\">{Sentence.Html(choice)}</li>"))}</ul>"
        + $"<p class=\"prediction-how\">{Verdicts.Html(question.Recording)}</p></div>";
}
