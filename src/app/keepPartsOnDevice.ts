/**
 * Keeps the parts of the page that nobody has asked for yet (scripts/partsList.ts): who edits may want any of them without
 * a network. A few at a time and in the pauses: the service worker and the disk take a core of a small machine meanwhile,
 * which a gesture would feel.
 */
import { untilQuiet } from './untilQuiet.ts';

const fewParts = 6;
const pauseMs = 300;

export async function keepPartsOnDevice(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const answer = await fetch('/parts.json');
  if (!answer.ok) return;
  const parts: unknown = await answer.json();
  if (!Array.isArray(parts)) return;
  const registration = await navigator.serviceWorker.ready;
  for (let from = 0; from < parts.length; from += fewParts) {
    await untilQuiet(pauseMs);
    registration.active?.postMessage({ parts: parts.slice(from, from + fewParts) });
  }
}
