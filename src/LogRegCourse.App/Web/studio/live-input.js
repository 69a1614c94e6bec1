// A live input as a control. One request is in flight, the newest value waits, older ones are forgotten; the number
// shown beside a chart is the one that the chart belongs to.
import { button, element } from "./dom.js";
import { offerPlace } from "./place.js";

const PLAY_MS = 300;

/**
 * @param {object} input as the kernel describes it
 * @param {(value: number | string | boolean) => Promise<{ value: any, refusal?: string }>} move
 */
export function liveInput(input, move) {
  const shown = element("output", { className: "live-value" }, words(input.default));
  let follow = () => {};
  const send = newestOnly(move, result => { if (!result.refusal) { shown.textContent = words(result.value); follow(result.value); } });
  if (input.kind === "place") {
    const { fields, set } = placeFields(input, send);
    follow = set;
    offerPlace(input.label, (x, y) => send([x, y]));
    return element("div", { className: "live-input", role: "group", "aria-label": input.label }, element("span", { className: "live-label" }, input.label), fields, shown);
  }
  if (input.kind === "steps") {
    const { player, set } = stepPlayer(input, send);
    follow = set;
    return element("div", { className: "live-input", role: "group", "aria-label": input.label }, element("span", { className: "live-label" }, input.label), player, shown);
  }
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

// The keyboard's way to a place, beside dragging it in the figure.
function placeFields(input, send) {
  const fields = ["x", "y"].map((name, at) => element("input", { type: "number", step: "any", value: input.default[at], "aria-label": `${input.label}, ${name}` }));
  const now = () => fields.map(field => field.valueAsNumber);
  for (const field of fields) field.addEventListener("change", () => { if (now().every(Number.isFinite)) send(now()); });
  return { fields: element("span", { className: "live-place" }, ...fields), set: place => fields.forEach((field, at) => { if (field !== document.activeElement) field.value = place[at]; }) };
}

// Plays as fast as the figure follows, and not faster than one can see.
function stepPlayer(input, send) {
  const range = element("input", { type: "range", min: 0, max: input.max, step: 1, "aria-label": input.label });
  range.value = input.default;
  let timer;
  const go = to => { range.valueAsNumber = to; send(range.valueAsNumber); };
  const play = button("Play", () => {
    if (timer) { stop(); return; }
    if (range.valueAsNumber === input.max) go(0);
    play.textContent = "Pause";
    timer = setInterval(() => { if (range.valueAsNumber >= input.max || !range.isConnected) stop(); else go(range.valueAsNumber + 1); }, PLAY_MS);
  });
  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "Play";
  }
  range.addEventListener("input", () => { stop(); send(range.valueAsNumber); });
  return { player: element("span", { className: "live-steps" }, play, button("Step", () => { stop(); if (range.valueAsNumber < input.max) go(range.valueAsNumber + 1); }), range), set: () => {} };
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

const words = value => Array.isArray(value) ? `(${value.map(words).join(", ")})` : typeof value === "number" ? String(Number(value.toPrecision(6))).replace("-", "−") : value === true ? "on" : value === false ? "off" : String(value);
