/**
 * Keys on a focused point of the emotion curve: a tenth up or down, half a step with Page keys, the ends of the scale;
 * 1 to 5 set the value at once as on a card and 0 takes the rating away; Enter and F2 open the number.
 */
import { flushSync } from 'react-dom';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { focusRecord } from '../focusRecord.ts';
import { digitOf } from '../shortcuts.ts';
import { editingStore } from './editingStore.ts';
import { readPoint, writeEmotion, type PointMark } from './gestures.ts';

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
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'F2') openNumber(mark, event.target);
    else {
      const value = valueAfter(event, mark);
      if (value === undefined) return;
      writeEmotion(session, editing, mark, value);
      // The point goes with its rating; the focus stays with its touchpoint.
      if (value === null) focusRecord(session.projection.getState().layout, mark.ids[0] ?? '');
    }
    event.preventDefault();
  };
  frame.addEventListener('keydown', handleKey);
  return () => frame.removeEventListener('keydown', handleKey);
}

/** Opens the number beside a point. Its field has the focus when this returns, so that a letter being typed goes in. */
export function openNumber(mark: PointMark, point: HTMLElement): void {
  const at = { x: Number.parseFloat(point.style.left), y: Number.parseFloat(point.style.top) };
  flushSync(() => editingStore.setState({ number: { ...mark, at } }));
}

/** The value a key gives a point; null takes the rating away, undefined when it is no such key. */
function valueAfter(event: KeyboardEvent, mark: PointMark): number | null | undefined {
  const digit = digitOf(event) ?? event.key;
  if (/^[0-5]$/.test(digit) && !event.shiftKey) return digit === '0' ? null : Number(digit) - 3;
  return steps[event.key]?.(mark.value);
}
