import assert from "node:assert/strict";
import { test } from "node:test";
import { isDone, minutesOf, sectionsOf } from "./sections.js";

const text = words => ({ kind: "markdown", id: "text", source: "word ".repeat(words) });
const verdict = word => [{ data: { "application/vnd.logregcourse.check+json": { verdict: word } } }];

test("a section takes as long as its words, its code and its exercises", () => {
  assert.equal(minutesOf([text(10)]), 1);
  assert.equal(minutesOf([text(540)]), 3);
  assert.equal(minutesOf([text(180), { kind: "code", id: "exercise-1-1", source: "" }, { kind: "code", id: "check-1-1", source: "" }]), 5);
});

test("cells belong to the heading above them, those before the first heading to none", () => {
  const cells = ["a", "b", "c", "d"].map(id => ({ id }));
  const sections = sectionsOf(cells, ({ id }) => id === "b" || id === "d" ? [{ name: id }] : []);
  assert.deepEqual(sections.map(({ name, cells: own }) => [name, own.map(({ id }) => id)]), [["b", ["b", "c"]], ["d", ["d"]]]);
});

test("a section is done when it has checks and all of them passed", () => {
  assert.equal(isDone({ cells: [text(3)] }), false);
  assert.equal(isDone({ cells: [{ id: "check-2b-1", outputs: verdict("passed") }] }), true);
  assert.equal(isDone({ cells: [{ id: "check-1-1", outputs: verdict("passed") }, { id: "check-1-2", outputs: verdict("failed") }] }), false);
  assert.equal(isDone({ cells: [{ id: "check-errors", outputs: verdict("passed") }] }), false);
});
