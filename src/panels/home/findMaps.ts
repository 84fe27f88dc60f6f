/** Search among the maps of this device: every word must stand in title, stage names or touchpoint titles (U60: full-width = half-width). */
import { plainText, searchWords } from '../../model/searchText.ts';
import type { DeviceMap } from '../../state/deviceMaps.ts';

export function findMaps(maps: readonly DeviceMap[], text: string): readonly DeviceMap[] {
  const words = searchWords(text);
  if (words.length === 0) return maps;
  return maps.filter((map) => {
    const hay = plainText(`${map.title} ${map.words}`);
    return words.every((word) => hay.includes(word));
  });
}
