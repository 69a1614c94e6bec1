// Typesets formulas with KaTeX: those that markdown marked, and $…$ in what cells show.
// A plain script, so that it also works in pages opened from a folder. Offers typeset(root) and typesetText(element).
(() => {
  const DELIMITERS = [
    { left: "$$", right: "$$", display: true },
    { left: "\\[", right: "\\]", display: true },
    { left: "\\begin{align}", right: "\\end{align}", display: true },
    { left: "\\begin{align*}", right: "\\end{align*}", display: true },
    { left: "\\begin{equation}", right: "\\end{equation}", display: true },
    { left: "$", right: "$", display: false },
    { left: "\\(", right: "\\)", display: false },
  ];
  const OPTIONS = { throwOnError: false, strict: "ignore" };

  // Markdown leaves \(…\) or \[…\] as the text of an element of class math; $$…$$ has the class display.
  function typesetMarked(element) {
    const text = element.textContent.trim();
    const displayMode = text.startsWith("\\[") || element.classList.contains("display");
    katex.render(text.slice(2, -2), element, { ...OPTIONS, displayMode });
    element.classList.add("typeset");
    if (!displayMode) keepMark(element);
  }

  // A comma or full stop stays on the line of the formula before it.
  function keepMark(element) {
    const mark = /^[,.;:!?)]+/.exec(element.nextSibling?.data ?? "");
    if (!mark) return;
    const together = document.createElement("span");
    together.className = "together";
    element.nextSibling.splitText(mark[0].length);
    element.before(together);
    together.append(element, element.nextSibling);
  }

  // Without KaTeX (no bundle, and no network either) formulas stay as they are written, and the page goes on.
  const isThere = () => globalThis.katex && globalThis.renderMathInElement;

  /** Typesets $…$ in an element's own text. */
  globalThis.typesetText = element => isThere() && renderMathInElement(element, { ...OPTIONS, delimiters: DELIMITERS, ignoredClasses: ["katex", "chart"] });

  /** Typesets every formula below an element that is not typeset yet. */
  globalThis.typeset = root => {
    if (!isThere()) return;
    root.querySelectorAll(".math:not(.typeset)").forEach(typesetMarked);
    root.querySelectorAll(".html-output, .latex-output").forEach(typesetText);
    // A formula wider than the screen scrolls; the keyboard must reach it then.
    for (const wide of root.querySelectorAll(".katex-display"))
      if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0;
  };
})();
