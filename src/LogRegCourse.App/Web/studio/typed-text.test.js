import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST, merge, typedText } from "./typed-text.js";

const cell = (source, textVersion = 0) => ({ id: "a", kind: "code", source, textVersion });
const sent = typed => typed.toSend().map(command => command.source);

test("two changes of one text are both kept", () => {
  assert.equal(merge("one two", "one and two", "one two three"), "one and two three");
  assert.equal(merge("one two", "one two three", "one and two"), "one and two three");
  assert.equal(merge("", "ours", "theirs"), "theirsours");
  assert.equal(merge("abc", "abXc", "abYc"), "abYXc");
  assert.equal(merge("same", "same", "other"), "other");
});

test("text is kept until it is on the disk, not until it is sent", () => {
  const typed = typedText();
  typed.edit(cell("1"), "12");
  assert.deepEqual(sent(typed), ["12"]);
  assert.deepEqual(sent(typed), []);
  typed.taken("a", 1);
  assert.equal(typed.isEmpty(), false);
  typed.edit(cell("12"), "123");
  typed.saved(1);
  assert.equal(typed.isEmpty(), false);
  assert.deepEqual(sent(typed), ["123"]);
  typed.saved(2);
  assert.equal(typed.isEmpty(), true);
});

test("a Studio that comes back with older text gets the newer one", () => {
  const typed = typedText();
  typed.edit(cell("1"), "12");
  sent(typed);
  typed.taken("a", 1);
  typed.edit(cell("12"), "123");
  sent(typed);
  assert.deepEqual(typed.opened([cell("1", 0)], true).texts, [["a", "123"]]);
  assert.deepEqual(sent(typed), ["123"]);
  assert.deepEqual(typed.opened([cell("12", 7)], true).texts, [["a", "123"]]);
  assert.deepEqual(typed.toSend().map(command => command.base), [7]);
});

test("a text that was put back while the page was there is taken", () => {
  const typed = typedText();
  typed.edit(cell("original"), "mine");
  sent(typed);
  typed.taken("a", 1);
  assert.deepEqual(typed.opened([cell("original", 2)], false).texts, [["a", "original"]]);
  assert.deepEqual(sent(typed), []);
});

test("nothing waits to be saved when another's text leaves nothing of ours", () => {
  const typed = typedText();
  typed.edit(cell("original"), "mine");
  sent(typed);
  typed.taken("a", 1);
  assert.deepEqual(typed.theirs("a", "original", 2), { source: "original", isMerged: false });
  assert.equal(typed.isEmpty(), true);
  typed.edit(cell("original", 2), "mine again");
  sent(typed);
  typed.taken("a", 2);
  typed.opened([cell("original", 4)], false);
  assert.equal(typed.isEmpty(), true);
});

test("a cell that a Studio has not kept is asked for again", () => {
  const typed = typedText();
  typed.edit(cell(""), "new", "before");
  sent(typed);
  assert.deepEqual(typed.opened([], true).missing, [{ cellId: "a", kind: "code", after: "before" }]);
  assert.deepEqual(sent(typed), ["new"]);
});

test("what a page had kept is put back unless the Studio has it, and put together with what came since", () => {
  const kept = [];
  const gone = typedText({ keep: (id, entry) => kept.push([id, entry]) });
  gone.edit(cell("1"), "12");
  sent(gone);
  gone.edit(cell("12"), "123");
  sent(gone);
  for (const [onDisk, expected] of [["1", "123"], ["12", "123"], ["0 1", "0 123"]]) {
    const typed = typedText();
    typed.restore("a", JSON.parse(JSON.stringify(kept.at(-1)[1])));
    assert.deepEqual(typed.opened([cell(onDisk)], true).texts, [["a", expected]]);
  }
});

test("a text that is too long stays on the page and says so", () => {
  const typed = typedText();
  typed.edit(cell("1"), "x".repeat(LONGEST + 1));
  assert.deepEqual(sent(typed), []);
  assert.equal(typed.tooLong(), "a");
  assert.equal(typed.isEmpty(), false);
});

// The Studio's rule, as NotebookState has it: an edit that does not know what others wrote is refused with the newer text.
test("two pages that type at once into one cell, with any delays, lose no key", () => {
  let seed = 7;
  const random = n => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 12) % n;
  for (let round = 0; round < 200; round++) {
    const studio = { source: "", version: 0, writer: undefined, since: 0 };
    const pages = [0, 1].map(() => ({ typed: typedText(), state: cell(""), toStudio: [], toPage: [] }));
    const hear = (number, { cellId, source, edit, base }) => {
      const page = pages[number];
      if (base < (studio.writer === number ? studio.since : studio.version)) { page.toPage.push(["edited", studio.source, studio.version]); return; }
      if (source !== studio.source) {
        if (studio.writer !== number) { studio.writer = number; studio.since = studio.version; }
        studio.source = source;
        studio.version++;
        pages[1 - number].toPage.push(["edited", source, studio.version]);
      }
      page.toPage.push(["taken", cellId, edit]);
    };
    const step = (page, number) => {
      if (page.toStudio.length && random(2)) hear(number, page.toStudio.shift());
      if (page.toPage.length && random(2)) {
        const [what, ...words] = page.toPage.shift();
        if (what === "taken") page.typed.taken(...words);
        else page.state = { ...page.state, source: page.typed.theirs("a", ...words).source, textVersion: words[1] };
      }
    };
    const keys = [..."abcdefghijklmnopqrst"];
    for (let at = 0; at < 20; at++) {
      pages.forEach((page, number) => {
        const source = page.state.source + (number ? keys[at] : keys[at].toUpperCase());
        page.typed.edit(page.state, source);
        page.state = { ...page.state, source };
        if (random(2)) page.toStudio.push(...page.typed.toSend());
        for (let times = random(4); times > 0; times--) step(page, number);
      });
    }
    for (let times = 0; times < 500; times++) pages.forEach((page, number) => { page.toStudio.push(...page.typed.toSend()); step(page, number); });
    for (const key of keys) for (const one of [key, key.toUpperCase()]) assert.ok(studio.source.includes(one), `${one} is lost in ${studio.source}, round ${round}`);
    assert.equal(pages[0].state.source, studio.source);
    assert.equal(pages[1].state.source, studio.source);
    assert.equal(studio.source.length, 40);
  }
});
