// One cell of a lesson on the page.
import { button, element } from "./dom.js";
import { createEditor } from "./editor.js";
import { exerciseOf, exercisePanel } from "./exercise-view.js";
import { foldOf } from "./folds.js";
import { liveInput } from "./live-input.js";
import { sleepingInputs } from "./live-input-asleep.js";
import { showOutputs } from "./output-view.js";
import { offerChoices, showAnswer } from "./review-view.js";
import { predictionPanel, withGuess } from "./prediction-view.js";

const TICK_MS = 1000;
const RERUN_MARK_MS = 200;

/**
 * @param {object} cell of the state
 * @param {{ run, runTo, runWithSetup, edit, move, send, select, questions, focus, lesson }} actions what a cell may ask for
 */
export function cellView(cell, actions) {
  return cell.kind === "code" ? codeView(cell, actions) : textView(cell, actions);
}

function frame(cell, actions, ...children) {
  const section = element("section", { className: `cell ${cell.kind}-cell`, id: `cell-${cell.id}`, tabIndex: -1, role: "group", "aria-label": `${cell.kind === "code" ? "Code" : "Text"} cell ${cell.id}` }, ...children);
  section.dataset.cell = cell.id;
  section.addEventListener("focusin", () => actions.select(cell.id));
  return section;
}

function codeView(cell, actions) {
  const run = element("button", { type: "button", className: "run-button", "aria-label": "Run this cell", title: "Run (Shift+Enter)", onclick: () => actions.run([cell.id]) }, "▶");
  const status = element("span", { className: "cell-status", role: "status" });
  const holder = element("div", { className: "code" });
  const inputs = element("div", { className: "live-inputs" });
  const outputs = element("div", { className: "outputs" });
  const line = element("div", { className: "asked-line" });
  const exercise = exerciseOf(cell.id);
  const panel = exercise && exercisePanel(exercise, actions);
  const fold = foldOf(cell, actions.lesson, holder);
  const needs = element("div", { className: "needs-above", hidden: true },
    "Cells above have not run yet, and this one may need them. ", button("Run the lesson to here", () => actions.runTo(cell.id)));
  const prediction = predictionPanel((id, guess) => {
    const guessed = withGuess(editor.source(), id, guess);
    editor.setSource(guessed);
    actions.edit(cell.id, guessed);
    actions.runWithSetup(cell.id);
  });
  const gutter = element("div", { className: "gutter" }, run);
  const section = frame(cell, actions,
    element("div", { className: `cell-body${fold ? " folded" : ""}` }, gutter, fold ?? holder),
    status, inputs, line, needs, outputs, prediction.panel, panel ? panel.panel : "");
  const editor = createEditor(holder, {
    source: cell.source, kind: "code", label: `C# of cell ${cell.id}`, cellId: cell.id, questions: actions.questions,
    onEdit: source => actions.edit(cell.id, source), onFocus: () => actions.focus(cell.id),
  });

  let shown = {};
  let showingPhase;
  let ticking;
  function showPhase({ phase, isStale, milliseconds, executionCount }) {
    section.dataset.phase = phase;
    section.classList.toggle("stale", isStale);
    clearInterval(ticking);
    if (phase === "running") {
      const since = performance.now();
      const tick = () => { const seconds = Math.round((performance.now() - since) / 1000); status.textContent = seconds ? `running, ${seconds} s` : "running"; };
      tick();
      ticking = setInterval(tick, TICK_MS);
    } else if (phase === "queued") status.textContent = "waiting";
    else status.textContent = [milliseconds !== undefined && executionCount ? `cell ${executionCount}` : "", milliseconds !== undefined ? duration(milliseconds) : "", isStale ? "changed since it ran" : ""].filter(Boolean).join(" · ");
  }
  function update(next) {
    editor.setSource(next.source);
    // What the compiler found while this was written has become an output, or was about a kernel that did not know the cells above.
    if (next.phase === "idle" && shown.phase === "running") editor.clearMarks();
    if (next.phase !== shown.phase || next.isStale !== shown.isStale || next.milliseconds !== shown.milliseconds) {
      clearTimeout(showingPhase);
      // A figure that follows a live input is mostly there before a mark could be read.
      if (next.coming) showingPhase = setTimeout(() => showPhase(next), RERUN_MARK_MS);
      else showPhase(next);
    }
    const isAsleep = !next.liveInputs?.length && next.outcome === undefined && next.areOutputsStored;
    if (next.liveInputs !== shown.liveInputs || isAsleep !== shown.isAsleep)
      inputs.replaceChildren(...isAsleep ? sleepingInputs(next.source, () => actions.runTo(cell.id)) : (next.liveInputs ?? []).map(input => liveInput(input, value => actions.move(input.name, value))));
    needs.hidden = !next.needsCellsAbove;
    if (next.outputs !== shown.outputs) {
      showOutputs(outputs, next.outputs, { isStored: next.areOutputsStored, alt: next.alt });
      panel?.update(next.outputs);
      offerChoices(outputs, (question, guess) => actions.send({ type: "answer-question", cellId: cell.id, question, guess }));
    }
    if (next.outputs !== shown.outputs || next.source !== shown.source) prediction.update(next.outputs, next.source);
    shown = { ...next, isAsleep };
  }
  update(cell);
  return { section, update, edit: () => openFor(section, editor), leave: () => editor.blur(), source: editor.source, destroy: editor.destroy, panel, showBeside: output => panel ? panel.addHint(output) : showAnswer(outputs, output), askLine: asked => askLine(line, asked, actions.send) };
}

