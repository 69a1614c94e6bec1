// Questions that look back: their choices become buttons, and the answer takes the question's place. Nothing of it is
// written into the cell, which asks something else the next time.
import { button } from "./dom.js";
import { plainHtml } from "./foreign-html.js";
import { predictionOf } from "./prediction-view.js";

/** @param {HTMLElement} outputs of a cell @param {(question: string, guess: string) => void} answer */
export function offerChoices(outputs, answer) {
  for (const asked of outputs.querySelectorAll("[data-question]:not(.live)")) {
    asked.classList.add("live");
    for (const item of asked.querySelectorAll("[data-choice]")) {
      const choice = button("", () => answer(asked.dataset.question, item.dataset.choice));
      choice.append(...item.childNodes);
      item.append(choice);
    }
  }
}

/** Puts what a kernel said to an answer in the place of the question. */
export function showAnswer(outputs, output) {
  const { id } = predictionOf([output]) ?? {};
  const asked = id && outputs.querySelector(`[data-question="${CSS.escape(id)}"]`);
  if (!asked) return;
  const answered = document.createElement("div");
  answered.append(plainHtml(output.data["text/html"]) ?? output.data["text/plain"] ?? "");
  answered.tabIndex = -1;
  asked.replaceWith(answered);
  globalThis.typeset?.(answered);
  answered.focus({ preventScroll: true });
}
