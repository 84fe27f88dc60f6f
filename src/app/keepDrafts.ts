/**
 * Keeps what is typed in a text box that names its place (`data-draft`) within a quarter of a second, until it is left:
 * leaving writes it to the map (R52). One listener for all boxes, so that no box can forget it.
 */
import { writeDraft } from '../state/draftMemory.ts';

/** R52 allows half a second. */
const everyMs = 250;

/** Starts keeping; gives back its undoing. */
export function keepDrafts(mapId: string, storage: Storage): () => void {
  let box: HTMLInputElement | HTMLTextAreaElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = (): void => {
    timer = undefined;
    const place = box?.dataset['draft'];
    if (box && place !== undefined) writeDraft(storage, mapId, { place, text: box.value });
  };
  const leave = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (box) writeDraft(storage, mapId, null);
    box = null;
  };
  const handleInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (target.dataset['draft'] === undefined) return;
    box = target;
    timer ??= setTimeout(keep, everyMs);
  };
  const handleLeave = ({ target }: Event): void => {
    if (target === box) leave();
  };
  // A box that is taken away by what it was asked to do (Escape) is left without a word in some browsers.
  const handleGone = (): void => {
    if (box?.isConnected === false) leave();
  };
  document.addEventListener('input', handleInput);
  document.addEventListener('focusout', handleLeave);
  for (const event of ['keyup', 'pointerdown']) document.addEventListener(event, handleGone, true);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('input', handleInput);
    document.removeEventListener('focusout', handleLeave);
    for (const event of ['keyup', 'pointerdown']) document.removeEventListener(event, handleGone, true);
  };
}
