/**
 * Arrow keys among the heads: stages from left to right, lanes from top to bottom, and the button that adds one at the
 * end, which is the one tab stop of its row (U7).
 */
import type { MapSession } from '../../state/mapSession.ts';
import { focusedHead, focusHead } from '../heads.ts';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Listens inside the canvas; gives back its undoing. */
export function walkHeads({ projection }: MapSession, frame: HTMLElement): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const head = focusedHead();
    const on = head?.on ?? addsOf(target);
    if (!on) return;
    const ids = projection.getState().journey[on].map(({ id }) => id);
    const at = head ? ids.indexOf(head.id) : ids.length;
    const step = steps[key] ?? { Home: -at, End: ids.length - 1 - at }[key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ids[at + step];
    if (next !== undefined) focusHead(on, next);
    else if (step > 0) frame.querySelector<HTMLElement>(`[data-act="add-${on.slice(0, -1)}"]`)?.focus();
  };
  frame.addEventListener('keydown', handleKey);
  return () => frame.removeEventListener('keydown', handleKey);
}

function addsOf({ dataset }: HTMLElement): 'stages' | 'lanes' | null {
  return dataset['act'] === 'add-stage' ? 'stages' : dataset['act'] === 'add-lane' ? 'lanes' : null;
}
