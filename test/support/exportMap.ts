/**
 * The map that exports are measured with: cards in English and Chinese, a link from each to the next, and a picture beside
 * the map for every tenth card, each of ten pictures several times. Always the same.
 */
import { PNG } from 'pngjs';
import { storedImage } from '../../src/layout/storedImages.ts';
import type { FreeElement, JourneyMap, Link } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { largeMap } from './largeMap.ts';

const differentPictures = 10;
const pictureSize = { width: 240, height: 160 } as const;
/** Pixels of the picture's file for one of them: as small as a portrait. */
const grain = 2;

export function exportMap(cards: number): {
  readonly map: JourneyMap;
  readonly pictures: ReadonlyMap<string, string>;
} {
  const parsed = parseMap(largeMap(cards));
  if (!parsed.ok) throw new Error('the large map is no map');
  const { map } = parsed;
  const links = map.touchpoints.map((touchpoint, index): Link => {
    const next = map.touchpoints[(index + 1) % map.touchpoints.length] ?? touchpoint;
    return { ...defaultsOf('links'), id: `k${index}`, from: touchpoint.id, to: next.id };
  });
  const count = Math.floor(cards / 10);
  const hashes = Array.from({ length: differentPictures }, (_, index) =>
    String(index).repeat(64).slice(0, 64),
  );
  const elements = Array.from({ length: count }, (_, index): FreeElement => ({
    ...defaultsOf('elements'),
    id: `e${index}`,
    kind: 'image',
    text: `Picture ${index}`,
    image: hashes[index % hashes.length] ?? null,
    side: 'below',
    x: (index % 40) * (pictureSize.width + 20),
    y: Math.floor(index / 40) * (pictureSize.height + 20),
    ...pictureSize,
  }));
  const pictures = new Map(hashes.map((hash, index) => [storedImage(hash), picture(index)]));
  const withDate = {
    ...map.map,
    createdAt: '2025-03-01T09:00:00.000Z',
    updatedAt: '2025-03-01T09:00:00.000Z',
  };
  return { map: { ...map, map: withDate, links, elements }, pictures };
}

/** A drawing with some detail, as a data address. */
function picture(seed: number): string {
  const png = new PNG({ width: pictureSize.width / grain, height: pictureSize.height / grain });
  for (let y = 0; y < png.height; y += 1)
    for (let x = 0; x < png.width; x += 1) {
      const at = 4 * (y * png.width + x);
      const wave = Math.round(Math.sin((x + seed * 13) / 17) + Math.cos((y - seed * 7) / 11));
      png.data.set([128 + 60 * wave, 40 + seed * 20, 155 - 50 * wave, 255], at);
    }
  return `data:image/png;base64,${PNG.sync.write(png).toString('base64')}`;
}
