import assert from "node:assert/strict";
import { test } from "node:test";
import { newestOnly } from "./live-input.js";

test("while one value is on its way only the newest of the others is sent", async () => {
  const sent = [];
  const results = [];
  let release;
  const send = newestOnly(async value => { sent.push(value); await new Promise(done => { release = done; }); return value; }, result => results.push(result));
  const all = send(1);
  send(2); send(3); send(4);
  assert.deepEqual(sent, [1]);
  release();
  await new Promise(setImmediate);
  assert.deepEqual(sent, [1, 4]);
  release();
  await all;
  assert.deepEqual(results, [1, 4]);
});

test("a failed call does not block the next value", async () => {
  const sent = [];
  const send = newestOnly(async value => { sent.push(value); if (value === 1) throw new Error("no"); }, () => {});
  await assert.rejects(send(1));
  await send(2);
  assert.deepEqual(sent, [1, 2]);
});
