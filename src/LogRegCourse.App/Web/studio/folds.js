// Code that only draws is folded away below one line, so that slider, figure and caption stand together; the reader's
// choice for a cell or for all of them is remembered in the browser.
import { element } from "./dom.js";

// Cells that are the same in every lesson and not what it teaches (Export/CellHtml.cs folds the same).
const ALWAYS = { setup: "The packages and namespaces of this lesson", drawing: "How the figures of this lesson are drawn" };
const KEY = "logregcourse-open-code";
const opened = new EventTarget();

const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
function remember(changes) {
  try { localStorage.setItem(KEY, JSON.stringify({ ...read(), ...changes })); } catch { /* a private window forgets it */ }
}

/** The folded frame of a cell's code, or null where the code stands open. */
export function foldOf(cell, lesson, holder) {
  const always = ALWAYS[cell.id];
  if (!always && !cell.alt) return null;
  const lines = cell.source.trim().split("\n").length;
  const fold = element("details", { className: "setup" },
    element("summary", {}, always ?? `The code of this figure (${lines === 1 ? "1 line" : `${lines} lines`})`), holder);
  if (always) return fold;
  const place = `${lesson}/${cell.id}`;
  const showAsChosen = () => { fold.open = read()[place] ?? read().all ?? false; };
  showAsChosen();
  fold.addEventListener("toggle", () => { if (fold.open !== (read()[place] ?? read().all ?? false)) remember({ [place]: fold.open }); });
  opened.addEventListener("all", showAsChosen);
  return fold;
}

/** Opens or folds the code of all figures, of every lesson. */
export function openAllFolds(isOpen) {
  try { localStorage.setItem(KEY, JSON.stringify({ all: isOpen })); } catch { /* as above */ }
  opened.dispatchEvent(new Event("all"));
}
