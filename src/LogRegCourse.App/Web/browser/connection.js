// The page's side of a lesson that runs in this browser: what connection.js of the Studio is over a socket, this is over
// two workers. Reading needs neither; the first touch starts the lesson's worker, and running the kernel's.
import { carriesCells, linkWith, textIn } from "./cells-link.js";
import { createKernel } from "./kernel.js";
import { keepsNothing } from "./keeps-nothing.js";
import { whenGone } from "./life.js";
import { saveNotebook } from "./save-as.js";
import { handOut, sayRefused, saySoon, showCopy } from "./sharing.js";
import { openStore, OWN, tabsOf } from "./store.js";

const SAVE_PAUSE_MS = 500;
const TRY_AGAIN_MS = 5000;
const REST_AFTER_MS = 20_000;
const NOT_KEPT = "This browser keeps nothing for this site (a private window, perhaps): everything works, but what you write is gone when the page is closed, unless you keep it in a file.";
const RENEWED = "The course has been renewed. Reload the page to have the new version; your own cells stay.";
const NO_ROOM = "Your text could not be kept in this browser: ";
const NOT_HERE = "There is no such notebook in this browser: open its file on the contents page.";

export const DOOR = { keptAt: "in this browser", changedBy: "in another tab", takeTheirs: "Take the other tab's", linksAreFiles: true, cellsCan: "use this page's time and memory; neither your files nor the network" };

