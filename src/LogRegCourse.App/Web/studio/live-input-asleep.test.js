import assert from "node:assert/strict";
import { test } from "node:test";
import { inputsIn } from "./live-input-asleep.js";

test("a slider, a choice and a toggle are read as they are written", () => {
  assert.deepEqual(inputsIn('var w = Slider("w, the weight", -5, 5, 1);\nvar c = Choice("loss", "log", "squared");\nvar t = Toggle("log scale", true);'), [
    { kind: "slider", label: "w, the weight", min: -5, max: 5, default: 1, step: undefined },
    { kind: "choice", label: "loss", choices: ["log", "squared"], default: "log" },
    { kind: "toggle", label: "log scale", default: true },
  ]);
});

test("an input whose bounds are computed is left to the kernel", () => {
  assert.deepEqual(inputsIn('var w = Slider("w", low, high, 1);'), []);
  assert.deepEqual(inputsIn("// Slider"), []);
});
