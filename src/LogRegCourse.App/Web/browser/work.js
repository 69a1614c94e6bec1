// The reader's own work on the contents page: notebooks from the disk, a copy of everything, and what was replaced.
import { button, element } from "../studio/dom.js";
import { chooseFile, whenDropped } from "./files.js";
import { saveAs, saveNotebook } from "./save-as.js";
import { openStore, OWN, tabsOf } from "./store.js";
import { answering } from "./work-answers.js";

const base = new URL("../../", import.meta.url).href;
const store = openStore(base);
const ask = answering();
const lessons = new Map([...document.querySelectorAll(".lessons h2 a")].map(link => [decodeURIComponent(link.getAttribute("href").replace(/\.html$/, "")), link.textContent]));

const said = element("p", { className: "said", role: "status" });
const own = element("ul", { className: "kept" });
const earlier = element("details", { className: "earlier", hidden: true }, element("summary", {}, "Earlier versions, kept when something took their place"), element("ul", { className: "kept" }));
earlier.addEventListener("toggle", () => { if (earlier.open) listEarlier(); });

const section = element("section", { className: "work", id: "work", "aria-labelledby": "work-title" },
  element("h2", { id: "work-title" }, "Your work"),
  element("p", {}, "What you write is kept in this browser, and nowhere else. A copy of all of it is one file, which this page takes back in any browser."),
  element("p", { className: "choices" },
    button("Download all your work", () => doing(download)),
    button("Restore a copy …", () => chooseFile(".zip,application/zip", files => doing(() => restore(files[0])))),
    button("Open a notebook …", () => chooseFile(".ipynb", files => doing(() => open(files)), true))),
  element("p", { className: "hint-line" }, "A notebook (.ipynb) may also be dropped on this page. It is opened and not run."),
  said, own, earlier);
document.querySelector("main.contents").append(section);
document.querySelector(".bar .end").prepend(element("a", { className: "quiet-button", href: "#work" }, "Your work"));
whenDropped(section, files => doing(() => files.length === 1 && /\.zip$/i.test(files[0].name) ? restore(files[0]) : open(files)));
// The browser's Back shows the page as it was left.
addEventListener("pageshow", event => { if (event.persisted) list(); });

/** One thing at a time, whose end is a sentence. */
async function doing(work) {
  if (section.ariaBusy === "true") return;
  section.ariaBusy = "true";
  said.textContent = "A moment …";
  try {
    said.textContent = await work() ?? "";
  } catch (error) {
    said.textContent = error?.name === "QuotaExceededError" ? "This browser has no room left for this site: download all your work, then remove what you no longer need." : String(error?.message ?? error);
  }
  section.ariaBusy = "false";
  await list();
}

async function list() {
  let kept;
  try {
    kept = await store.names();
    earlier.hidden = await store.countEarlier() === 0;
  } catch {
    said.textContent = "This browser keeps nothing for this site (a private window, perhaps).";
    return;
  }
  const names = kept.filter(name => name.startsWith(OWN)).map(name => name.slice(OWN.length)).sort((one, other) => one.localeCompare(other));
  own.replaceChildren(...names.map(name => element("li", {},
    element("a", { href: addressOf(name) }, name),
    button("Download", () => doing(async () => { saveNotebook(name, await store.whole(OWN + name)); }), { "aria-label": `Download ${name}` }),
    button("Remove", () => { if (confirm(`Remove "${name}" from this browser? What you wrote in it is gone then.`)) doing(() => store.remove(OWN + name)); }, { "aria-label": `Remove ${name}` }))));
  if (earlier.open) await listEarlier();
}

async function listEarlier() {
  earlier.querySelector("ul").replaceChildren(...(await store.earlier()).reverse().map(({ key, lesson, notebook, at }) => {
    const when = new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
    const what = `${titleOf(lesson)}, ${when}`;
    return element("li", {},
      element("span", {}, what),
      button("Download", () => saveNotebook(lesson, notebook), { "aria-label": `Download ${what}` }),
      button("Remove", () => { if (confirm(`Remove this version of "${titleOf(lesson)}"?`)) doing(() => store.removeEarlier(key)); }, { "aria-label": `Remove ${what}` }));
  }));
}

