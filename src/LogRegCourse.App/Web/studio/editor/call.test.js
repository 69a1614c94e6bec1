import assert from "node:assert/strict";
import { test } from "node:test";
import { callAt } from "./call.js";

// The cursor stands at |; the name of the call around it, or null.
for (const [written, name] of [
  ["Pow(|", "Pow"],
  ["Pow(2, |)", "Pow"],
  ["Pow(Exp(1), |)", "Pow"],
  ["Pow(Exp(|", "Exp"],
  ["Pow(2, 3)|", null],
  ["Pow(2, 3);\nExp(|)", "Exp"],
  ["var xs = list.Select(x => x * |)", "Select"],
  ["List.Of<int>(|)", "Of"],
  ["Sum(\"(\", |)", "Sum"],
  ["Sum(\"a;b|", "Sum"],
  ["// Sum(|", null],
  ["if (|", null],
  ["void F() { |", null],
  ["F(xs[|", "F"],
  ["F(() => { var y = 1; |", null],
  ["(1 + |", null],
  ["", null],
]) {
  test(`the call at ${written}`, () => {
    const source = written.replace("|", "");
    const found = callAt(source, Math.max(0, written.indexOf("|")));
    assert.equal(found && /^\w+/.exec(source.slice(found.start))[0], name);
  });
}
