using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>What must hold on every page, exported or served.</summary>
internal static class PageChecks
{
    /// <summary>No dollar sign and no LaTeX is left outside code, KaTeX found no mistake, and each marked formula was typeset.</summary>
    public static async Task AssertFormulasTypesetAsync(IPage page)
    {
        var broken = await page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [...document.querySelectorAll(".katex-error")].map(e => "error: " + e.textContent);
              found.push(...[...document.querySelectorAll(".math:not(.typeset), math[data-latex]")].map(e => "not typeset: " + e.textContent));
              const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
              while (texts.nextNode())
                if (/[$]|\\[a-z]/.test(texts.currentNode.data) && !texts.currentNode.parentElement.closest("code, pre, script, .katex, .cm-editor, textarea"))
                  found.push("left over: " + texts.currentNode.data.trim());
              return found;
            }
            """);
        Assert.Empty(broken);
        Assert.True(await page.Locator(".katex").CountAsync() > 0 || !await HasMathAsync(page), "no formula was typeset");
    }

    /// <summary>Nothing makes the page itself scroll sideways.</summary>
    public static async Task AssertFitsWidthAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "the page is wider than the screen");

    private static async Task<bool> HasMathAsync(IPage page) => await page.Locator(".math").CountAsync() > 0;
}
