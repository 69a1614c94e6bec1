// The cells of a lesson in order, and which of them is selected.
import { cellView } from "./cell-view.js";
import { undecided } from "./prediction-view.js";

export function notebookView(parent, actions) {
  const views = new Map();
  let selected = null;

  function render(state, before) {
    const ids = new Set(state.cells.map(cell => cell.id));
    for (const [id, view] of views)
      if (!ids.has(id)) { view.destroy(); view.section.remove(); views.delete(id); }
    state.cells.forEach((cell, index) => {
      const view = views.get(cell.id);
      if (!view) views.set(cell.id, cellView(cell, { ...actions, select }));
      else if (before.cells[index] !== cell) view.update(cell);
    });
    // Put in only now: an editor that is made in a page half laid out has the browser lay it out again.
    state.cells.forEach((cell, index) => {
      const { section } = views.get(cell.id);
      if (parent.children[index] !== section) parent.insertBefore(section, parent.children[index] ?? null);
    });
    const hidden = undecided(state.cells);
    for (const [id, view] of views) view.section.classList.toggle("undecided", hidden.has(id));
    if (!views.has(selected)) select(state.cells[0]?.id);
    if (before.line !== state.line)
      for (const [id, view] of views) view.askLine?.(state.line?.cellId === id ? state.line : null);
  }

  function select(id) {
    if (id === selected || !views.has(id)) return;
    const old = views.get(selected)?.section;
    if (old) { old.tabIndex = -1; old.classList.remove("selected"); }
    selected = id;
    const { section } = views.get(id);
    section.tabIndex = 0;
    section.classList.add("selected");
  }

  function focus(id) {
    const view = views.get(id);
    if (!view) return;
    select(id);
    view.section.focus({ preventScroll: true });
    view.section.scrollIntoView({ block: "nearest" });
  }

  return { render, focus, selected: () => selected, view: id => views.get(id), views };
}
