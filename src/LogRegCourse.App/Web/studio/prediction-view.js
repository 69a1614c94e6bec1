// What stands under a question that is asked before its answer: a button for each choice, or a field for a number.
// A guess is written into the cell and the cell is run, so that the notebook holds it behind every other door too.
import { button, element } from "./dom.js";

const PREDICTION = "application/vnd.logregcourse.prediction+json";

export const predictionOf = outputs => outputs.findLast(output => output.data?.[PREDICTION])?.data[PREDICTION];

/** The cell's text with this guess in its call; null where the call is not found, for what else stands there is the student's. */
export function withGuess(source, id, guess) {
  const call = new RegExp(`\\bPredict\\(\\s*"${id.replace(".", "\\.")}"\\s*(,\\s*("(\\\\.|[^"\\\\])*"|[-+.\\w]+)\\s*)?\\)`);
  if (/^\s*Again\("[^"]*"\)\s*$/.test(source)) return withGuess(`Predict("${id}")`, id, guess);
  return call.test(source) ? source.replace(call, () => `Predict("${id}", ${typeof guess === "number" ? guess : JSON.stringify(guess)})`) : null;
}

/** The ids of the verdicts, cells "e01-right", whose question, "predict-13-e01", has no guess yet. */
export function undecided(cells) {
  const open = new Set(cells.filter(cell => /^predict-/.test(cell.id) && !predictionOf(cell.outputs)?.guess).map(cell => `${cell.id.split("-").at(-1)}-right`));
  return new Set(cells.map(cell => cell.id).filter(id => open.has(id)));
}

/** The panel of a cell that asks; update(outputs, source) brings it up to date. */
export function predictionPanel(guess) {
  const panel = element("div", { className: "prediction-panel", hidden: true });
  let shown = "";
  return {
    panel,
    update(outputs, source) {
      const asked = predictionOf(outputs);
      const canGuess = asked && withGuess(source, asked.id, "") !== null;
      panel.hidden = !canGuess;
      const next = canGuess ? JSON.stringify(asked) : "";
      if (next === shown) return;
      shown = next;
      const focused = panel.contains(document.activeElement) ? document.activeElement.textContent : null;
      panel.replaceChildren(...(canGuess ? controls(asked, value => guess(asked.id, value)) : []));
      if (focused !== null) ([...panel.querySelectorAll("button")].find(made => made.textContent === focused) ?? panel.querySelector("button, input"))?.focus();
    },
  };
}

function controls(asked, guess) {
  if (asked.kind === "number") {
    const field = element("input", { type: "number", step: "any", required: true, value: asked.guess ?? "", "aria-label": `Your guess for prediction ${asked.id}` });
    const form = element("form", { onsubmit: event => { event.preventDefault(); if (Number.isFinite(field.valueAsNumber)) guess(field.valueAsNumber); } },
      element("label", {}, "Your guess: ", field), element("button", { type: "submit", className: "quiet-button" }, "Guess"));
    return [form];
  }
  return asked.choices.map(choice => button(choice, () => guess(choice), { "aria-pressed": String(choice === asked.guess) }));
}
