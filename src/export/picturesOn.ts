/** How much the stored pictures on sheets weigh, before a file is made of them. */
import type { Scene, SceneItem } from '../layout/scene.ts';
import type { StoredPictures } from './fileFormats.ts';

export interface PictureWeight {
  /** Of the pictures themselves, each once. */
  readonly bytes: number;
  /** As text inside an SVG, which holds a picture once for each size that it is shown in. */
  readonly characters: number;
  /** Of the first sheet they cover so much, in square map units; each time that one is shown counts. */
  readonly area: number;
}

/** Only pictures that are shown count; on several sheets a picture counts as text for each of them. */
export function weighPictures(sheets: readonly Scene[], stored: StoredPictures): PictureWeight {
  const names = new Set<string>();
  let characters = 0;
  let area = 0;
  for (const [at, { groups }] of sheets.entries()) {
    const shown = new Map<string, string>();
    const look = (items: readonly SceneItem[]): void => {
      for (const item of items) {
        if (item.kind === 'clip') look(item.items);
        else if (item.kind === 'image') {
          shown.set(`${item.width} ${item.height} ${item.href}`, item.href);
          if (at === 0 && stored.has(item.href)) area += item.width * item.height;
        }
      }
    };
    for (const { items } of groups) look(items);
    for (const name of shown.values()) {
      const address = stored.get(name);
      if (address === undefined) continue;
      names.add(name);
      characters += address.length;
    }
  }
  const bytes = [...names].reduce((sum, name) => sum + bytesOf(stored.get(name) ?? ''), 0);
  return { bytes, characters, area };
}

/** Base64 has four characters for three bytes. */
function bytesOf(address: string): number {
  return ((address.length - address.indexOf(',') - 1) * 3) / 4;
}
