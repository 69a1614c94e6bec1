namespace LogRegCourse;

/// <summary>The formatters of every type that can report about itself; found by name, see <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class ReportFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ReportFormatter("text/html", HtmlReport.Render),
        new ReportFormatter("text/plain", TextReport.Render),
    ];

    private sealed class ReportFormatter(string mimeType, Func<Report, string> render)
    {
        public string MimeType { get; } = mimeType;

        // The convention asks for exactly this signature: the value as object, true when it was written.
        public bool Format(object value, TextWriter writer)
        {
            if (value is not IReportable reportable) return false;
            writer.Write(render(reportable.Report()));
            return true;
        }
    }
}
