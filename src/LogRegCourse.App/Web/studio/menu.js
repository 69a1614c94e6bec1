// The menu behind "More": a list of buttons that opens below it and closes on Escape or a click elsewhere.
import { button, element } from "./dom.js";

/** @param {HTMLElement} opener @param {[string, () => void][]} entries */
export function menu(opener, entries) {
  const list = element("div", { className: "menu", hidden: true }, ...entries.map(([text, act]) => button(text, () => { close(); act(); })));
  opener.after(list);

  function close() {
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  }
  opener.addEventListener("click", event => {
    event.stopPropagation();
    list.hidden = !list.hidden;
    opener.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) list.querySelector("button").focus();
  });
  list.addEventListener("keydown", event => {
    const items = [...list.children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); opener.focus(); }
    else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items.at(at - 1).focus();
  });
  document.addEventListener("click", event => { if (!list.contains(event.target)) close(); });
}
