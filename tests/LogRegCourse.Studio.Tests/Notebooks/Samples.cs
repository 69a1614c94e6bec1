namespace LogRegCourse.Studio.Tests.Notebooks;

/// <summary>Small notebooks as text, in the form nbformat writes.</summary>
internal static class Samples
{
    /// <summary>A notebook around the given cells, each the JSON of one cell.</summary>
    public static string Around(params string[] cells) =>
        $$"""{"cells": [{{string.Join(", ", cells)}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

    public static string Code(string id, string jsonSource, string outputs = "[]") =>
        $$"""{"cell_type": "code", "execution_count": null, "id": "{{id}}", "metadata": {}, "outputs": {{outputs}}, "source": {{jsonSource}}}""";

    /// <summary>Every kind of cell and output, characters outside ASCII and outside 16 bits, odd line ends.</summary>
    public static string EveryKind { get; } = Around(
        """{"cell_type": "markdown", "id": "text", "metadata": {"b": 1, "a": [1.0, 1e-05, {}]}, "source": ["# σ(z) 😀\n", "\n", "\"quoted\" \\ tab\t"], "attachments": {"a.png": {"image/png": "aGk="}}}""",
        """{"cell_type": "raw", "id": "raw", "metadata": {}, "source": "one line"}""",
        Code("empty", "[]"),
        """
        {"cell_type": "code", "execution_count": 3, "id": "full", "metadata": {"alt": "a curve"}, "source": ["var x = 1;\r\n", "// \u2028 and \u000b and \u001b\n", "x"], "outputs": [
          {"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]},
          {"output_type": "display_data", "metadata": {}, "data": {"text/html": ["<b>\n", "x</b>"], "application/vnd.plotly.v1+json": {"data": [{"y": [1, 2.50, -0.0]}], "layout": {}}, "image/png": "aGk=\n", "image/svg+xml": ["<svg/>"]}},
          {"output_type": "execute_result", "execution_count": 3, "metadata": {"m": null}, "data": {"text/plain": "1"}},
          {"output_type": "error", "ename": "E", "evalue": "why\nnot", "traceback": ["l1", "l2"]}
        ]}
        """);
}
