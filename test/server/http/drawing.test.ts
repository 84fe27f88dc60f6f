/** Exports in their thread: one that fails fails alone, and too many are told so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { createDrawing, DrawingBusyError, type Drawing } from '../../../server/http/drawing.ts';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { fileFormats } from '../../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';

const [svg] = fileFormats;
if (!svg) throw new Error('the table of formats is empty');
const usual = chooseOptions({});
let drawing: Drawing;
afterEach(() => drawing.stop());

function template(): JourneyMap {
  const file = path.resolve(import.meta.dirname, '../../../public/templates/airline-tiers.en.json');
  const parsed = parseMapText(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error('the template is no map');
  return parsed.map;
}

describe('drawing in a thread', () => {
  it('a map that cannot be drawn fails alone; the next is drawn', async () => {
    drawing = createDrawing(systemClock);
    const broken = { map: null } as unknown as JourneyMap;
    const answers = await Promise.allSettled([
      drawing.file(broken, svg, usual),
      drawing.file(template(), svg, usual),
    ]);
    expect(answers.map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
  });

  it('lets eight wait and turns more away', async () => {
    drawing = createDrawing(systemClock);
    const map = template();
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => drawing.file(map, svg, usual)));
    const refused = answers.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason instanceof DrawingBusyError)).toEqual([true, true]);
  });
});
