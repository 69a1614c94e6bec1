import assert from "node:assert/strict";
import { test } from "node:test";
import { questions } from "./questions.js";

test("only the newest question of a kind is answered", async () => {
  const sent = [];
  const { ask, answer } = questions(command => sent.push(command));
  const old = ask({ type: "ask-hover" });
  const other = ask({ type: "ask-completions" });
  const newest = ask({ type: "ask-hover" });
  for (const { request } of sent) answer({ request, found: request });
  assert.equal(await old, null);
  assert.equal((await other).found, sent[1].request);
  assert.equal((await newest).found, sent[2].request);
});
