/** Search among the maps of this device: every word must stand in title, stage names or touchpoint titles (U60: full-width = half-width). */
import type { DeviceMap } from '../../state/deviceMaps.ts';

export function findMaps(maps: readonly DeviceMap[], text: string): readonly DeviceMap[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return maps;
  return maps.filter((map) => {
    const hay = plain(`${map.title} ${map.words}`);
    return words.every((word) => hay.includes(word));
  });
}

/** Compatibility forms folded, case ignored. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}
