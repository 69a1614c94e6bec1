// What stands under a check: the verdict in a word, hints one at a time, and the solution for those who ask twice.
import { button, element } from "./dom.js";
import { plainHtml } from "./foreign-html.js";

const CHECK = "application/vnd.logregcourse.check+json";
// What is not done yet says so in the verdict above.
const WORDS = { passed: "Done", failed: "Not yet right", unchecked: "Could not be checked" };

export const exerciseOf = cellId => /^check-(\d+[a-z]?)-(\d+)$/.exec(cellId)?.slice(1).join(".");

export function verdictOf(outputs) {
  return outputs.findLast(output => output.data?.[CHECK])?.data[CHECK].verdict;
}

/**
 * The panel of a check cell; update(outputs) brings the verdict up to date.
 * @param {string} exercise such as "3.2"
 * @param {{ send: (command: object) => void, edit: (cellId: string, source: string) => void, run: (cellIds: string[]) => void }} actions
 */
export function exercisePanel(exercise, { send, edit, run }) {
  const verdict = element("span", { className: "exercise-state", role: "status" });
  const help = element("div", { className: "help" });
  let lastHint;
  const panel = element("div", { className: "exercise-panel" },
    element("div", { className: "exercise-line" },
      element("span", { className: "exercise-name" }, `Exercise ${exercise}`), verdict,
      button("Hint", () => send({ type: "ask-hint", exercise })),
      button("Solution", () => confirmSolution(exercise, help, send))),
    help);
  return {
    panel,
    update(outputs) {
      const word = verdictOf(outputs);
      panel.dataset.verdict = word ?? "";
      verdict.textContent = WORDS[word] ?? "";
    },
    addHint(output) {
      const html = output.data?.["text/html"];
      const text = output.data?.["text/plain"] ?? output.text ?? "";
      // Who asks on behind the last hint gets that one again; it stands there already.
      if ((html ?? text) === lastHint) {
        if (!help.querySelector(".no-more")) help.append(element("p", { className: "hint no-more" }, "There is no further hint. The solution is one button on."));
        return;
      }
      lastHint = html ?? text;
      const hint = element("div", { className: "hint html-output" });
      hint.append((html && plainHtml(html)) ?? text);
      help.append(hint);
      globalThis.typeset?.(help);
    },
    showSolution(source) {
      help.querySelector(".solution")?.remove();
      const code = element("code", { className: "csharp" }, source);
      help.append(element("div", { className: "solution" },
        element("pre", { className: "code", tabIndex: 0 }, code),
        button("Put it into the cell", () => { const cellId = `exercise-${exercise.replace(".", "-")}`; edit(cellId, source); run([cellId]); })));
      globalThis.highlightCode?.(help);
    },
  };
}

function confirmSolution(exercise, help, send) {
  if (help.querySelector(".sure")) return;
  const sure = element("p", { className: "sure" }, "See the solution? A hint may be enough. ",
    button("Show it", () => { sure.remove(); send({ type: "ask-solution", exercise }); }), " ",
    button("Not yet", () => sure.remove()));
  help.append(sure);
  sure.querySelector("button").focus();
}
