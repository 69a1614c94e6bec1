// The list of sections at the side: where the reader is, what is done, how long each takes, and a way there that arrives.
import { element } from "./dom.js";
import { verdictOf } from "./exercise-view.js";

const WORDS_A_MINUTE = 180;
const MINUTES_A_CODE_CELL = 0.3;
const MINUTES_AN_EXERCISE = 4;
const SETTLED_MS = 1500;

/** How long the cells of a section take to read, run and do, in whole minutes, at least one. */
export function minutesOf(cells) {
  const words = cells.filter(({ kind }) => kind !== "code").reduce((sum, { source }) => sum + source.split(/\s+/).filter(Boolean).length, 0);
  const exercises = cells.filter(({ id }) => id.startsWith("exercise-")).length;
  const code = cells.filter(({ kind, id }) => kind === "code" && !/^(exercise|check)-/.test(id)).length;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + code * MINUTES_A_CODE_CELL + exercises * MINUTES_AN_EXERCISE));
}

/** The cells from one heading to the next, for headings found in `cells` by `headingsOf(cell)`. */
export function sectionsOf(cells, headingsOf) {
  const sections = [];
  for (const cell of cells) {
    for (const heading of headingsOf(cell)) sections.push({ ...heading, cells: [] });
    sections.at(-1)?.cells.push(cell);
  }
  return sections;
}

/** Whether a section has exercises and each of its checks passed. */
export function isDone({ cells }) {
  const checks = cells.filter(({ id }) => /^check-\d+[a-z]?-\d+$/.test(id));
  return checks.length > 0 && checks.every(({ outputs }) => verdictOf(outputs) === "passed");
}

/**
 * @param {HTMLElement} list the ol of the contents
 * @param {HTMLElement} parent of the cells
 */
export function sectionList(list, parent) {
  let links = new Map();

  function show(cells, sectionOf) {
    const sections = sectionsOf(cells, cell => [...sectionOf(cell)?.querySelectorAll(":is(h2, h3)[id]") ?? []].map(heading => ({ heading })));
    list.replaceChildren(...sections.map(section => {
      const { heading } = section;
      const minutes = minutesOf(section.cells);
      const link = element("a", { href: `#${heading.id}` }, ...heading.cloneNode(true).childNodes);
      link.querySelectorAll(".anchor").forEach(anchor => anchor.remove());
      const done = isDone(section);
      if (done) link.append(element("span", { className: "done", title: "done" }, " ✓"));
      link.append(element("span", { className: "minutes", title: `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}` }, ` ${minutes}′`));
      link.addEventListener("click", event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        // The address of a copy carries its cells.
        if (!location.hash.startsWith("#cells=")) history.pushState(null, "", `#${heading.id}`);
        arriveAt(document.getElementById(heading.id), parent);
      });
      return element("li", { className: heading.tagName === "H3" ? "deeper" : "" }, link);
    }));
    links = new Map([...list.querySelectorAll("a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    markCurrent();
  }

  function markCurrent() {
    const above = [...links.keys()].filter(id => document.getElementById(id)?.getBoundingClientRect().top < innerHeight / 4).at(-1);
    for (const [id, link] of links)
      if (id === above) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
  }
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; markCurrent(); });
  }, { passive: true });

  return { show };
}

/** Scrolls to an element and stays with it while what lies above is still being laid out, until the reader moves. */
export function arriveAt(target, parent) {
  if (!target) return;
  const go = () => target.scrollIntoView({ behavior: "instant", block: "start" });
  const stop = new AbortController();
  const growth = new ResizeObserver(() => { go(); settle(); });
  let settled;
  const settle = () => { clearTimeout(settled); settled = setTimeout(() => stop.abort(), SETTLED_MS); };
  stop.signal.addEventListener("abort", () => { clearTimeout(settled); growth.disconnect(); });
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(moved, () => stop.abort(), { signal: stop.signal, passive: true, capture: true });
  go();
  growth.observe(parent);
  settle();
}
