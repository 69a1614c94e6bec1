// Finds words in the lesson's text and code, and leads to the cells that hold all of them.
import { element } from "./dom.js";
import { arriveAt } from "./sections.js";

const MOST = 30;
const AROUND = 36;

/** The cells that hold every word, each with the place around the first of them. */
export function hitsIn(cells, query) {
  const words = query.toLowerCase().replaceAll("’", "'").split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return cells.flatMap(({ id, source }) => {
    const text = source.toLowerCase();
    if (!words.every(word => text.includes(word))) return [];
    const at = text.indexOf(words[0]);
    const from = Math.max(0, at - AROUND);
    const cut = source.slice(from, at + words[0].length + AROUND).replace(/\s+/g, " ").replaceAll("**", "").trim();
    return [{ id, line: `${from > 0 ? "… " : ""}${cut} …` }];
  }).slice(0, MOST);
}

/** @param {HTMLElement} form with a field and a list  @param {() => object[]} cellsNow */
export function finder(form, cellsNow, parent) {
  const field = form.querySelector("input");
  const list = form.querySelector("ol");
  const go = id => arriveAt(document.getElementById(`cell-${id}`), parent);
  function show() {
    const hits = hitsIn(cellsNow(), field.value);
    list.replaceChildren(...hits.map(({ id, line }) => element("li", {}, element("a", { href: `#cell-${id}`, onclick: event => { event.preventDefault(); go(id); } }, line))));
    if (field.value.trim() && !hits.length) list.append(element("li", { className: "nothing" }, "Nothing found"));
  }
  field.addEventListener("input", show);
  form.addEventListener("submit", event => {
    event.preventDefault();
    const [first] = hitsIn(cellsNow(), field.value);
    if (first) go(first.id);
  });
}
