// Starts .NET in a worker: the same program in both, each calling its own half.
import { live } from "./life.js";

const MOST_COMPLAINTS = 20;

/** Tells the page. */
export const say = postMessage.bind(globalThis);

/** Names of the framework's libraries that are fetched when a cell first needs one. */
export const later = fetched("../runtime/later.txt");

async function fetched(address) {
  const sent = await fetch(new URL(address, import.meta.url), { cache: "no-cache" });
  if (!sent.ok) throw new Error(`${address} could not be fetched (${sent.status})`);
  return (await sent.text()).split("\n");
}

/**
 * @param {object} imports functions by module that the program calls
 * @param {(name: string) => boolean} [wanted] which of the other libraries are needed; all of them when left out
 */
export async function startRuntime(imports, wanted = () => true) {
  const [{ dotnet }, names] = await Promise.all([import("../runtime/dotnet.js"), later]);
  const isLater = new Set(names.map(name => `${name}.dll`));
  let complaints = 0;
  const runtime = await dotnet.withResourceLoader(unpacked).withModuleConfig({
    // A runtime whose stack is used up lists all of it.
    // A runtime that ends between two messages throws at nobody.
    onAbort: why => say(["crashed", `abort (${why})`]),
    onExit: code => say(["crashed", `exit(${code})`]),
    printErr: line => { if (complaints++ < MOST_COMPLAINTS) console.warn(line); },
    onConfigLoaded: ({ resources }) => {
      for (const kind of ["coreAssembly", "assembly"])
        if (resources[kind]) resources[kind] = resources[kind].filter(({ virtualPath, name }) => !isLater.has(virtualPath ?? name) && wanted(virtualPath ?? name));
    },
  }).create();
  for (const [name, functions] of Object.entries(imports)) runtime.setModuleImports(name, functions);
  return (await runtime.getAssemblyExports("LogRegCourse.Browser.dll")).LogRegCourse.Browser;
}

// Packed by the export: many hosts send files of .NET as they are, three times as long.
function unpacked(type, name, address) {
  return /\.(dll|wasm)$/.test(name) ? unpack(`${address}.z`, type === "dotnetwasm" ? "application/wasm" : "application/octet-stream") : null;
}

/** A file that the export packed. */
export async function unpack(address, type = "application/octet-stream") {
  // Names stay the same from one version of the site to the next.
  const sent = await fetch(address, { cache: "no-cache" });
  if (!sent.ok) throw new Error(`${address} could not be fetched (${sent.status})`);
  return new Response(sent.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
}

/** Takes messages [method, ...arguments] from the first one on, in order, also those that come before there is somebody to do them. */
export function takeMessages(makeTarget) {
  let last = null;
  live(() => say(["alive"]));
  const made = makeTarget();
  function take(target, [method, ...words]) {
    const value = target[method](...words);
    if (value instanceof Promise) return value;
    if (value !== undefined && value !== null) say(["returned", method, value]);
  }
  const crashed = error => say(["crashed", String(error?.message ?? error)]);
  // Not by onmessage: where that is set, dotnet.js takes the worker for one of its own threads and waits for ever.
  addEventListener("message", ({ data }) => {
    last = (last ?? made).then(async () => take(await made, data)).catch(crashed);
  });
}
