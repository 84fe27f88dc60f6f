import { describe, expect, it } from 'vitest';
import type { MapLayout } from '../../../src/layout/mapLayout.ts';
import { findInMap } from '../../../src/panels/find/findInMap.ts';
import { countMap } from '../../../src/panels/statusLine/counts.ts';
import { templates } from '../../support/templates.ts';

const journey = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
if (!journey) throw new Error('no blueprint among the templates');
/** As much of a layout as the search reads. */
const layout = {
  stages: journey.stages.map(({ id }, index) => ({ id, letter: 'ABCDEFG'[index] ?? '?' })),
  lanes: journey.lanes.map(({ id }, index) => ({ id, number: index + 1 })),
  sequence: journey.touchpoints.map(({ id }) => id),
} as unknown as MapLayout;

describe('finding in a map', () => {
  it('finds touchpoints by their title and says where they are', () => {
    const hits = findInMap(journey, layout, 'spreadsheet imports');
    expect(hits[0]).toMatchObject({ address: 'C2', text: 'Imports projects from a spreadsheet' });
  });

  it('treats full-width and half-width, capitals and small letters alike (U60)', () => {
    expect(findInMap(journey, layout, 'ＳＰＲＥＡＤＳＨＥＥＴ')).toEqual(
      findInMap(journey, layout, 'spreadsheet'),
    );
    expect(findInMap(journey, layout, 'spreadsheet').length).toBeGreaterThan(0);
  });

  it('finds stages, and everything at an address', () => {
    expect(findInMap(journey, layout, 'set up').map(({ address }) => address)).toContain('C');
    expect(findInMap(journey, layout, 'C2').length).toBeGreaterThan(1);
  });

  it('finds nothing for nothing', () => {
    expect(findInMap(journey, layout, '   ')).toEqual([]);
    expect(findInMap(journey, layout, 'zebra crossing')).toEqual([]);
  });
});

describe('what the status line counts', () => {
  it('is what the picture of the blueprint says', () => {
    expect(countMap(journey)).toMatchObject({ touchpoints: 40, rateable: 22, rated: 22 });
  });
});
