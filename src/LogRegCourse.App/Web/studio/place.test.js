import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAt } from "./place.js";

const axis = (offset, length, from, to) => ({ _offset: offset, _length: length, p2d: at => from + (to - from) * at / length });
const layout = { xaxis: axis(50, 600, -3, 3), yaxis: axis(20, 300, 2, -2) };

test("a place on the screen is read on the axes, with as many digits as a pixel is worth", () => {
  assert.deepEqual(placeAt(layout, 350, 170), [0, 0]);
  assert.deepEqual(placeAt(layout, 50 + 100.4, 20 + 75), [-1.996 < -1.99 ? -2 : -1.99, 1]);
});

test("outside of the axes there is no place, unless a drag goes on", () => {
  assert.equal(placeAt(layout, 10, 100), null);
  assert.deepEqual(placeAt(layout, 10, 1000, true), [-3, -2]);
});
