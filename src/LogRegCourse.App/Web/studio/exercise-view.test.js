import assert from "node:assert/strict";
import { test } from "node:test";
import { exerciseOf } from "./exercise-view.js";

test("a check cell's id names its exercise, also in a lesson put in between", () => {
  assert.equal(exerciseOf("check-2-1"), "2.1");
  assert.equal(exerciseOf("check-2b-12"), "2b.12");
  assert.equal(exerciseOf("check-up"), undefined);
});
