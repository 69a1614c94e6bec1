using System.Text;
using System.Text.Json;

namespace LogRegCourse.Checks.Display;

/// <summary>How a prediction is shown; the JSON tells a page what buttons to make of it.</summary>
internal sealed class PredictionFormats
{
    public const string MimeType = "application/vnd.logregcourse.prediction+json";

    /// <summary>The formatters, by .NET Interactive's convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Prediction>("text/html", Html),
        new MimeFormatter<Prediction>("text/plain", PredictionText.Write),
        new MimeFormatter<Prediction>(MimeType, Json),
    ];

    private static string Html(Prediction prediction)
    {
        var question = prediction.Question;
        var state = prediction.IsRight switch { true => "passed", false => "failed", _ => "asked" };
        var html = new StringBuilder($"<div class=\"verdict verdict-{state} prediction\"><p><strong>{PredictionText.Name(question)}.</strong> {Verdicts.Html(question.Text)}</p>");
        if (prediction.Guess is { } guess)
        {
            html.Append($"<p class=\"prediction-outcome\"><strong>{Verdicts.Html(PredictionText.Outcome(prediction))}</strong></p><ul style=\"list-style:none;padding-left:.6em\">");
            foreach (var reason in question.Reasons(guess))
                html.Append($"<li>{PredictionText.Sign(reason.IsRight)} <em>{Verdicts.Html(reason.Answer)}</em>: {Verdicts.Html(reason.Why)}</li>");
            return html.Append("</ul></div>").ToString();
        }
        if (prediction.Refusal is { } refusal) html.Append($"<p role=\"alert\">{Verdicts.Html(refusal)}</p>");
        if (question.Choices.Count > 0) html.Append($"<ul class=\"prediction-choices\">{string.Concat(question.Choices.Select(choice => $"<li>{Verdicts.Html(choice)}</li>"))}</ul>");
        return html.Append($"<p>{Verdicts.Html(question.Invitation)} <span class=\"prediction-how\">{Verdicts.Html(question.Recording)}</span></p></div>").ToString();
    }

    private static string Json(Prediction prediction) => JsonSerializer.Serialize(new
    {
        id = prediction.Id,
        kind = prediction.Question.Choices.Count > 0 ? "choice" : "number",
        choices = prediction.Question.Choices,
        guess = prediction.Guess,
        isRight = prediction.IsRight,
    });
}
