/**
 * How much the drawn things tell at a zoom (look, section 8), and their items at that detail.
 * Cards are redrawn by layout; for the rest the full drawing is thinned here. Results are remembered per group, so
 * an unchanged group gives the same items again.
 */
import type { Detail, SceneGroup, SceneItem } from '../layout/scene.ts';

/** 100 to 61 %, 60 to 31 %, 30 % and less. */
export function detailAt(zoom: number): Detail {
  if (zoom > 0.605) return 'full';
  return zoom > 0.305 ? 'titles' : 'blocks';
}

const thinned = new WeakMap<SceneGroup, Partial<Record<Detail, readonly SceneItem[]>>>();

/** The items of a group that is not a card, at a detail. */
export function itemsAtDetail(group: SceneGroup, detail: Detail): readonly SceneItem[] {
  if (detail === 'full') return group.items;
  const known = thinned.get(group) ?? {};
  const items = known[detail] ?? thin(group, detail);
  known[detail] = items;
  thinned.set(group, known);
  return items;
}

function thin(group: SceneGroup, detail: 'titles' | 'blocks'): readonly SceneItem[] {
  switch (group.role) {
    case 'link':
      return detail === 'blocks' ? [] : group.items.filter((item) => item.kind === 'path');
    case 'emotion-curve':
      return detail === 'titles'
        ? group.items.map((item) => thicker(item, 1.55, 1.3))
        : group.items.filter((item) => item.kind === 'path' || item.kind === 'clip').map((item) => thicker(item, 4, 1));
    case 'moment':
    case 'sieve':
    case 'metric':
    case 'channel-row':
    case 'media-row':
    case 'blueprint-line':
      return detail === 'blocks' ? group.items.filter((item) => item.kind !== 'text' && item.kind !== 'emoji') : group.items;
    default:
      return group.items;
  }
}

function thicker(item: SceneItem, stroke: number, size: number): SceneItem {
  switch (item.kind) {
    case 'path':
      // Hair rules and water lines stay fine; only the curves themselves are drawn to be seen from afar.
      return item.stroke && item.stroke.width >= 2 ? { ...item, stroke: { ...item.stroke, width: item.stroke.width * stroke } } : item;
    case 'circle':
      return { ...item, r: item.r * size };
    case 'clip':
      return { ...item, items: item.items.map((inner) => thicker(inner, stroke, size)) };
    default:
      return item;
  }
}
