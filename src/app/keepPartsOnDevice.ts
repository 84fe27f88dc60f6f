/**
 * Keeps the parts of the page that nobody has asked for yet (scripts/partsList.ts): who edits may want any of them without
 * a network. A few at a time and while nobody does anything: the service worker and the disk take a core of a small
 * machine meanwhile, which a gesture would feel.
 */
import { untilStillQuiet } from './untilQuiet.ts';

const fewParts = 6;
/** So long nobody has touched the page: between one gesture and the next hands rest for a moment too. */
const quietMs = 2000;
/** For the few to be fetched and written. */
const pauseMs = 300;

export async function keepPartsOnDevice(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const answer = await fetch('/parts.json');
  if (!answer.ok) return;
  const parts: unknown = await answer.json();
  if (!Array.isArray(parts)) return;
  const registration = await navigator.serviceWorker.ready;
  for (let from = 0; from < parts.length; from += fewParts) {
    await untilStillQuiet(quietMs, pauseMs);
    registration.active?.postMessage({ parts: parts.slice(from, from + fewParts) });
  }
}
