// Brings an exported page to life: formulas, colours of code, charts, and where the reader is in the contents.
(() => {
  typeset(document);
  for (const text of document.querySelectorAll(".summary, .toc a")) typesetText(text);
  globalThis.highlightCode?.(document);
  takeAway.offerTables(document);
  globalThis.figures?.drawWritten();

  const side = document.querySelector(".toc details");
  const wide = matchMedia("(width >= 72rem)");
  const openWhenWide = () => { if (side) side.open = wide.matches; };
  wide.addEventListener("change", openWhenWide);
  openWhenWide();

  const links = new Map([...document.querySelectorAll(".toc a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  function markCurrent() {
    const above = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4);
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(above.at(-1)?.id)?.setAttribute("aria-current", "location");
  }
  addEventListener("scroll", markCurrent, { passive: true });
  markCurrent();
})();
