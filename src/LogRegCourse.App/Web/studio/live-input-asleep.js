// A lesson that is opened again shows its figures, and no kernel runs yet that could move them: its live inputs stand
// there all the same, as the cell's text describes them, asleep until the cells have run.
import { button, element } from "./dom.js";
import { liveInput } from "./live-input.js";

const CALL = /=\s*(Slider|Choice|Toggle|Place|Steps)\(([^;\n]*)\)\s*;/g;
const PART = /"(?:[^"\\]|\\.)*"|[^,]+/g;

/** The live inputs that a cell's text makes, as far as it names them with plain values. */
export function inputsIn(source) {
  return [...source.matchAll(CALL)].flatMap(([, kind, list]) => {
    const [label, ...values] = (list.match(PART) ?? []).map(part => plain(part.trim()));
    if (typeof label !== "string" || values.some(value => value === undefined)) return [];
    switch (kind) {
      case "Slider": return values.length < 2 ? [] : [{ kind: "slider", label, min: values[0], max: values[1], default: values[2] ?? values[0], step: values[3] }];
      case "Place": return values.length < 2 ? [] : [{ kind: "place", label, default: values }];
      case "Steps": return values.length < 1 ? [] : [{ kind: "steps", label, max: values[0], default: values[1] ?? 0 }];
      case "Choice": return [{ kind: "choice", label, choices: values, default: values[0] }];
      default: return [{ kind: "toggle", label, default: values[0] ?? false }];
    }
  });
}

function plain(text) {
  const value = text.replace(/^[A-Za-z]\w*:\s*/, "");
  if (/^".*"$/.test(value)) return JSON.parse(value);
  if (value === "true" || value === "false") return value === "true";
  return value !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** @param {() => void} wake runs the cells that the inputs need */
export function sleepingInputs(source, wake) {
  const controls = inputsIn(source).map(input => {
    const control = liveInput(input, async () => null);
    control.querySelectorAll("input, select, button").forEach(part => { part.disabled = true; });
    return control;
  });
  return controls.length ? [...controls, element("p", { className: "asleep" }, button("Run the lesson to here to move it", wake))] : [];
}
