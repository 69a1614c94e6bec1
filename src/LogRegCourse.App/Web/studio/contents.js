// The contents page: searches.
import { element } from "./dom.js";

const PAUSE_MS = 150;
const field = document.querySelector("#search");
const hits = document.querySelector(".hits");
const count = document.querySelector(".search-count");
let timer;

async function search() {
  const query = field.value.trim();
  const found = query.length > 1 ? await (await fetch(`/search?q=${encodeURIComponent(query)}`)).json() : [];
  if (query !== field.value.trim()) return;
  count.textContent = query.length > 1 ? (found.length ? found.length === 1 ? "1 place" : `${found.length}${found.length === 40 ? " or more" : ""} places` : "Nothing found") : "";
  hits.replaceChildren(...found.map(hit => element("li", {},
    element("a", { href: `/lessons/${encodeURIComponent(hit.lesson)}#cell-${hit.cellId}` }, [hit.title, hit.section].filter(Boolean).join(" · ")), element("span", { className: "line" }, hit.line))));
  hits.querySelectorAll("a, .line").forEach(text => globalThis.typesetText?.(text));
}

// The browser's Back shows the page as it was left; progress has moved on since.
addEventListener("pageshow", async event => {
  if (!event.persisted) return;
  const fresh = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html");
  for (const part of [".go", ".lessons"]) document.querySelector(part).replaceWith(fresh.querySelector(part));
  document.querySelectorAll(".summary").forEach(summary => globalThis.typesetText?.(summary));
});

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE_MS);
});
document.querySelector(".search").addEventListener("submit", event => { event.preventDefault(); search(); });
// A word may be there before this script: typed while the page loaded, or kept by the browser on the way back.
if (field.value) search();
document.querySelectorAll(".summary").forEach(summary => globalThis.typesetText?.(summary));
