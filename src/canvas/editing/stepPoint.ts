/** Keys on a focused point of the emotion curve: a tenth up or down, half a step with Page keys, the ends of the scale. */
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { readPoint, writeEmotion } from './gestures.ts';

const steps: Readonly<Record<string, (value: number) => number>> = {
  ArrowUp: (value) => value + 0.1,
  ArrowRight: (value) => value + 0.1,
  ArrowDown: (value) => value - 0.1,
  ArrowLeft: (value) => value - 0.1,
  PageUp: (value) => value + 0.5,
  PageDown: (value) => value - 0.5,
  Home: () => -2,
  End: () => 2,
};

/** Listens inside the canvas; gives back its undoing. */
export function stepPoint(session: MapSession, editing: Editing, frame: HTMLElement): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['hit'] !== 'emotion-point') return;
    const mark = readPoint(event.target);
    const step = steps[event.key];
    if (!mark || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    writeEmotion(session, editing, mark, step(mark.value));
  };
  frame.addEventListener('keydown', handleKey);
  return () => frame.removeEventListener('keydown', handleKey);
}
