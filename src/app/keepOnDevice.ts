/**
 * Registers the service worker that keeps the page on this device (public/serviceWorker.js), and tells it which assets
 * this visit used. Without one (private window, plain http on another host) everything works but reloading offline.
 */

/** Starts keeping once the page has loaded; a refusal by the browser changes nothing for the person. */
export function keepPageOnDevice(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const keep = () => {
    navigator.serviceWorker
      .register('/serviceWorker.js')
      .then(() => navigator.serviceWorker.ready)
      .then((registration) => registration.active?.postMessage({ keep: usedAssets() }))
      .catch(() => {
        // Some browsers refuse service workers altogether; the map itself is kept by IndexedDB either way.
      });
  };
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep);
}

function usedAssets(): string[] {
  return performance.getEntriesByType('resource').map((entry) => entry.name);
}
