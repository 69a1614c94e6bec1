import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import { carriesCells, linkWith, LONGEST_LINK, textIn } from "./cells-link.js";

const BROKEN = { message: /^This link is broken, cut off on its way perhaps: ask for it once more\./ };
const TOO_LONG = { message: /^This link holds more than a lesson's changed cells can be/ };
const fragment = bytes => `#cells=${Buffer.from(bytes).toString("base64url")}`;

test("a text comes back from its link", async () => {
  const text = "{\"σ\": \"<b>&amp;</b> 😀\"}";
  const link = await linkWith("https://host/some/01.html", text);
  assert.match(link, /^https:\/\/host\/some\/01\.html#cells=[A-Za-z0-9_-]+$/);
  assert.equal(await textIn(new URL(link).hash), text);
});

test("what is too long for a link makes none", async () => {
  assert.equal(await linkWith("https://host/", randomBytes(10_000).toString("hex")), null);
  assert.equal(await linkWith("https://host/", "x".repeat(1_000_001)), null);
});

test("only a fragment with cells is one", () => {
  assert.equal(carriesCells("#cells=abc"), true);
  for (const other of ["", "#cell-a", "#odds"]) assert.equal(carriesCells(other), false);
});

test("a broken link is a sentence", async () => {
  const whole = new URL(await linkWith("https://host/", JSON.stringify({ cells: [{ id: "a", source: "1 + 1" }] }))).hash;
  for (let length = "#cells=".length; length < whole.length - 1; length++) await assert.rejects(textIn(whole.slice(0, length)), BROKEN);
  for (const broken of ["#cells=%", "#cells=hello", "#cells=AAAA", `#cells=${whole}`, fragment("plain text"), fragment(gzipSync("gzip")), fragment(deflateSync(Buffer.from([0xff, 0xfe])))])
    await assert.rejects(textIn(broken), BROKEN);
});

test("a long one and one that unpacks to much are not opened", async () => {
  await assert.rejects(textIn(`#cells=${"A".repeat(LONGEST_LINK + 1)}`), TOO_LONG);
  const bomb = fragment(deflateSync(Buffer.alloc(5_000_000, "x")));
  assert.ok(bomb.length < LONGEST_LINK);
  await assert.rejects(textIn(bomb), TOO_LONG);
});
