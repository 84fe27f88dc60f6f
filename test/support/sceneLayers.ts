/** What is left out of a scene on purpose, to prove that a picture without it is caught; and how pixels are compared for that. */
import type { PNG } from 'pngjs';
import type { SceneGroup, SceneItem } from '../../src/layout/scene.ts';

/** What is looked for together lies nowhere over each other. */
const layers = {
  links: ['link'],
  marks: ['touchpoint', 'emotion-curve', 'moment'],
  texts: ['text'],
  images: ['image'],
} as const;
export type Layer = keyof typeof layers;

const isIn = (layer: Layer, name: string): boolean => (layers[layer] as readonly string[]).includes(name);
const isOfItems = (layer: Layer): boolean => layer === 'texts' || layer === 'images';

/** Whether a group has something of a layer to show. */
export function shows({ role, items }: SceneGroup, layer: Layer): boolean {
  return isOfItems(layer)
    ? items.some(({ kind }) => isIn(layer, kind))
    : isIn(layer, role) && items.length > 0;
}

/** The groups without one layer. */
export function without(groups: readonly SceneGroup[], layer: Layer): SceneGroup[] {
  const keep = (items: readonly SceneItem[]): SceneItem[] =>
    items.flatMap((item): SceneItem[] => {
      if (isIn(layer, item.kind)) return [];
      return item.kind === 'clip' ? [{ ...item, items: keep(item.items) }] : [item];
    });
  return isOfItems(layer)
    ? groups.map((group) => ({ ...group, items: keep(group.items) }))
    : groups.filter(({ role }) => !isIn(layer, role));
}

/** Pixels as RGBA. */
export type Picture = Pick<PNG, 'width' | 'height' | 'data'>;

/** How unlike two pixels are, the channels together. */
export function apart(a: Picture, at: number, b: Picture, on: number): number {
  return (
    Math.abs((a.data[at] ?? 0) - (b.data[on] ?? 0)) +
    Math.abs((a.data[at + 1] ?? 0) - (b.data[on + 1] ?? 0)) +
    Math.abs((a.data[at + 2] ?? 0) - (b.data[on + 2] ?? 0))
  );
}
