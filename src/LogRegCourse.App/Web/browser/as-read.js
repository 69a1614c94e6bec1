// A lesson as it is read before it is alive: its formulas.
typeset(document.querySelector(".as-read"));
for (const text of document.querySelectorAll(".toc a")) typesetText(text);
if (location.protocol === "file:") {
  // Browsers start no workers for pages that are opened as files.
  const banner = document.querySelector(".banner");
  banner.textContent = "This page was opened as a file, so it can be read and its cells cannot run. They run when the folder lies on a web host; to try it here, start  python3 -m http.server  in the folder and open http://localhost:8000.";
  banner.hidden = false;
  document.querySelector(".toolbar").hidden = true;
  // Nor do they load the modules that draw the figures elsewhere.
  globalThis.highlightCode?.(document);
  takeAway.offerTables(document);
  globalThis.figures?.drawWritten();
}
