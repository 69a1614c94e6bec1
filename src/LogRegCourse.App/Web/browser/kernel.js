// The page's side of the kernel's worker: start, stop, end. Ending the worker is what ending the process is on a desktop.
import { whenGone } from "./life.js";

const STOP_PATIENCE_MS = 2000;
const STOPPED_BY_FORCE = "The cell did not stop within 2 s of being asked; its worker was ended and all variables are lost.";
const OUT_OF_ROOM = "The cell took more memory or a deeper stack than a page may have, as a recursion without an end does; its worker ended and all variables are lost.";
const KILLED = "The kernel's worker was ended by the browser, perhaps for want of memory; all variables are lost.";
const EXITED = "The cell ended its worker, as Environment.Exit does, and all variables are lost.";

const WAIT_FOR_SERVICE_WORKER_MS = 3000;

// A cell can load a module by way of .NET's bridge to JavaScript. A worker made from a blob has the page's own policy, which
// lets in the site's scripts only; made from a file it would have what its host sends with that, and a plain host sends none.
const SCRIPT = URL.createObjectURL(new Blob([`import ${JSON.stringify(new URL("./kernel-worker.js", import.meta.url).href)};`], { type: "text/javascript" }));

// At the first visit of all it may still be on its way, and without it nobody answers the question for a stop.
function serviceWorker() {
  const container = navigator.serviceWorker;
  if (!container || container.controller) return container?.controller;
  return new Promise(done => {
    container.addEventListener("controllerchange", () => done(container.controller), { once: true });
    setTimeout(done, WAIT_FOR_SERVICE_WORKER_MS);
  });
}

function whyEnded(said) {
  if (/exit\((?!1\))/.test(said)) return EXITED;
  return /stack|memory|unreachable|abort|exit\(/i.test(said) ? OUT_OF_ROOM : `The kernel's worker ended (${said}); all variables are lost.`;
}

/**
 * @param {{ base: string, course: object, progress: () => Promise<string|undefined>, onEvent: (json: string) => void, onEnded: (sentence: string) => void, onProgress: (text: string) => void }} given
 */
export function createKernel({ base, course, progress, onEvent, onEnded, onProgress }) {
  let worker = null;
  let isReady = false;
  let unanswered = 0;
  let stops = 0;
  let killing;
  let name;
  const flag = globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;

  async function start() {
    isReady = false;
    unanswered = 0;
    const life = name = crypto.randomUUID();
    const known = await progress();
    const made = new Worker(SCRIPT, { type: "module", name: life });
    worker = made;
    made.onmessage = ({ data: [what, ...words] }) => {
      if (what === "alive") whenGone(life, () => { if (worker === made) ended(KILLED); });
      else if (worker === made) hear(what, words);
    };
    made.onerror = event => { event.preventDefault(); if (worker === made) ended(`The kernel's worker could not run: ${event.message ?? "it did not load"}. Reload the page.`); };
    const begin = ["begin", { base, kernel: life, flag, seen: stops, questions: await serviceWorker() ? `${base}questions/` : null, progress: known, ...course }];
    if (worker === made) made.postMessage(begin);
  }

  function hear(what, words) {
    if (what === "event") { event(words[0]); return; }
    if (what === "progress") { onProgress(words[0]); return; }
    if (what === "crashed" && !isReady) ended(`The kernel could not be started (${words[0]}): is the network on? Then run the cell again.`);
    else if (what === "crashed") ended(whyEnded(words[0]));
  }

  function event(json) {
    if (json.startsWith('{"type":"kernel-ready"')) {
      isReady = true;
      if (killing === "later") force();
    } else if (json.startsWith('{"type":"live-input-set"') || (json.startsWith('{"type":"cell-finished"') && JSON.parse(json).request === undefined)) {
      unanswered = Math.max(0, unanswered - 1);
      if (unanswered === 0) spare();
    }
    onEvent(json);
  }

  function ended(sentence) {
    spare();
    worker?.terminate();
    worker = null;
    onEnded(sentence);
  }

  function spare() {
    if (killing !== "later") clearTimeout(killing);
    killing = undefined;
  }

  function force() {
    killing = setTimeout(() => ended(STOPPED_BY_FORCE), STOP_PATIENCE_MS);
  }

  return {
    start,
    send(json) {
      if (!worker) return;
      if (json.startsWith('{"type":"run-cell"') || json.startsWith('{"type":"set-live-input"')) unanswered++;
      if (json.startsWith('{"type":"provide-input"')) answer(JSON.parse(json).text ?? null);
      worker.postMessage(["Do", json]);
    },
    stop() {
      if (!worker || unanswered === 0) return;
      stops++;
      if (flag) Atomics.store(flag, 0, stops);
      navigator.serviceWorker?.controller?.postMessage({ kernel: name, stops });
      answer(null);
      worker.postMessage(["Do", '{"type":"stop-cell"}']);
      if (killing === undefined) if (isReady) force(); else killing = "later";
    },
    end(because) { if (worker) ended(because); },
  };

  function answer(line) {
    navigator.serviceWorker?.controller?.postMessage({ kernel: name, line });
  }
}
