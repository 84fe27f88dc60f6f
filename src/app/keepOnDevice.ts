/**
 * Registers the service worker that keeps the page on this device (public/serviceWorker.js), and tells it which assets
 * this visit used. Without one (private window, plain http on another host) everything works but reloading offline.
 */
import { fetchWords } from '../words/fetchWords.ts';

/** Starts keeping once the page has loaded; a refusal by the browser changes nothing for the person. */
export function keepPageOnDevice(): void {
  if (!import.meta.env.PROD) return;
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
  registration.active?.postMessage({ keep: usedAssets() });
}

/**
 * Keeps the parts of the page that nobody has asked for yet (scripts/partsList.ts): who edits may want any of them without
 * a network.
 */
export async function keepPartsOnDevice(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const answer = await fetch('/parts.json');
  if (!answer.ok) return;
  const parts: unknown = await answer.json();
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage({ parts });
}

function usedAssets(): string[] {
  return performance.getEntriesByType('resource').map((entry) => entry.name);
}
