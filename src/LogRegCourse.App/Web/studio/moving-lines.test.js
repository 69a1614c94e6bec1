import assert from "node:assert/strict";
import { test } from "node:test";
import { movedLines } from "./moving-lines.js";

const line = (y, more) => ({ type: "scatter", mode: "lines", name: "curve", x: [0, 1], y, ...more });
const map = { type: "contour", z: [[1, 2], [3, 4]] };
const figure = (data, layout = { xaxis: { range: [0, 1] }, yaxis: { range: [0, 9] } }) => ({ data, layout });

test("lines whose points moved are named, and what stands still is not", () =>
  assert.deepEqual(movedLines(figure([map, line([1, 2]), line([3, 4])]), figure([{ ...map }, line([1, 2]), line([3, 5])])), [2]));

test("nothing moved is no line", () => assert.deepEqual(movedLines(figure([line([1, 2])]), figure([line([1, 2])])), []));

for (const [what, before, now] of [
  ["an axis follows the points", figure([line([1, 2])], { xaxis: { range: [0, 1] } }), figure([line([1, 3])], { xaxis: { range: [0, 1] } })],
  ["a name changed", figure([line([1, 2])]), figure([line([1, 3], { name: "other" })])],
  ["the layout changed", figure([line([1, 2])]), { ...figure([line([1, 3])]), layout: { title: "new", xaxis: { range: [0, 1] }, yaxis: { range: [0, 9] } } }],
  ["a trace came", figure([line([1, 2])]), figure([line([1, 2]), line([1, 3])])],
  ["a map changed", figure([map]), figure([{ ...map, z: [[1, 2], [3, 5]] }])],
  ["an area is filled", figure([line([1, 2], { fill: "tozeroy" })]), figure([line([1, 3], { fill: "tozeroy" })])],
  ["text stands at the points", figure([line([1, 2], { mode: "lines+text" })]), figure([line([1, 3], { mode: "lines+text" })])],
])
  test(`Plotly draws when ${what}`, () => assert.equal(movedLines(before, now), null));
