/** Where the lines of a blueprint lie, whichever lanes are shown. */
import { describe, expect, it } from 'vitest';
import { blueprintLinesOf } from '../../src/layout/blueprintLines.ts';
import type { LaneKind } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';

/** The lines under the lanes of these kinds; a kind that begins with a dash is hidden. */
function lines(...kinds: readonly (LaneKind | `-${LaneKind}`)[]) {
  const { lanes } = buildMap({
    lanes: kinds.map((kind, at) => ({ id: `l${at}`, kind: kind.replace(/^-/, '') as LaneKind })),
  });
  return blueprintLinesOf(
    lanes,
    lanes.filter((_, at) => kinds[at]?.startsWith('-') === false),
  );
}

describe('the lines of a blueprint', () => {
  it('lie under the last lane of people, the last frontstage and the last backstage one', () => {
    expect(lines('evidence', 'customer-action', 'frontstage', 'backstage', 'support', 'emotion')).toEqual([
      null,
      'interaction',
      'visibility',
      'internal',
      null,
      null,
    ]);
    expect(lines('contact', 'emotion')).toEqual(['interaction', null]);
    expect(lines('emotion', 'contact')).toEqual([null, null]);
  });

  it('stay where the whole map has them when lanes over or under them are hidden', () => {
    expect(lines('contact', 'emotion', '-contact', 'backstage')).toEqual([null, 'interaction', null]);
    expect(lines('contact', '-frontstage', 'backstage', 'support')).toEqual([
      'interaction',
      'internal',
      null,
    ]);
    expect(lines('contact', 'frontstage', '-backstage', 'support')).toEqual([
      'interaction',
      'visibility',
      null,
    ]);
  });

  it('go with the last of the lanes that they part', () => {
    expect(lines('contact', '-backstage', '-support', 'emotion')).toEqual([null, null]);
    expect(lines('-contact', 'emotion', 'backstage', 'support')).toEqual([null, 'internal', null]);
    expect(lines('contact', 'backstage', '-support', 'emotion')).toEqual(['interaction', null, null]);
  });
});
