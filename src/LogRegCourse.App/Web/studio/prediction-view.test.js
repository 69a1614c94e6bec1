import assert from "node:assert/strict";
import { test } from "node:test";
import { predictionOf, withGuess } from "./prediction-view.js";

test("a guess goes into the call", () => {
  assert.equal(withGuess('Predict("6.b")', "6.b", "lower"), 'Predict("6.b", "lower")');
  assert.equal(withGuess('Predict("6.c")', "6.c", 0.3), 'Predict("6.c", 0.3)');
});

test("another guess takes the place of the first", () => {
  assert.equal(withGuess('Predict("6.b", "so \\"low\\")")', "6.b", "higher"), 'Predict("6.b", "higher")');
  assert.equal(withGuess('Predict("6.c", -1e-3)', "6.c", -2), 'Predict("6.c", -2)');
  assert.equal(withGuess('Predict("6.b", "")', "6.b", "$& costs"), 'Predict("6.b", "$& costs")');
});

test("what else a student wrote stays", () => {
  assert.equal(withGuess('// mine\nPredict("6.b")', "6.b", "lower"), '// mine\nPredict("6.b", "lower")');
  assert.equal(withGuess("var mine = Ask();", "6.b", "lower"), null);
  assert.equal(withGuess('Predict("6.bb")', "6.b", "lower"), null);
});

test("the last prediction among the outputs counts", () => {
  const type = "application/vnd.logregcourse.prediction+json";
  assert.equal(predictionOf([{ data: { [type]: { id: "1.a" } } }, { text: "x" }, { data: { [type]: { id: "1.b" } } }]).id, "1.b");
  assert.equal(predictionOf([{ text: "x" }]), undefined);
});
