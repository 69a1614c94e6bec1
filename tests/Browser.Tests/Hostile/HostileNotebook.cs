using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Testing;

/// <summary>A notebook in which everything that a file can bring tries to run, to ask the outside or to lead away.</summary>
internal static class HostileNotebook
{
    public const string Name = "01-hostile";

    private const string Script = "<script>document.title='owned';top.document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    /// <summary>Outputs of every other kind than html.</summary>
    private static readonly (string Type, string Value)[] OtherForms =
    [
        ("text/plain", Script),
        ("text/latex", "$\\href{javascript:document.title='owned'}{x} \\includegraphics{https://evil.example/x.png} \\htmlId{exports}{y} \\url{javascript:alert(1)}$"),
        ("text/markdown", $"# exports\n\n{Script}\n\n[x](javascript:document.title='owned') ![x](https://evil.example/x.png) <javascript:alert(1)>"),
        ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload=\"top.document.title='owned'\"><script>top.document.title='owned'</script><image href='https://evil.example/x.png'/></svg>"),
        ("image/png", "AAAA\" onerror=\"document.title='owned'"),
        ("application/vnd.plotly.v1+json", """{"data":[{"type":"scatter","mode":"markers+text","name":"<img src=x onerror=document.title='owned'>","x":[1,2],"y":[1,2],"text":["<a href=\"javascript:document.title='owned'\">x</a>","<script>document.title='owned'</script>"]}],"layout":{"title":{"text":"<img src=https://evil.example/x.png onerror=document.title='owned'></script><script>document.title='owned'</script>"},"images":[{"source":"https://evil.example/x.png","x":0,"y":1,"sizex":1,"sizey":1}],"xaxis":{"title":{"text":"<a href=\"javascript:document.title='owned'\">x</a>"}}}}"""),
        ("application/vnd.logregcourse.check+json", """{"verdict":"<img src=x onerror=document.title='owned'>"}"""),
        ("application/vnd.logregcourse.prediction+json", """{"id":"1.1","kind":"choice","choices":["<img src=x onerror=document.title='owned'>"],"guess":null}"""),
    ];

    // The names that the pages' scripts hang on the window, and those by which libraries look for another loader.
    private const string Text =
        $$"""
        # Hostile {{Script}}

        ## exports
        ## module
        ## define
        ## katex
        ## Plotly
        ## figures
        ## takeAway
        ## typeset
        ## DOMPurify

        [x](javascript:document.title='owned') [x](data:text/html,<script>1</script>) [x](JaVaScRiPt:1 "t") ![x](https://evil.example/x.png) <javascript:1>
        ![x](x" onerror="document.title='owned') | a | {{Script}} | $\href{javascript:1}{x}$ {{Script}}
        """;

    /// <summary>How many ways there are in it.</summary>
    public static int Count => HostileHtml.All.Count + OtherForms.Length + 10;

    public static Notebook Stored
    {
        get
        {
            var none = JsonElement.Parse("{}");
            return new Notebook(
                [
                    new MarkdownCell("title", Text, none),
                    new CodeCell("setup", "System.IO.File.WriteAllText(\"ran\", \"by itself\");", none),
                    new CodeCell("stored", "1", none) { Outputs = [.. HostileHtml.All.Select(html => Shown("text/html", html)), .. OtherForms.Select(form => Shown(form.Type, form.Value))] },
                    new CodeCell("said", "2", JsonSerializer.SerializeToElement(new { alt = $"\">{Script}" })) { Outputs = [new StreamOutput("stdout", Script), new ErrorOutput("E", Script, [Script]), Shown("application/vnd.plotly.v1+json", """{"data":[{"type":"bar","x":[1],"y":[1]}],"layout":{}}""")] },
                    new CodeCell("live", Live, none),
                    new CodeCell("check-1-1", "0", none),
                ],
                none);
        }
    }

    /// <summary>Shows the same html as the output of a run.</summary>
    private static string Live =>
        $$""""""
        foreach (var html in new[] {
        {{string.Concat(HostileHtml.All.Select(html => $"\"\"\"\"\n{html}\n\"\"\"\",\n"))}}
        }) display(HTML(html));
        display(HTML("<p>the last of them</p>"));
        """""";

    private static DisplayOutput Shown(string type, string value) =>
        new(MimeBundle.Of([KeyValuePair.Create(type, MimeBundle.IsJson(type) ? JsonElement.Parse(value) : JsonSerializer.SerializeToElement(value))]), JsonElement.Parse("{}"));
}
