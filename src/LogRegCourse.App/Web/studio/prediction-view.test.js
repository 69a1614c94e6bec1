import assert from "node:assert/strict";
import { test } from "node:test";
import { predictionOf, undecided, withGuess } from "./prediction-view.js";

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

test("a question that came back takes the guess as its own", () => {
  assert.equal(withGuess('Again("13")', "13.e04", "that is so"), 'Predict("13.e04", "that is so")');
});

test("a verdict is hidden until its question has a guess", () => {
  const type = "application/vnd.logregcourse.prediction+json";
  const answered = guess => [{ data: { [type]: { id: "13.e01", guess } } }];
  const cells = outputs => [{ id: "e01", outputs: [] }, { id: "predict-13-e01", outputs }, { id: "e01-right", outputs: [] }, { id: "e09-right", outputs: [] }];
  assert.deepEqual([...undecided(cells([]))], ["e01-right"]);
  assert.deepEqual([...undecided(cells(answered(null)))], ["e01-right"]);
  assert.deepEqual([...undecided(cells(answered("that is so")))], []);
});
