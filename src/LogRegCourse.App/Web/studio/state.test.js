import assert from "node:assert/strict";
import { test } from "node:test";
import { after, EMPTY } from "./state.js";

const cell = (id, more = {}) => ({ id, kind: "code", source: "", phase: "idle", outputs: [], isStale: false, ...more });
const opened = { ...EMPTY, cells: [cell("a"), cell("b")] };
const play = (state, ...news) => news.reduce(after, state);

test("text that follows text of the same stream continues it", () => {
  const text = (stream, text) => ({ type: "output-added", cellId: "a", output: { kind: "text", stream, text } });
  const { cells } = play(opened, text("stdout", "1"), text("stdout", "2"), text("stderr", "3"));
  assert.deepEqual(cells[0].outputs.map(output => output.text), ["12", "3"]);
});

test("a live input keeps the old outputs until the new ones are complete", () => {
  const old = { kind: "text", stream: "stdout", text: "old" };
  const fresh = { kind: "text", stream: "stdout", text: "new" };
  const begun = play({ ...EMPTY, cells: [cell("a", { outputs: [old] })] },
    { type: "outputs-cleared", cellId: "a", byInput: true }, { type: "output-added", cellId: "a", output: fresh });
  assert.deepEqual(begun.cells[0].outputs, [old]);
  assert.deepEqual(after(begun, { type: "cell-ran", cellId: "a", outcome: "succeeded", byInput: true }).cells[0].outputs, [fresh]);
});

test("cells that did not change stay the same objects", () => {
  const next = play(opened, { type: "cell-phase-changed", cellId: "a", phase: "running" }, { type: "stale-cells", cellIds: ["a"] });
  assert.notEqual(next.cells[0], opened.cells[0]);
  assert.equal(next.cells[1], opened.cells[1]);
});

test("news of an unknown cell or of an unknown kind changes nothing", () => {
  assert.equal(after(opened, { type: "cell-edited", cellId: "nowhere", source: "x" }), opened);
  assert.equal(after(opened, { type: "something-new" }), opened);
});

test("an aborted cell keeps the time of its last run", () => {
  const ran = play(opened, { type: "cell-ran", cellId: "a", outcome: "succeeded", milliseconds: 5 }, { type: "cell-ran", cellId: "a", outcome: "aborted", milliseconds: 0 });
  assert.equal(ran.cells[0].milliseconds, 5);
});

test("a kernel that ended while the page was away is said to be gone, and a new one says nothing", () => {
  const back = after({ ...opened, kernel: "ready" }, { type: "notebook-opened", cells: [], kernel: "none" });
  assert.match(back.sentence, /variables are gone/);
  assert.equal(after(back, { type: "kernel-phase-changed", phase: "starting" }).sentence, undefined);
  assert.equal(after(EMPTY, { type: "notebook-opened", cells: [], kernel: "none" }).sentence, undefined);
});
