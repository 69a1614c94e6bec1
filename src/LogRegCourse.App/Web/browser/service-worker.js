// Answers for the site when the network is off, and for the page while a cell runs: a worker that is busy can ask nobody
// else, for it hears no messages. VERSION, PRECACHE and LATER are put in front of this by the export.
/* global VERSION, PRECACHE, LATER */
const CACHE = `${new URL(registration.scope).pathname} ${VERSION}`;
const stops = new Map();
const lines = new Map();

addEventListener("install", event => {
  skipWaiting();
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(PRECACHE.map(address => new Request(address, { cache: "no-cache" })))));
});

addEventListener("activate", event => event.waitUntil((async () => {
  const scope = new URL(registration.scope).pathname;
  for (const name of await caches.keys()) if (name.startsWith(`${scope} `) && name !== CACHE) await caches.delete(name);
  await clients.claim();
})()));

addEventListener("message", event => {
  const { data } = event;
  if (data.stops !== undefined) stops.set(data.kernel, data.stops);
  if (data.rest) event.waitUntil(fetchRest());
  if (data.line !== undefined) { lines.get(data.kernel)?.(data.line); lines.delete(data.kernel); }
});

addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || !address.href.startsWith(registration.scope)) return;
  const path = address.href.slice(registration.scope.length);
  if (path.startsWith("questions/")) event.respondWith(answer(path, address.searchParams.get("kernel")));
  else event.respondWith(fromCacheOrNetwork(event.request));
});

// What lessons need to run, one file after the other: the page may be asking for some of them just now.
async function fetchRest() {
  const cache = await caches.open(CACHE);
  for (const address of LATER) if (!await cache.match(address)) await cache.add(new Request(address, { cache: "no-cache" })).catch(() => {});
}

async function answer(path, kernel) {
  if (path.startsWith("questions/stop")) return new Response(String(stops.get(kernel) ?? 0));
  const line = await new Promise(resolve => lines.set(kernel, resolve));
  return line === null ? new Response(null, { status: 204 }) : new Response(line);
}

// One version of the site has one cache; what is not in it yet is put there on the way.
async function fromCacheOrNetwork(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request, { ignoreSearch: true });
  if (known) return known;
  const fresh = await fetch(request.mode === "navigate" ? request : new Request(request, { cache: "no-cache" }));
  if (fresh.ok && fresh.type === "basic") await cache.put(request, fresh.clone());
  return fresh;
}
