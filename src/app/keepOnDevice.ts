/**
 * Registers the service worker that keeps the page on this device (public/serviceWorker.js), and tells it which assets
 * this visit used. Without one (private window, plain http on another host) everything works but reloading offline.
 */
import { fetchWords } from '../words/fetchWords.ts';

let hasBegun = false;

/**
 * Starts keeping, once, when the page has loaded; a refusal by the browser changes nothing for the person. To be called
 * when what the page is for is on the screen: what is kept, and how, is looked through beside it.
 */
export function keepPageOnDevice(): void {
  if (!import.meta.env.PROD || hasBegun) return;
  hasBegun = true;
  const keep = () => {
    // The other language too, so that it can be changed to at once and without a network.
    Promise.all([fetchWords('en'), fetchWords('zh')])
      .then(tellWorker)
      .catch(() => {
        // Some browsers refuse service workers altogether; the map itself is kept by IndexedDB either way.
      });
  };
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep);
}

async function tellWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/serviceWorker.js');
  const registration = await navigator.serviceWorker.ready;
  // Told when they have arrived, and to the end: what was on its way when the worker took over did not pass it.
  new PerformanceObserver((list) => {
    const keep = list.getEntries().filter(isUnkept);
    if (keep.length > 0) registration.active?.postMessage({ keep: keep.map(({ name }) => name) });
  }).observe({ type: 'resource', buffered: true });
}

/** An asset that came past the worker: it keeps by itself what passes it. */
function isUnkept(entry: PerformanceEntry): boolean {
  const passed = entry instanceof PerformanceResourceTiming && entry.workerStart > 0;
  return !passed && new URL(entry.name).pathname.startsWith('/assets/');
}
