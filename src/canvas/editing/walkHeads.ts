/**
 * Arrow keys among the heads, which belong to the one tab stop of the canvas (U7): stages from left to right, lanes from
 * top to bottom, the button that adds one at the end, from the first of one to the first of the other around the
 * corner, and back into the map to what lies in the stage or lane.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { MapSession } from '../../state/mapSession.ts';
import type { Structure } from '../actionRow.ts';
import { readingOrder } from '../boxes.ts';
import { focusRecord } from '../focusRecord.ts';
import { focusedHead, focusHead } from '../heads.ts';

const steps = {
  stages: { ArrowLeft: -1, ArrowRight: 1 },
  lanes: { ArrowUp: -1, ArrowDown: 1 },
} as const satisfies Record<Structure, Readonly<Record<string, number>>>;
const inward = { stages: 'ArrowDown', lanes: 'ArrowRight' } as const;
const around = { stages: 'lanes', lanes: 'stages' } as const;

/** Listens inside the canvas; gives back its undoing. */
export function walkHeads({ projection }: MapSession, frame: HTMLElement): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const head = focusedHead();
    const on = head?.on ?? addsOf(target);
    if (!on) return;
    const { layout } = projection.getState();
    const ids = layout[on].map(({ id }) => id);
    const at = head ? ids.indexOf(head.id) : ids.length;
    if (key === inward[on]) {
      event.preventDefault();
      goIn(layout, on, ids[Math.min(at, ids.length - 1)], frame);
      return;
    }
    const ways: Readonly<Record<string, number>> = { ...steps[on], Home: -at, End: ids.length - 1 - at };
    const step = ways[key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ids[at + step];
    if (next !== undefined) focusHead(on, next);
    else if (step > 0) frame.querySelector<HTMLElement>(`[data-act="add-${on.slice(0, -1)}"]`)?.focus();
    else focusHead(around[on], layout[around[on]][0]?.id ?? '');
  };
  frame.addEventListener('keydown', handleKey);
  return () => frame.removeEventListener('keydown', handleKey);
}

/** To the first thing that lies in a stage or lane, else to the canvas itself. */
function goIn(layout: MapLayout, on: Structure, id: string | undefined, frame: HTMLElement): void {
  const field = on === 'stages' ? 'stageId' : 'laneId';
  const first = readingOrder(layout).find(
    (one) => (layout.cards.get(one) ?? layout.cells.get(one))?.[field] === id,
  );
  if (first === undefined) frame.querySelector<HTMLElement>('[data-focus-home]')?.focus();
  else focusRecord(layout, first);
}

function addsOf({ dataset }: HTMLElement): Structure | null {
  return dataset['act'] === 'add-stage' ? 'stages' : dataset['act'] === 'add-lane' ? 'lanes' : null;
}