/** @param {string} name of the lesson */
export function connect(name, { onNews, onUp, onNotice }) {
  const base = new URL("../../", import.meta.url).href;
  const isOwn = name.startsWith(OWN);
  const own = openStore(base);
  let store = own;
  // Somebody's cells that the page's address brought, as text.
  let copy = null;
  const tabs = tabsOf(base, name);
  const fetched = async address => {
    const sent = await fetch(new URL(address, base));
    if (!sent.ok) throw new Error(`${address} could not be fetched (${sent.status})`);
    return sent.text();
  };
  let version = 0;
  let kept;
  let edits = [];
  let original;
  // Its texts, which each save takes along.
  let madeFrom;
  let studio = null;
  let starting = null;
  let kernel = null;
  let pause;
  let isOpen = false;
  let isTold = false;
  const written = new Map();
  // Cells written in since the lesson's worker was last asked for the whole: what it gives may be without that.
  const newer = new Set();
  const waiting = [];
  const asked = [];

  const course = fetched("course/course.json").then(JSON.parse);

  let isKept = true;
  const reading = Promise.all([read().catch(() => { isKept = false; }), readLink()]);

  async function read() {
    ({ kept, edits } = await store.read(name));
    version = kept?.version ?? 0;
  }

  async function readLink() {
    const fragment = location.hash;
    if (!carriesCells(fragment) || isOwn) return;
    // Another link to this lesson, put into the address of the page.
    addEventListener("hashchange", () => { if (carriesCells(location.hash) && location.hash !== fragment) location.reload(); });
    store = keepsNothing(own);
    saySoon();
    try { copy = await textIn(fragment); } catch ({ message }) { refuseLink(message); }
  }

  function refuseLink(sentence) {
    copy = null;
    store = own;
    history.replaceState(null, "", location.pathname + location.search);
    sayRefused(sentence);
  }

  async function open() {
    await reading;
    onUp();
    if (isOwn && !kept) {
      document.querySelector(".as-read").textContent = NOT_HERE;
      document.querySelector(".toolbar").hidden = true;
      return;
    }
    if (copy !== null || kept || edits.length > 0) { await startStudio(); return; }
    const opened = JSON.parse(await fetched(`course/${name}.opened.json`));
    if (!studio) onNews(opened);
    if (!isKept) onNews({ type: "save-state-changed", isSaved: true, trouble: NOT_KEPT });
  }

  function startStudio() {
    return starting ??= openStudio().catch(error => lost(error?.message ?? error));
  }

  async function openStudio() {
    const life = crypto.randomUUID();
    const made = new Worker(new URL("./studio-worker.js", import.meta.url), { type: "module", name: life });
    studio = made;
    const gone = why => { if (studio === made) lost(why); };
    made.onmessage = ({ data: [what, ...words] }) => {
      if (what === "alive") whenGone(life, () => gone("the browser ended it"));
      else if (studio === made) done[what]?.(...words);
    };
    made.onerror = event => { event.preventDefault(); gone(event.message ?? "it did not load"); };
    const [text, solutions] = await Promise.all([isOwn ? reading.then(() => kept.notebook) : fetched(`course/${name}.ipynb`), isOwn ? "" : fetched(`course/${name}.csx`), reading]);
    if (studio !== made) return;
    original = text;
    madeFrom = textsOf(text);
    if (copy !== null) await openCopy(solutions);
    if (studio !== made) return;
    if (copy === null) openKept(solutions);
    for (const command of waiting.splice(0)) made.postMessage(["Ask", command]);
    isOpen = true;
  }

  function openKept(solutions) {
    studio.postMessage(["Open", name, original, kept?.notebook ?? null, kept?.original ?? null, solutions]);
    for (const [cellId, source] of edits) {
      studio.postMessage(["Ask", JSON.stringify({ type: "edit-cell", cellId, source })]);
      if (!written.has(cellId)) written.set(cellId, source);
    }
    edits = [];
  }

  async function openCopy(solutions) {
    const refusal = await call("OpenCopy", name, original, copy, solutions);
    if (refusal) refuseLink(refusal);
    else showCopy({ keep, leave });
  }

  /** Asks the lesson's worker, which answers in order. */
  function call(method, ...words) {
    studio.postMessage([method, ...words]);
    return new Promise(resolve => asked.push([method, resolve]));
  }

  // The copy's cells go into the reader's own lesson; what they replace is kept as a reset keeps it.
  async function keep() {
    try {
      const mine = await call("TakenOver", await own.whole(name, original) ?? original);
      tabs.postMessage(await own.replace(name, mine, original));
      leave();
    } catch (error) {
      onNotice(`${NO_ROOM}${error?.message ?? error}. More, then "Download as .ipynb", keeps this copy in a file.`);
    }
  }

  function leave() { location.replace(location.pathname + location.search); }

  // A worker that holds the lesson has gone: everything it knew is in the store, edits too.
  async function lost(why) {
    studio?.terminate();
    const couldStart = isTold;
    studio = starting = null;
    isOpen = isTold = false;
    asked.length = 0;
    kernel?.end("The lesson was opened anew.");
    await read().catch(() => {});
    // The next touch tries again.
    if (!couldStart) { onNotice(`The lesson's worker could not be started (${why}): is the network on? Then try again.`); return; }
    onNotice(`The page's worker ended (${why}); the lesson is opened anew as it was last kept.`);
    await startStudio();
  }

  const done = {
    tell: json => onNews(withWritten(JSON.parse(json))),
    toKernel: json => { if (early) early.push(json); else kernel?.send(json); },
    startKernel,
    stopKernel: () => { if (early) early.isStopped = true; else kernel?.stop(); },
    endKernel: because => kernel ? kernel.end(because) : studio.postMessage(["KernelHasEnded", because]),
    saveSoon: () => { clearTimeout(pause); pause = setTimeout(askForWhole, SAVE_PAUSE_MS); },
    save,
    keepBeforeReset: notebook => { store.keepBeforeReset(name, notebook).catch(() => {}); },
    crashed: why => lost(why),
    returned(method, value) {
      if (method === "Open" && value) onNotice(`Your own copy of this lesson cannot be read (${value}); this is the course's.`);
      const index = asked.findIndex(([asks]) => asks === method);
      if (index >= 0) asked.splice(index, 1)[0][1](value);
    },
  };

  // The worker opens the lesson as it was kept, and hears of what was written since after it has told the page; it does
  // not tell a page what that wrote itself.
  function withWritten(news) {
    if (news.type !== "notebook-opened") return news;
    const cells = news.cells.map(cell => written.has(cell.id) ? { ...cell, source: written.get(cell.id) } : cell);
    isTold = true;
    written.clear();
    return { ...news, cells };
  }

  let early = null;

  async function startKernel() {
    const mine = early = [];
    const settings = await course;
    kernel ??= createKernel({
      base,
      course: settings,
      progress: async () => { try { return await store.readNote("progress"); } catch { return undefined; } },
      onEvent: json => studio?.postMessage(["Hear", json]),
      onEnded: sentence => studio?.postMessage(["KernelHasEnded", sentence]),
      onProgress: text => { if (text) store.keepProgress(JSON.parse(text), { isNews: true }).catch(() => {}); },
    });
    await kernel.start();
    // Started anew meanwhile: the later start has its own.
    if (early !== mine) return;
    early = null;
    for (const json of mine) kernel.send(json);
    if (mine.isStopped) kernel.stop();
  }

  function askForWhole() {
    newer.clear();
    studio?.postMessage(["PauseHasEnded"]);
  }

  async function save(notebook, revision, overwrite) {
    try {
      const saved = await store.save(name, { notebook, original: madeFrom }, version, overwrite, new Set(newer));
      if (saved === null) return;
      const { version: now, other } = saved;
      if (other) {
        version = other.version;
        studio?.postMessage(["WasChangedElsewhere", other.notebook]);
        return;
      }
      version = now;
      studio?.postMessage(["WasSaved", revision]);
      tabs.postMessage(version);
    } catch (error) {
      const why = error?.name === "QuotaExceededError" ? "it has no room left for this site." : `${error?.message ?? error}.`;
      studio?.postMessage(["WasNotSaved", isKept ? `${NO_ROOM}${why} It is tried again in a few seconds; a file keeps it at once.` : NOT_KEPT]);
      clearTimeout(pause);
      pause = setTimeout(askForWhole, TRY_AGAIN_MS);
    }
  }

  tabs.onmessage = async ({ data }) => {
    if (copy !== null || data <= version) return;
    const { kept: theirs } = await store.read(name);
    if (!theirs || theirs.version <= version) return;
    version = theirs.version;
    kept = theirs;
    if (isOpen) studio.postMessage(["WasChangedElsewhere", theirs.notebook]);
    else await startStudio();
  };

  // What it tells is heard when the page has made itself.
  setTimeout(open);
  workOffline(base, onNotice);
  return {
    isUp: () => true,
    send(command) {
      const json = JSON.stringify(command);
      // Kept before anything else: the workers may not be there yet, or go.
      if (command.type === "edit-cell") {
        if (!isTold) written.set(command.cellId, command.source);
        newer.add(command.cellId);
        store.keepEdit(name, command.cellId, command.source).catch(() => {});
      }
      // What is given up must not come back with the next visit.
      if (command.type === "resolve-conflict" && !command.keepMine) store.forgetEdits(name).catch(() => {});
      if (isOpen) { studio.postMessage(["Ask", json]); return; }
      waiting.push(json);
      startStudio();
    },
    /** The present notebook as a file. */
    async download() {
      await startStudio();
      saveNotebook(name, await call("Notebook"));
    },
    /** Whether the course has an original of it. */
    hasOriginal: !isOwn,
    /** The cell that the page opens at, where its address says so in another way than by the cell's name. */
    place: () => { try { return copy && `cell-${JSON.parse(copy).cells[0].id}`; } catch { return null; } },
    /** Hands out a link with the changed cells. */
    async share() {
      await startStudio();
      const cells = await call("ChangedCells");
      const count = JSON.parse(cells).cells.length;
      if (count === 0) { onNotice("You have changed no cell of this lesson yet, so there is nothing to share."); return; }
      await handOut(await linkWith(`${base}${encodeURIComponent(name)}.html`, cells), count, { onNotice, download: this.download });
    },
  };
}

// What the student's copy was made from: a later version of the course is compared to it.
const textsOf = notebook => JSON.stringify(Object.fromEntries(JSON.parse(notebook).cells.map(cell => [cell.id, [cell.source].flat().join("")])));

// After one visit everything is there without a network: the pages at once, what runs them when there is time to spare.
async function workOffline(base, onNotice) {
  try {
    // The first one takes over a page that came from the host; a later one brings a newer site than the page is of.
    if (navigator.serviceWorker?.controller) navigator.serviceWorker.addEventListener("controllerchange", () => onNotice(RENEWED));
    await navigator.serviceWorker?.register(`${base}service-worker.js`);
    await navigator.serviceWorker?.ready;
    setTimeout(() => navigator.serviceWorker.controller?.postMessage({ rest: true }), REST_AFTER_MS);
  } catch {
    // Without a service worker the site needs its host, and a cell that runs for ever is ended with its worker.
  }
}
