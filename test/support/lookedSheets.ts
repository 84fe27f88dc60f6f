/**
 * The sheets that other programs are shown: each template, and maps of 10, 200 and 1,000 cards with pictures, in both
 * themes; and what each place of them is compared with (knownPlaces.ts).
 */
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import type { Scene } from '../../src/layout/scene.ts';
import type { Theme } from '../../src/theme/colours.ts';
import { exportMap } from './exportMap.ts';
import { lacking, type Looked } from './knownPlaces.ts';
import { templates } from './templates.ts';

/** Pixels across the largest picture, a map unit of most, and of those whose single lines are to be told apart. */
const mostAcross = 3600;
const usualScale = 0.5;
const smallScale = 1;
/** A scene is small up to this width, in map units. */
const smallWidth = 2000;

type Images = ReadonlyMap<string, string>;
export interface Sheet {
  readonly name: string;
  readonly theme: Theme;
  readonly scene: Scene;
  readonly images: Images;
}

const maps = [
  ...templates.map(({ name, map }) => ({ name, map, pictures: new Map() as Images })),
  ...[10, 200, 1000].map((cards) => ({ name: `${cards} cards`, ...exportMap(cards) })),
];
export const sheets = maps.flatMap(({ name, map, pictures: images }) => {
  const [scene] = layoutSheets(map, chooseOptions({}));
  return (['light', 'dark'] as const).map((theme): Sheet => ({
    name: `${name}, ${theme}`,
    theme,
    scene,
    images,
  }));
});

/** A scene without something. */
export const bareOf = (scene: Scene, ...gone: readonly Looked[]): Scene => ({
  ...scene,
  groups: gone.reduce((groups, what) => lacking(groups, what), [...scene.groups]),
});
/** What each place is compared with: what lies over each other is not gone from the same picture. */
export const bare = {
  shapes: (scene: Scene) => bareOf(scene, 'links', 'marks', 'images'),
  grounds: (scene: Scene) => bareOf(scene, 'areas', 'texts'),
};
export const bareFor = (what: Looked) => (what === 'areas' || what === 'texts' ? 'grounds' : 'shapes');

/** Pixels a map unit of a sheet's picture. */
export const scaleOf = ({ scene: { width } }: Sheet) =>
  width <= smallWidth ? smallScale : Math.min(usualScale, mostAcross / width);
