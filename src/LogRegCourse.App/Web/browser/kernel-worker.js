// The worker that compiles and runs cells (KernelWorker.cs). While a cell runs it hears nothing: whether it shall stop it
// asks, in shared memory where the page is isolated, elsewhere by a request that the page's service worker answers.
import { later, say, startRuntime, takeMessages, unpack } from "./runtime.js";

// What a cell could reach past C#: the network, what the reader's browser keeps, other workers, the page. The runtime and
// this worker have what they need of it before the first cell.
const NOT_FOR_CELLS = [
  "fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "RTCPeerConnection", "indexedDB", "caches", "storage",
  "BroadcastChannel", "Worker", "SharedWorker", "importScripts", "postMessage", "navigator", "close", "Notification", "FileReaderSync", "cookieStore", "FontFace", "fonts",
];
const RUNTIME = "assets/runtime";
const decoder = new TextDecoder();
const { XMLHttpRequest: SyncRequest } = globalThis;
let settings;
let seen = 0;
let progress = "";
let kernel;

function request(address, responseType) {
  const asked = new SyncRequest();
  asked.open("GET", address, false);
  if (responseType) asked.responseType = responseType;
  asked.send();
  return asked;
}

function stops() {
  if (settings.flag) return Atomics.load(settings.flag, 0);
  if (!settings.questions) return seen;
  try {
    const { status, responseText } = request(`${settings.questions}stop?kernel=${settings.kernel}`);
    return status === 200 ? Number(responseText) : seen;
  } catch {
    // The service worker is being replaced: the next question finds the new one.
    return seen;
  }
}

const imports = {
  send(event) {
    say(["event", event]);
    if (event.startsWith('{"type":"cell-finished"')) keepProgress();
  },
  isStopAsked() {
    const now = stops();
    if (now <= seen) return false;
    seen = now;
    return true;
  },
  forgetStop() { seen = Math.max(seen, stops()); },
  waitForLine() {
    if (!settings.questions) return null;
    const { status, response } = request(`${settings.questions}line?kernel=${settings.kernel}`, "arraybuffer");
    return status === 200 ? decoder.decode(response) : null;
  },
  fetchNow(address) {
    const { status, response } = request(new URL(address, settings.base).href, "arraybuffer");
    if (status !== 200) throw new Error(`${address} could not be fetched (${status}): is the network on?`);
    return new Uint8Array(response);
  },
};

function keepProgress() {
  const now = kernel.ReadText("/course/.logregcourse/progress.json") ?? "";
  if (now === progress) return;
  progress = now;
  say(["progress", now]);
}

function takeAwayFromCells() {
  for (const name of NOT_FOR_CELLS)
    for (let at = globalThis; at; at = Object.getPrototypeOf(at)) delete at[name];
}

takeMessages(async () => {
  kernel = (await startRuntime({ kernel: imports })).KernelWorker;
  return {
    async begin(given) {
      settings = given;
      seen = given.seen;
      const files = await Promise.all(given.files.map(async ([path, address]) => [path, new Uint8Array(await (await unpack(new URL(address, given.base))).arrayBuffer())]));
      for (const [path, bytes] of files) kernel.WriteFile(path, bytes);
      if (given.progress) kernel.WriteFile("/course/.logregcourse/progress.json", new TextEncoder().encode(given.progress));
      progress = given.progress ?? "";
      takeAwayFromCells();
      kernel.Start(given.folder, given.references, (await later).join("\n"), RUNTIME, given.packages, given.ownFolders.map(file => file.join(" ")).join("\n"));
    },
    Do(command) { kernel.Do(command); },
  };
});
