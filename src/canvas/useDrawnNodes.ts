/**
 * The nodes React Flow gets: the window of touchpoints and cells around the view, as node objects that keep their
 * identity while nothing about them changes. Work per change is the window (about a hundred), never the map.
 */
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { MapLayout } from '../layout/mapLayout.ts';
import { changedSince } from '../layout/patchLayout.ts';
import {
  useMapSession,
  useProjection,
  useScreen,
  type Projection,
  type ProjectionState,
} from '../state/mapSession.ts';
import { canvasWords, type CanvasWords } from '../words/canvas.ts';
import { useItemsAt, type ItemsOf } from './detail.ts';
import { focusWanted, subscribeFocusWanted } from './focusRecord.ts';
import { mostInHand } from './inHand.ts';
import { createNodeMaker, type DrawnNode, type NodeSource } from './nodes.ts';
import { indexLinks, nameCell, nameTouchpoint, type LinkIndex } from './spokenName.ts';
import { useFewAtATime } from './useFewAtATime.ts';
import { useRestingView } from './useCamera.ts';
import { chooseWindow } from './windowOfNodes.ts';

export function useDrawnNodes(): DrawnNode[] {
  const { projection, presence } = useMapSession();
  const [relevant] = useState(createRelevance);
  const layout = useProjection(relevant.layoutOf);
  const links = useProjection((state) => state.journey.links);
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
  const [makeNodes] = useState(createNodeMaker);
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
  // A layout with other words keeps these four, and the window needs no choosing.
  const { sequence, cards, cells, elements } = layout;
  const wanted = useMemo(
    () => chooseWindow({ sequence, cards, cells, elements }, visible, detail, keep),
    [sequence, cards, cells, elements, visible, detail, keep],
  );
  const ids = useFewAtATime(wanted, keep);
  relevant.mount(ids, linkIndex);
  return useMemo(() => {
    const words = canvasWords[language];
    // What was of no interest to the nodes before may be to these.
    const latest = layout && projection.getState().layout;
    const sources = ids.flatMap((id) => sourceOf(id, latest, projection, linkIndex, words, itemsOf) ?? []);
    const spoken = (source: NodeSource): NodeSource => {
      if (dimming?.out.has(source.id)) return { ...source, label: dimming.spoken(source.label) };
      const more = [overlaid, marked].flatMap((one) => one?.spoken(source.id, language) || []);
      return more.length === 0 ? source : { ...source, label: [source.label, ...more].join('. ') };
    };
    return makeNodes(dimming || overlaid || marked ? sources.map(spoken) : sources);
  }, [layout, ids, itemsOf, dimming, overlaid, marked, language, linkIndex, projection, makeNodes]);
}

/** Tells layouts apart only where the mounted nodes differ: their drawing, or a name that is spoken with theirs. */
interface Relevance {
  readonly layoutOf: (state: ProjectionState) => MapLayout;
  /** What is mounted now. */
  mount(ids: readonly string[], links: LinkIndex): void;
}

function createRelevance(): Relevance {
  let told: MapLayout | null = null;
  let latest: MapLayout | null = null;
  let mounted: ReadonlySet<string> = new Set();
  let mountedIds: readonly string[] = [];
  let links: LinkIndex = { out: new Map(), into: new Map() };
  const concerns = (id: string): boolean =>
    mounted.has(id) ||
    (links.out.get(id)?.some(({ to }) => mounted.has(to)) ?? false) ||
    (links.into.get(id)?.some(({ from }) => mounted.has(from)) ?? false);
  return {
    layoutOf({ layout }) {
      if (told === null || layout !== latest) {
        const changed = changedSince(layout, latest);
        const isOurs = changed?.some(({ after }) => after.recordId !== undefined && concerns(after.recordId));
        if (told === null || (isOurs ?? true)) told = layout;
        latest = layout;
      }
      return told;
    },
    mount(ids, index) {
      links = index;
      if (ids === mountedIds) return;
      mountedIds = ids;
      mounted = new Set(ids);
    },
  };
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
