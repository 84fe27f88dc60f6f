/**
 * The logo in a title block: as large as its place lets it be, in its own proportions. Its bytes are not here; whoever
 * draws the scene has them (storedImages.ts), and where the picture cannot be had its place says whose it is.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Paint } from '../theme/colours.ts';
import type { SceneItem } from './scene.ts';
import { storedImage } from './storedImages.ts';
import { textBlock } from './textBlock.ts';

export interface DrawnLogo {
  /** (0, 0) is its upper left corner. */
  readonly items: readonly SceneItem[];
  readonly width: number;
  readonly height: number;
}

/** Logos are made for light paper: they have some of it under them on a dark sheet, too. */
const plate: Paint = '#faf8f3';
/** As dark as it is on light paper. */
const onPlate: Paint = '#4b5560';
const rim = 4;

/** The logo of a map within a size; null when it has none. */
export function drawLogo(
  { map, brand }: Pick<JourneyMap, 'map' | 'brand'>,
  most: { readonly width: number; readonly height: number },
): DrawnLogo | null {
  if (!map.logo) return null;
  const { image } = map.logo;
  const scale = Math.min((most.width - 2 * rim) / map.logo.width, (most.height - 2 * rim) / map.logo.height);
  const width = map.logo.width * scale;
  const height = map.logo.height * scale;
  const name = textBlock(brand?.name ?? '', {
    role: 'goal',
    fill: onPlate,
    x: rim,
    y: rim + Math.min(height, height / 2 + 5),
    width,
    mostLines: 1,
  });
  const picture: SceneItem = {
    kind: 'image',
    x: rim,
    y: rim,
    width,
    height,
    href: storedImage(image),
    ...(name.lines > 0 ? { missing: name.items } : {}),
  };
  const whole = { width: width + 2 * rim, height: height + 2 * rim };
  return { items: [{ kind: 'rect', x: 0, y: 0, ...whole, fill: plate }, picture], ...whole };
}
