import assert from "node:assert/strict";
import { test } from "node:test";
import { hitsIn } from "./find.js";

const cells = [{ id: "a", source: "The *odds* are\nfour to six." }, { id: "b", source: "var odds = Odds(0.4);" }, { id: "c", source: "nothing" }];

test("a cell is found by all words, in any case and order, with the place around the first", () => {
  assert.deepEqual(hitsIn(cells, "ODDS").map(({ id }) => id), ["a", "b"]);
  assert.deepEqual(hitsIn(cells, "six odds").map(({ id }) => id), ["a"]);
  assert.match(hitsIn(cells, "four")[0].line, /odds\* are four to six/);
});

test("no words find nothing", () => {
  assert.deepEqual(hitsIn(cells, "  "), []);
  assert.deepEqual(hitsIn(cells, "entropy"), []);
});
