/** How many Chinese characters fonts inside a file must hold, before it is made: each counts once for each cut it is set in. */
import type { Font, Scene, SceneItem } from '../layout/scene.ts';

const han = /\p{Script=Han}/gu;

export function countCharacters(sheets: readonly Scene[]): number {
  const cuts = new Map<string, Set<string>>();
  const add = (text: string, { face, weight }: Pick<Font, 'face' | 'weight'>): void => {
    const key = `${face} ${weight}`;
    let cut = cuts.get(key);
    if (!cut) cuts.set(key, (cut = new Set()));
    for (const character of text.match(han) ?? []) cut.add(character);
  };
  const look = (items: readonly SceneItem[]): void => {
    for (const item of items) {
      if (item.kind === 'text') add(item.text, item.font);
      else if (item.kind === 'clip') look(item.items);
    }
  };
  for (const { groups } of sheets) for (const { items } of groups) look(items);
  return [...cuts.values()].reduce((sum, cut) => sum + cut.size, 0);
}
