// The contents page's worker, started when it is first asked; it answers in order.
const LARGEST_NOTEBOOK = 65 * 1024 * 1024;
const LARGEST_ZIP = 256 * 1024 * 1024;

export function answering() {
  let worker = null;
  let waiting = [];

  function start() {
    worker = new Worker(new URL("./work-worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: [what, ...words] }) => {
      if (what === "returned") waiting.shift()?.resolve(words[1]);
      else if (what === "crashed") fail(words[0]);
    };
    worker.onerror = event => { event.preventDefault(); fail(event.message ?? "it did not load"); };
  }

  function fail(why) {
    worker.terminate();
    worker = null;
    for (const { reject } of waiting) reject(new Error(`This page's worker could not do that (${why}): is the network on? Then try again.`));
    waiting = [];
  }

  function call(...message) {
    if (!worker) start();
    worker.postMessage(message);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  const bytesOf = async blob => new Uint8Array(await blob.arrayBuffer());
  return {
    /** A file as a notebook: { notebook } as text, or { refusal }, a sentence. */
    openNotebook: async file => JSON.parse(await call("OpenNotebook", file.name, file.size, await bytesOf(file.slice(0, LARGEST_NOTEBOOK)))),
    pack: (names, texts, progress) => call("Pack", names, texts, progress),
    /** A zip of one's work: { work: { notebooks, progress, leftOut } }, or { refusal }. */
    unpack: async file => file.size > LARGEST_ZIP
      ? { refusal: `${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MB, so it is no copy of your work. Nothing was restored.` }
      : JSON.parse(await call("Unpack", await bytesOf(file))),
  };
}
