// The worker that compiles and runs cells (KernelWorker.cs). While a cell runs it hears nothing: whether it shall stop it
// asks, in shared memory where the page is isolated, elsewhere by a request that the page's service worker answers.
import { startRuntime, takeMessages } from "./runtime.js";

const decoder = new TextDecoder();
let settings;
let seen = 0;
let progress = "";
let kernel;

function request(address, responseType) {
  const asked = new XMLHttpRequest();
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
    postMessage(["event", event]);
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
  postMessage(["progress", now]);
}

takeMessages(async () => {
  const starting = startRuntime({ kernel: imports });
  const exports = await starting;
  kernel = exports.KernelWorker;
  return {
    async begin(given) {
      settings = given;
      seen = given.seen;
      const files = await Promise.all(given.files.map(async ([path, address]) => [path, new Uint8Array(await (await fetch(new URL(address, given.base))).arrayBuffer())]));
      for (const [path, bytes] of files) kernel.WriteFile(path, bytes);
      if (given.progress) kernel.WriteFile("/course/.logregcourse/progress.json", new TextEncoder().encode(given.progress));
      progress = given.progress ?? "";
      kernel.Start(given.folder, given.references, given.packages);
    },
    Do(command) { kernel.Do(command); },
  };
});
