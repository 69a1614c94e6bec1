// A live input as a control. One request is in flight, the newest value waits, older ones are forgotten; the number
// shown beside a chart is the one that the chart belongs to.
import { element } from "./dom.js";

/**
 * @param {object} input as the kernel describes it
 * @param {(value: number | string | boolean) => Promise<{ value: any, refusal?: string }>} move
 */
export function liveInput(input, move) {
  const shown = element("output", { className: "live-value" }, words(input.default));
  const send = newestOnly(move, result => { if (!result.refusal) shown.textContent = words(result.value); });
  const control = controlFor(input, send);
  return element("label", { className: "live-input" }, element("span", { className: "live-label" }, input.label), control, shown);
}

/** Calls with the newest value only: while one call runs, later values replace each other. */
export function newestOnly(call, onResult) {
  let isRunning = false;
  let waiting;
  return async function send(value) {
    if (isRunning) { waiting = { value }; return; }
    isRunning = true;
    try {
      const result = await call(value);
      if (result) onResult(result);
    } finally {
      isRunning = false;
    }
    if (waiting) {
      const { value: next } = waiting;
      waiting = undefined;
      await send(next);
    }
  };
}

function controlFor(input, send) {
  if (input.kind === "toggle") return element("input", { type: "checkbox", checked: input.default, onchange: event => send(event.target.checked) });
  if (input.kind === "choice")
    return element("select", { onchange: event => send(event.target.value) }, ...(input.choices ?? []).map(choice => element("option", { value: choice, selected: choice === input.default }, choice)));
  const range = element("input", { type: "range", min: input.min, max: input.max, step: input.step || (input.max - input.min) / 200 || "any" });
  range.value = input.default;
  range.addEventListener("input", () => send(range.valueAsNumber));
  return range;
}

const words = value => typeof value === "number" ? String(Number(value.toPrecision(6))).replace("-", "−") : value === true ? "on" : value === false ? "off" : String(value);
