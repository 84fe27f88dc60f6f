/** The six templates as maps, for tests that want real journeys. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMapText } from '../../src/model/parseMap.ts';

const folder = path.resolve(import.meta.dirname, '../../public/templates');

export const templates: readonly { readonly name: string; readonly map: JourneyMap }[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => {
    const parsed = parseMapText(readFileSync(path.join(folder, file), 'utf8'));
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.reasons[0])}`);
    return { name: file.replace(/\.json$/, ''), map: parsed.map };
  });
