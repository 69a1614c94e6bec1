using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Interactive;

/// <summary>Cells that name .NET Interactive's own library, each notebook in a process of its own: the library is loaded
/// once for a process.</summary>
public class InteractiveLibraryTests
{
    private const string Names = "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\nusing static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\n";

    private static List<KernelEvent> Run(StartedKernel kernel, string source, string id = "cell")
    {
        kernel.Send(new RunCell(id, source));
        List<KernelEvent> happened = [];
        while (kernel.Next() is { } next)
        {
            happened.Add(next);
            if (next is CellFinished) break;
        }
        Assert.Null(Assert.IsType<CellFinished>(happened[^1]).Error?.Message);
        return happened;
    }

    private static string Shown(StartedKernel kernel, string source, string mime = "text/html") =>
        Run(kernel, source).OfType<ValueDisplayed>().Last().Data[mime].GetString()!;

    [Fact]
    public void Library_IsLoadedWhenItIsNamed_AndNotBefore()
    {
        using var kernel = new StartedKernel();
        const string IsLoaded = "AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name == \"Microsoft.\" + \"DotNet.Interactive\")";
        Assert.Equal("False", kernel.Run("display(1);\n" + IsLoaded).Result);
        Assert.Contains("True", Shown(kernel, "using Microsoft.DotNet.Interactive;\n" + IsLoaded));
    }

    [Fact]
    public void Formatters_OfTheNotebook_ShowItsValues()
    {
        using var kernel = new StartedKernel();
        Run(kernel, "class Fruit { public string Name; }\nvar kept = 1;");
        Run(kernel, Names + "Formatter.Register<Fruit>(fruit => $\"<b>{fruit.Name}</b>\", \"text/html\");");
        Assert.Equal("<b>pear</b>", Shown(kernel, "new Fruit { Name = \"pear\" }"));
        Assert.Equal("<b>fig</b>", Shown(kernel, "display(new Fruit { Name = \"fig\" });"));
        Assert.Equal("<b>fig</b>", Shown(kernel, "new Fruit { Name = \"fig\" }.Display();"));
        Assert.Contains("kept", Run(kernel, "Console.Write($\"kept {kept}\");").OfType<TextPrinted>().Single().Text);
        Run(kernel, "Formatter.ListExpansionLimit = 2;\nFormatter.SetPreferredMimeTypesFor(typeof(Fruit), \"text/plain\");\nFormatter.Register<Fruit>((fruit, writer) => writer.Write(fruit.Name), \"text/plain\");");
        Assert.Equal("fig", Shown(kernel, "new Fruit { Name = \"fig\" }", "text/plain"));
        Assert.Contains("(3 more)", Shown(kernel, "Enumerable.Range(0, 5)"));
        Assert.Equal("fig", Run(kernel, "Console.Write(new Fruit { Name = \"fig\" }.ToDisplayString());").OfType<TextPrinted>().Single().Text);
    }

    [Fact]
    public void Extensions_OfTheLibrary_StandBeforeTheKernelsOwn()
    {
        using var kernel = new StartedKernel();
        Assert.Equal("before", Shown(kernel, "\"before\".Display();", "text/plain"));
        Run(kernel, Names);
        Assert.Equal("context", Shown(kernel, "KernelInvocationContext.Current.Display(\"context\");", "text/plain"));
        Assert.Equal("after", Shown(kernel, "\"after\".Display();", "text/plain"));
        Assert.Equal("5", Shown(kernel, "5.Display(\"text/plain\");", "text/plain"));
        Assert.Equal("<b>raw</b>", Shown(kernel, "\"<b>raw</b>\".DisplayAs(\"text/html\");"));
        Assert.Contains("<td>", Shown(kernel, "new[] { new { A = 1 } }.DisplayTable();"));
    }

    [Fact]
    public void TagsAndFormulas_AreShown()
    {
        using var kernel = new StartedKernel();
        Assert.Equal("<div class=\"a\"><b>x &amp; y</b><i>raw</i></div>", Shown(kernel, Names + "div[@class: \"a\"](b(\"x & y\"), HTML(\"<i>raw</i>\"))"));
        Assert.Equal("$x^2$", Shown(kernel, "new LaTeXString(\"$x^2$\")", "text/latex"));
        Assert.Equal("<u>z</u>", Shown(kernel, "new Microsoft.AspNetCore.Html.HtmlString(\"<u>z</u>\")"));
        Assert.Equal("# T", Shown(kernel, "\"# T\".DisplayAs(\"text/markdown\");", "text/markdown"));
    }

    [Fact]
    public void DisplayedValue_IsUpdatedInItsPlace()
    {
        using var kernel = new StartedKernel();
        var happened = Run(kernel, Names + "DisplayedValue shown = display(\"before\");\nshown.Update(\"after\");");
        var displayed = Assert.Single(happened.OfType<ValueDisplayed>());
        var updated = Assert.Single(happened.OfType<DisplayUpdated>());
        Assert.Equal((displayed.DisplayId, "after"), (updated.DisplayId, updated.Data["text/plain"].GetString()));
    }

    [Fact]
    public void KernelObjects_RunCodeAndAskForInput()
    {
        using var kernel = new StartedKernel();
        Assert.Equal("csharp", Shown(kernel, "Current.Name", "text/plain"));
        Assert.Contains("True", Shown(kernel, "using Microsoft.DotNet.Interactive;\nRoot.FindKernelByName(\"javascript\") is not null"));
        Run(kernel, "await Root.SendAsync(new Microsoft.DotNet.Interactive.Commands.SubmitCode(\"var submitted = 42;\"));");
        Assert.Contains("42", Shown(kernel, "submitted"));
        kernel.Send(new RunCell("ask", "await Microsoft.DotNet.Interactive.Kernel.GetInputAsync(\"Name?\")"));
        Assert.Equal("Name?", kernel.UntilOne<InputRequested>().Prompt);
        kernel.Send(new ProvideInput("Ada"));
        Assert.Equal("Ada", kernel.UntilOne<ValueDisplayed>().Data["text/plain"].GetString());
    }

    [Fact]
    public void FailingAndEndlessCells_LeaveTheNotebookWorking()
    {
        using var kernel = new StartedKernel();
        Run(kernel, Names + "var kept = 41;");
        kernel.Send(new RunCell("bad", "throw new InvalidOperationException(\"as asked\");"));
        Assert.Equal("as asked", kernel.UntilOne<CellFinished>().Error!.Message);
        kernel.Send(new RunCell("loop", "while (true) { }"));
        kernel.UntilOne<CellStarted>();
        Thread.Sleep(200);
        kernel.Send(new StopCell());
        Assert.Equal(CellOutcomeKind.Stopped, kernel.UntilOne<CellFinished>().Outcome);
        Assert.Contains("42", Shown(kernel, "kept + 1"));
    }
}
