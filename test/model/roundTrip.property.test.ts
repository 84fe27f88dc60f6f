/** Export then import gives an equal file: for the six templates and for generated maps (issue 2, domain.md 4). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap, parseMapText } from '../../src/model/parseMap.ts';
import { writeMap, writeMapText } from '../../src/model/writeMap.ts';
import { arbitraryMap, loadTemplate, templateNames } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

function parsed(text: string): JourneyMap {
  const result = parseMapText(text);
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.map;
}

describe('a file', () => {
  it('has six templates to prove it on', () => expect(templateNames).toHaveLength(6));

  it.each(templateNames)('comes back equal: %s', (name) => {
    const map = loadTemplate(name);
    const text = writeMapText(map);
    expect(parsed(text)).toEqual(map);
    expect(writeMapText(parsed(text))).toBe(text);
  });

  it('comes back equal for a thousand generated maps, as object and as text', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const file = writeMap(map);
        expect(parseMap(file)).toEqual({ ok: true, map });
        const text = writeMapText(map);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(file)));
        expect(parsed(text)).toEqual(map);
      }),
      runs(1000),
    );
  });

  it('is the same text, whatever order its keys came in', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const again = parseMap(reverseKeys(writeMap(map)));
        if (!again.ok) throw new Error(JSON.stringify(again.reasons));
        expect(writeMapText(again.map)).toBe(writeMapText(map));
      }),
      runs(300),
    );
  });
});

/** What a snapshot or an unknown key holds is kept as it came, down to the order inside. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, key === 'doc' || key.startsWith('x-') ? item : reverseKeys(item)] as const)
      .toReversed(),
  );
}