const addressOf = name => `own.html?name=${encodeURIComponent(name)}`;
const titleOf = name => name.startsWith(OWN) ? name.slice(OWN.length) : lessons.get(name) ?? name;
const few = names => names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

async function open(files) {
  const refused = [];
  const opened = [];
  for (const file of files) {
    const { notebook, refusal } = await ask.openNotebook(file);
    if (refusal) refused.push(refusal);
    else opened.push(await keepOwn(file.name, notebook));
  }
  if (opened.length === 1 && files.length === 1) location.assign(addressOf(opened[0]));
  return [...refused, ...opened.length > 0 ? [`Kept in this browser: ${few(opened)}. Nothing of it has run.`] : []].join(" ");
}

// A second file of the same name is another notebook, unless it is the same.
async function keepOwn(fileName, notebook) {
  // What is a path or a device somewhere is no name.
  const wanted = fileName.replace(/\.ipynb$/i, "").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+$/, "").trim().slice(0, 100) || "notebook";
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} (${count})`;
    const there = await store.whole(OWN + name);
    if (there === undefined) await store.replace(OWN + name, notebook);
    if (there === undefined || there === notebook) return name;
  }
}

async function download() {
  const names = await store.names();
  const texts = await Promise.all(names.map(whole));
  const progress = await store.readNote("progress");
  if (names.length === 0 && !progress) return "There is nothing to download yet: you have changed no lesson and opened no notebook.";
  saveAs(`logregcourse-work-${new Date().toISOString().slice(0, 10)}.zip`, await ask.pack(names, texts, progress || null), "application/zip");
  return `Downloaded: ${few(names.map(titleOf)) || "what you have answered"}${progress && names.length > 0 ? ", with your progress" : ""}.`;
}

async function restore(file) {
  const { work, refusal } = await ask.unpack(file);
  if (refusal) return refusal;
  const leftOut = [...work.leftOut];
  const fresh = [];
  const replaced = [];
  let same = 0;
  for (const notebook of work.notebooks) {
    const { name, text } = notebook;
    if (!name.startsWith(OWN) && !lessons.has(name)) { leftOut.push(`${name} is no lesson of this course.`); continue; }
    const mine = await whole(name);
    if (mine === text) same++;
    else (mine === undefined ? fresh : replaced).push(notebook);
  }
  const titles = notebooks => few(notebooks.map(({ name }) => titleOf(name)));
  if (replaced.length > 0 && !confirm(`This copy would take the place of what you have of: ${titles(replaced)}. What is replaced stays on this page, under "Earlier versions". Restore it?`))
    return "Nothing was restored.";
  for (const { name, text } of [...fresh, ...replaced]) tell(name, await store.replace(name, text, await originalOf(name)));
  // What is remembered here stays.
  const isNewProgress = await store.keepProgress(work.progress, { isNews: false });
  const done = fresh.length + replaced.length > 0 ? `Restored: ${titles([...fresh, ...replaced])}${isNewProgress ? ", with your progress" : ""}.` : isNewProgress ? "Restored: your progress." : "Everything in this copy is here already.";
  return [done, same > 0 && fresh.length + replaced.length > 0 ? `${same} more ${same === 1 ? "was" : "were"} the same already.` : "", leftOut.length > 0 ? `Left out: ${few(leftOut)}` : ""].filter(Boolean).join(" ");
}

// A page on which the lesson is open asks, as when another tab has saved it.
function tell(name, version) {
  const tabs = tabsOf(base, name);
  tabs.postMessage(version);
  tabs.close();
}

const whole = async name => store.whole(name, await originalOf(name));
const originalOf = async name => {
  if (name.startsWith(OWN)) return undefined;
  const sent = await fetch(new URL(`course/${encodeURIComponent(name)}.ipynb`, base));
  return sent.ok ? sent.text() : undefined;
};

await list();
if (location.hash === "#work") section.scrollIntoView();
