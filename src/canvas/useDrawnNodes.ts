/**
 * The nodes React Flow gets: the window of touchpoints and cells around the view, as node objects that keep their
 * identity while nothing about them changes. Work per change is the window (about a hundred), never the map; where only
 * words change, the cards concerned.
 */
import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Change } from '../layout/patchedList.ts';
import { changedSince } from '../layout/patchLayout.ts';
import { useMapSession, useOutline, useScreen, type Projection } from '../state/mapSession.ts';
import { canvasWords, type CanvasWords } from '../words/canvas.ts';
import { useItemsAt, type ItemsOf } from './detail.ts';
import { focusWanted, subscribeFocusWanted } from './focusRecord.ts';
import { mostInHand } from './inHand.ts';
import { createNodeMaker, type DrawnNode, type NodeSource } from './nodes.ts';
import { indexLinks, nameCell, nameTouchpoint, type LinkIndex } from './spokenName.ts';
import { useFewAtATime } from './useFewAtATime.ts';
import { useRestingView } from './useRestingView.ts';
import { useGeometry } from './useShownLayout.ts';
import { chooseWindow } from './windowOfNodes.ts';

export function useDrawnNodes(): DrawnNode[] {
  const { projection, presence } = useMapSession();
  const layout = useGeometry();
  const links = useOutline((state) => state.journey.links);
  const language = useScreen((state) => state.language);
  const selection = useScreen((state) => state.selection);
  const editingId = useScreen((state) => state.editing?.id ?? null);
  const draggedIds = useScreen((state) => state.drag?.ids ?? null);
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const focusedId = useSyncExternalStore(subscribeFocusWanted, focusWanted);
  const { visible, detail } = useRestingView();
  const itemsOf = useItemsAt(detail);
  const dimming = useScreen((state) => state.dimming);
  const overlaid = useScreen((state) => state.overlaid);
  const marked = useScreen((state) => state.marked);
  const [nodes] = useState(createNodeMaker);
  const linkIndex = useMemo(() => indexLinks(links), [links]);

  const draggedByOthers = others.flatMap(({ drag }) => drag?.ids ?? []).join(' ');
  const keep = useMemo(
    () =>
      new Set([
        ...(editingId ? [editingId] : []),
        ...(focusedId ? [focusedId] : []),
        ...few(draggedIds ?? []),
        ...few(draggedByOthers.split(' ')),
        ...few([...selection]),
      ]),
    [selection, editingId, focusedId, draggedIds, draggedByOthers],
  );
  const { sequence, cards, cells, elements } = layout;
  const wanted = useMemo(
    () => chooseWindow({ sequence, cards, cells, elements }, visible, detail, keep),
    [sequence, cards, cells, elements, visible, detail, keep],
  );
  const ids = useFewAtATime(wanted, keep);
  const sourceFor = useCallback(
    (id: string): NodeSource | null => {
      const latest = projection.getState().layout;
      const source = sourceOf(id, latest, projection, linkIndex, canvasWords[language], itemsOf);
      if (!source || !(dimming || overlaid || marked)) return source;
      if (dimming?.out.has(id)) return { ...source, label: dimming.spoken(source.label) };
      const more = [overlaid, marked].flatMap((one) => one?.spoken(id, language) || []);
      return more.length === 0 ? source : { ...source, label: [source.label, ...more].join('. ') };
    },
    [projection, linkIndex, language, itemsOf, dimming, overlaid, marked],
  );
  useLayoutEffect(
    () =>
      projection.subscribe((state, before) => {
        const changed = changedSince(state.layout, before.layout) ?? [];
        for (const id of concerned(changed, linkIndex)) nodes.reword(id, sourceFor);
      }),
    [projection, linkIndex, sourceFor, nodes],
  );
  return useMemo(
    () => (layout ? nodes.make(ids.flatMap((id) => sourceFor(id) ?? [])) : []),
    [layout, ids, sourceFor, nodes],
  );
}

/** What only got other words, and what names it, as it is linked with it. */
function concerned(changed: readonly Change[], { out, into }: LinkIndex): ReadonlySet<string> {
  const ids = changed.flatMap(({ after }) => after.recordId ?? []);
  return new Set(
    ids.flatMap((id) => [
      id,
      ...(out.get(id) ?? []).map(({ to }) => to),
      ...(into.get(id) ?? []).map(({ from }) => from),
    ]),
  );
}

/** Many at once stay drawn: mounting them all would be felt, and nobody can have them all in hand. */
function few(ids: readonly string[]): readonly string[] {
  return ids.length > mostInHand ? [] : ids;
}

function sourceOf(
  id: string,
  layout: MapLayout,
  projection: Projection,
  links: LinkIndex,
  words: CanvasWords,
  itemsOf: ItemsOf,
): NodeSource | null {
  const group = layout.groupOf.get(id);
  if (!group) return null;
  const card = layout.cards.get(id);
  if (card) {
    const touchpoint = projection.find('touchpoints', id);
    if (!touchpoint) return null;
    return {
      id,
      box: card,
      origin: group.origin,
      items: itemsOf(group),
      label: nameTouchpoint(touchpoint, card.address, projection, links, layout.stages, words),
      collection: 'touchpoints',
      address: card.address,
    };
  }
  const element = layout.elements.get(id);
  if (element) {
    const record = projection.find('elements', id);
    if (!record) return null;
    return {
      id,
      box: element,
      origin: group.origin,
      items: itemsOf(group),
      label: words.elementIs(
        words.elements[element.kind],
        record.text || words.untitled,
        words.sides[element.side],
      ),
      collection: 'elements',
      address: '',
    };
  }
  const cell = layout.cells.get(id);
  if (!cell) return null;
  const record = projection.find(cell.collection, id);
  if (!record) return null;
  const address = addressOf(layout, cell.stageId, cell.laneId);
  return {
    id,
    box: cell,
    origin: group.origin,
    items: itemsOf(group),
    label: nameCell(
      cell,
      'text' in record ? record.text : record.title,
      address,
      projection,
      layout.stages,
      words,
    ),
    collection: cell.collection,
    address,
  };
}

/** Stage letter and lane number, "C2". */
export function addressOf(layout: MapLayout, stageId: string, laneId: string): string {
  const letter = layout.stages.find(({ id }) => id === stageId)?.letter ?? '';
  return `${letter}${layout.lanes.find(({ id }) => id === laneId)?.number ?? ''}`;
}
