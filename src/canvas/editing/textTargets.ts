/**
 * The text that is open for typing on the canvas: whose it is, where its box lies, how Enter behaves, and whether it is
 * a live text two people may type in at once (long texts) or one that is written when it is committed (titles, names).
 */
import type { EditableCollection } from '../../document/commands.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box } from '../../layout/scene.ts';
import type { ElementKind } from '../../model/journeyMap.ts';
import type { EditingWords } from '../../words/editing.ts';

export interface TextTarget {
  readonly collection: EditableCollection;
  readonly id: string;
  readonly field: string;
  /** In map units; stage and lane names lie on the frozen heads instead. */
  readonly box: Box;
  readonly look: 'card' | 'delivery' | 'note' | 'bold' | 'label' | 'head' | 'sticky' | 'text' | 'frame';
  /** Enter breaks the line instead of committing (U25). */
  readonly multiline: boolean;
  readonly live: boolean;
  /** UTF-16 units. */
  readonly limit: number;
}

const titleLimit = 120;
const textLimit = 400;

export function textTarget(
  layout: MapLayout,
  collection: EditableCollection,
  id: string,
  field: string,
): TextTarget | null {
  const base = { collection, id, field, multiline: false, live: false, limit: titleLimit } as const;
  const card = layout.cards.get(id);
  if (card) {
    const journey = card.kind === 'journey';
    const box = journey
      ? { x: card.x + 42, y: card.y + 5, width: card.width - 48, height: 44 }
      : { x: card.x + 6, y: card.y + 4, width: card.width - 12, height: card.height - 8 };
    return { ...base, box, look: journey ? 'card' : 'delivery' };
  }
  const cell = layout.cells.get(id);
  if (cell) {
    const note = cell.collection === 'insights';
    const box = { x: cell.x, y: cell.y, width: cell.width, height: Math.max(36, cell.height) };
    return {
      ...base,
      box,
      look: note ? 'note' : 'bold',
      multiline: note,
      live: note,
      limit: note ? textLimit : titleLimit,
    };
  }
  const element = layout.elements.get(id);
  if (element) return { ...elementTarget(element.kind, element), id, live: true };
  const link = layout.links.find((shape) => shape.id === id);
  if (link) {
    const at = link.labelAt ?? { x: link.box.x + link.box.width / 2, y: link.box.y + link.box.height / 2 };
    return { ...base, box: { x: at.x - 70, y: at.y - 14, width: 140, height: 28 }, look: 'label' };
  }
  const stage = layout.stages.find((column) => column.id === id);
  if (stage) return { ...base, box: { x: stage.x, y: 0, width: stage.width, height: 0 }, look: 'head' };
  const lane = layout.lanes.find((row) => row.id === id);
  if (lane) return { ...base, box: { x: 0, y: lane.y, width: 0, height: lane.height }, look: 'head' };
  return null;
}

/** The text of a free element, there or not yet made. */
export function elementTarget(kind: ElementKind, { x, y, width, height }: Box): TextTarget {
  const inset = kind === 'text' ? 0 : 7;
  const isFrame = kind === 'frame';
  return {
    collection: 'elements',
    id: '',
    field: 'text',
    box: {
      x: x + inset,
      y: y + inset,
      width: width - 2 * inset,
      height: isFrame ? 32 : Math.max(24, height - 2 * inset),
    },
    look: kind === 'note' || kind === 'image' ? 'sticky' : kind,
    multiline: !isFrame,
    live: false,
    limit: textLimit,
  };
}

export function labelOf(target: Pick<TextTarget, 'collection'>, words: EditingWords): string {
  switch (target.collection) {
    case 'insights':
      return words.noteText;
    case 'elements':
      return words.kinds.elements;
    case 'links':
      return words.linkLabel;
    case 'stages':
      return words.stageName;
    case 'lanes':
      return words.laneName;
    default:
      return words.titleOf;
  }
}
