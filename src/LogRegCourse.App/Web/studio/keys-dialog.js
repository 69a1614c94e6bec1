// The keys of the Studio, on demand.
import { button, element } from "./dom.js";

const KEYS = [
  ["Shift+Enter", "run the cell and go to the next"],
  ["Ctrl+Enter", "run the cell"],
  ["Alt+Enter", "run the cell and add one below"],
  ["Esc", "leave the text, keep the cell; Tab then moves on"],
  ["Enter", "write in the cell"],
  ["↑ ↓ or k j", "the cell before, the cell after"],
  ["a, b", "add a cell above, below"],
  ["d d", "delete the cell; z brings it back"],
  ["Ctrl+S", "save now"],
  ["Ctrl+Space", "what could be written here"],
];

/** @param {boolean} linksAreFiles whether lessons have addresses that end in .html */
export function showKeys(linksAreFiles) {
  const dialog = element("dialog", { className: "dialog keys", "aria-label": "Keys" },
    element("h2", {}, "Keys"),
    element("dl", {}, ...KEYS.flatMap(([key, what]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)])),
    element("p", {}, "New to C#? ", element("a", { href: `00-start-here${linksAreFiles ? ".html" : ""}#cell-python` }, "C# for Python people"), " is a table of twenty pairs in the first lesson."),
    button("Close", () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
