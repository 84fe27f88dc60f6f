/** A template's facts and picture, from its own file; fetched and laid out once a visit. */
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import type { Scene } from '../../layout/scene.ts';
import { layoutThumbnail } from '../../layout/thumbnail.ts';
import { parseMapText } from '../../model/parseMap.ts';
import { templatePicturePx } from './pictureSizes.ts';
import type { TemplateName } from './templates.ts';

export interface TemplateFacts {
  readonly title: string;
  readonly stages: number;
  readonly scene: Scene;
}

const known = new Map<TemplateName, Promise<TemplateFacts>>();

export function readTemplate(name: TemplateName): Promise<TemplateFacts> {
  const before = known.get(name);
  if (before) return before;
  const reading = read(name);
  known.set(name, reading);
  // The next visit of the page may have more luck.
  reading.catch(() => known.delete(name));
  return reading;
}

async function read(name: TemplateName): Promise<TemplateFacts> {
  const response = await fetch(`/templates/${name}.json`);
  const parsed = parseMapText(await response.text());
  if (!parsed.ok) throw new Error(`template ${name} is not valid`);
  const journey = parsed.map;
  const layout = layoutMap(journey, layoutOptionsFor(journey));
  return {
    title: journey.map.title,
    stages: journey.stages.length,
    scene: layoutThumbnail(journey, layout, 'profile', templatePicturePx.width, templatePicturePx.height),
  };
}
