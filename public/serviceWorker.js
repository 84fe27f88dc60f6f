/**
 * Keeps the page itself on the device, so that a reload without a network still opens the map whose edits
 * y-indexeddb kept. Navigations ask the network first (a new version shows at once) and fall back to the kept shell;
 * hashed assets never change, so the kept copy answers. Nothing of a map's content or secrets passes here:
 * API calls and sockets are left alone, and fragments are never part of a request.
 */
const cacheName = 'touchline-page';
/** One key for the shell: every page of Touchline is the same document. */
const shellKey = '/';
/** A network that does not answer in this time is treated as absent. */
const patienceMs = 4000;

globalThis.addEventListener('install', (event) => {
  event.waitUntil(globalThis.skipWaiting());
});

globalThis.addEventListener('activate', (event) => {
  event.waitUntil(globalThis.clients.claim());
});

// The first visit loads before this worker controls it: the page tells which assets it used.
globalThis.addEventListener('message', (event) => {
  const wished = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const parts = Array.isArray(event.data?.parts) ? event.data.parts : [];
  event.waitUntil(keepAll(wished.filter(isAsset)).then(() => keepParts(parts.filter(isAsset))));
});

globalThis.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(answerPage(request));
  else if (isAsset(request.url)) event.respondWith(answerAsset(request));
});

function isAsset(address) {
  const url = new URL(address, globalThis.location.origin);
  return url.origin === globalThis.location.origin && url.pathname.startsWith('/assets/');
}

async function keepAll(addresses) {
  const cache = await caches.open(cacheName);
  await Promise.all(
    addresses.map(async (address) => {
      if (!(await cache.match(address))) await cache.add(address);
    }),
  );
  if (!(await cache.match(shellKey))) await cache.add(shellKey);
}

/** What nobody asked for yet: one after the other, so that a slow line stays free; one that fails stops no other. */
async function keepParts(addresses) {
  const cache = await caches.open(cacheName);
  for (const address of addresses)
    if (!(await cache.match(address))) await cache.add(address).catch(() => undefined);
}

async function answerPage(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(shellKey);
  try {
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(patienceMs) } : {});
    if (fresh.ok && fresh.headers.get('content-type')?.startsWith('text/html'))
      await keepShell(cache, kept, fresh.clone());
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A changed shell means a new build: assets of the old one are let go. */
async function keepShell(cache, kept, fresh) {
  const changed = kept && (await kept.clone().text()) !== (await fresh.clone().text());
  if (changed) {
    const requests = await cache.keys();
    await Promise.all(requests.map((request) => cache.delete(request)));
  }
  await cache.put(shellKey, fresh);
}

async function answerAsset(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}
