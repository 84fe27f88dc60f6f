/**
 * Other words on a card that is mounted: its element shows them, and lies over its own drawing on the underlay. That is
 * drawn when the map has been quiet for a moment, the camera moves or the element goes, not with every change, as nobody
 * can see it.
 */
import type { Change } from '../layout/patchedList.ts';
import type { Box } from '../layout/scene.ts';
import { createQuiet } from '../state/frame.ts';
import { cardElement, offsetOf } from './cardOffsets.ts';

/** Shorter than it takes to look at a card and move it away. */
const quietMs = 250;

export interface Covered {
  /** What lies under a card is to be drawn. */
  add(change: Change): void;
  /** Whether something of a record waits. */
  has(recordId: string): boolean;
  /** What is to be drawn until now; whoever takes it draws it. */
  take(): readonly Box[];
  stop(): void;
}

/** `onQuiet`: nothing was added for a moment. */
export function createCovered(onQuiet: () => void): Covered {
  let boxes = new Map<string | undefined, Box>();
  const quiet = createQuiet(onQuiet, quietMs);
  return {
    add({ after }) {
      boxes.set(after.recordId, after.box);
      quiet.wait();
    },
    has: (recordId) => boxes.has(recordId),
    take() {
      if (boxes.size === 0) return [];
      const taken = [...boxes.values()];
      boxes = new Map();
      quiet.stop();
      return taken;
    },
    stop: () => quiet.stop(),
  };
}

/** Whether a mounted card hides how its drawing has changed. Cards are solid; notes and free elements need not be. */
export function isCovered({ before, after }: Change): boolean {
  const { role, recordId } = after;
  if (role !== 'touchpoint' || recordId === undefined || !isSameBox(before.box, after.box)) return false;
  return cardElement(recordId) !== undefined && offsetOf(recordId) === undefined;
}

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