function openFor(section, editor) {
  const folded = section.querySelector("details.setup");
  if (folded) folded.open = true;
  editor.focus();
}

const duration = milliseconds => milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

function askLine(parent, asked, send) {
  if (!asked) { parent.replaceChildren(); return; }
  const field = element("input", { type: asked.isPassword ? "password" : "text", autocomplete: "off" });
  const form = element("form", { onsubmit: event => { event.preventDefault(); send({ type: "answer-input", text: field.value }); parent.replaceChildren(); } },
    element("label", {}, asked.prompt || "The cell waits for a line:", " ", field), button("Send", () => form.requestSubmit()));
  parent.replaceChildren(form);
  field.focus();
}

function textView(cell, actions) {
  const prose = element("div", { className: "prose" });
  const section = frame(cell, actions, prose);
  let editor = null;
  let shown = {};

  function render(next) {
    prose.innerHTML = next.html ?? "";
    prose.classList.toggle("caption", next.source.startsWith("**Figure "));
    if (!next.source.trim()) prose.append(element("p", { className: "empty-text" }, "An empty text cell. Press Enter to write."));
    // Markdown leads to the pages of the site; here the lessons have addresses of their own.
    if (!actions.linksAreFiles) for (const link of prose.querySelectorAll("a[href$='.html']:not([href*='//'])")) link.setAttribute("href", link.getAttribute("href").slice(0, -5));
    globalThis.typeset?.(prose);
  }
  function update(next) {
    if (editor) editor.setSource(next.source);
    else if (next.html !== shown.html || next.source !== shown.source) render(next);
    shown = next;
  }
  function edit() {
    if (!editor) {
      const holder = element("div", { className: "code text-editor" });
      section.prepend(holder);
      prose.hidden = true;
      editor = createEditor(holder, { source: shown.source, kind: "markdown", label: `Text of cell ${cell.id}`, cellId: cell.id, onEdit: source => actions.edit(cell.id, source), onFocus: () => {} });
    }
    editor.focus();
  }
  function leave() {
    if (!editor) return;
    shown = { ...shown, source: editor.source() };
    editor.destroy();
    editor = null;
    section.querySelector(".text-editor").remove();
    prose.hidden = false;
    render(shown);
  }
  section.addEventListener("dblclick", edit);
  update(cell);
  return { section, update, edit, leave, source: () => editor?.source() ?? shown.source, destroy: () => editor?.destroy(), isText: true };
}
