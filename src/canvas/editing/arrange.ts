/** What the table's actions do with the selection as a whole: align and distribute, lock, take frames away. */
import { alignedCards, evenly, type Alignment } from '../../layout/align.ts';
import type { ElementPlace, FreeElement } from '../../model/journeyMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { select } from '../selection.ts';
import { accept, editingOf, say, wordsOf } from './answers.ts';
import type { Choice } from './choices.ts';
import { editingStore } from './editingStore.ts';
import { isLocked } from '../locked.ts';

const alignments: readonly Alignment[] = [
  'left',
  'centre',
  'right',
  'top',
  'middle',
  'bottom',
  'across',
  'down',
];

export function alignChoices(session: MapSession): readonly Choice[] {
  const words = wordsOf(session).alignments;
  return alignments.map((alignment) => ({
    id: alignment,
    label: words[alignment],
    run: () => alignSelection(session, alignment),
  }));
}

/** Cards along time and rows, free elements by their edges; one step. */
export function alignSelection(session: MapSession, alignment: Alignment): void {
  const { projection, screen } = session;
  const ids = screen.getState().selection;
  const { places, row, lower } = alignedCards(projection.getState().journey, ids, alignment);
  const elements = alignedElements(
    [...ids].flatMap((id) => projection.find('elements', id) ?? []),
    alignment,
  );
  const count = places.size + elements.size;
  const { commands } = editingOf(session);
  if (count > 0 && !accept(session, commands.move({ touchpoints: places, elements }, 'align'))) return;
  const { said } = wordsOf(session);
  // What could not be done is shown as well as said: one would look for it in vain.
  if (lower > 0) say(said.alignedLower(count, lower));
  else announce(row === null || count === 0 ? said.aligned(count) : said.alignedInRow(count, row + 1));
}

/** New places of free elements; those of each side by themselves, as nothing is measured across the corner. */
export function alignedElements(
  elements: readonly FreeElement[],
  alignment: Alignment,
): ReadonlyMap<string, ElementPlace> {
  const places = new Map<string, ElementPlace>();
  const isAcross = ['left', 'centre', 'right', 'across'].includes(alignment);
  const [start, size] = isAcross ? (['x', 'width'] as const) : (['y', 'height'] as const);
  for (const sideOf of ['below', 'right'] as const) {
    const group = elements.filter(({ side, locked }) => side === sideOf && !locked);
    if (group.length === 0) continue;
    const first = Math.min(...group.map((element) => element[start]));
    const last = Math.max(...group.map((element) => element[start] + element[size]));
    const ordered = group.toSorted((a, b) => a[start] + a[size] / 2 - (b[start] + b[size] / 2));
    const middles = evenly(middleOf(ordered[0]), middleOf(ordered.at(-1)), ordered.length);
    ordered.forEach((element, index) => {
      const at = Math.round(startFor(element, middles[index] ?? middleOf(element)));
      if (at === element[start]) return;
      const { side, x, y, width, height } = element;
      places.set(element.id, { side, x, y, width, height, [start]: at });
    });
    function startFor(element: FreeElement, middle: number): number {
      if (alignment === 'left' || alignment === 'top') return first;
      if (alignment === 'right' || alignment === 'bottom') return last - element[size];
      if (alignment === 'centre' || alignment === 'middle') return (first + last - element[size]) / 2;
      return middle - element[size] / 2;
    }
    function middleOf(element: FreeElement | undefined): number {
      return element ? element[start] + element[size] / 2 : 0;
    }
  }
  return places;
}

/** Locks the selection when anything of it is free, else unlocks it. */
export function toggleLock(session: MapSession): void {
  const { projection, screen } = session;
  const ids = [...screen.getState().selection];
  const locked = ids.some((id) => !isLocked(projection, id));
  if (!accept(session, editingOf(session).commands.lock(ids, locked))) return;
  const { said } = wordsOf(session);
  announce(locked ? said.lockedNow(ids.length) : said.unlockedNow(ids.length));
}

export function lockStructure(session: MapSession, locked: boolean): void {
  if (!accept(session, editingOf(session).commands.lockStructure(locked))) return;
  const { said } = wordsOf(session);
  announce(locked ? said.structureLocked : said.structureUnlocked);
}

/** The selected frames go, what lay in them stays and is selected. */
export function takeFramesAway(session: MapSession): void {
  const { projection, screen } = session;
  const ids = [...screen.getState().selection];
  const frames = ids.filter((id) => projection.find('elements', id)?.kind === 'frame');
  if (!accept(session, editingOf(session).commands.remove(frames))) return;
  select(
    session,
    ids.filter((id) => !frames.includes(id)),
  );
  announce(wordsOf(session).said.deleted(frames.length));
}

/** Asks where the selection shall go. */
export function openMove(): void {
  editingStore.setState({ moving: true });
}
