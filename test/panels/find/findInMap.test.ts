import { describe, expect, it } from 'vitest';
import { filteredOut, noFilter } from '../../../src/analysis/filterMap.ts';
import { findInMap } from '../../../src/panels/find/findInMap.ts';
import { countMap } from '../../../src/panels/statusLine/counts.ts';
import { templates } from '../../support/templates.ts';

const journey = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
if (!journey) throw new Error('no blueprint among the templates');
const find = (text: string) => findInMap(journey, { ...noFilter, text }, null);

describe('finding in a map', () => {
  it('finds touchpoints by their title and says where they are', () => {
    const hits = find('spreadsheet imports');
    expect(hits[0]).toMatchObject({ address: 'C2', text: 'Imports projects from a spreadsheet' });
  });

  it('treats full-width and half-width, capitals and small letters alike (U60)', () => {
    expect(find('ＳＰＲＥＡＤＳＨＥＥＴ')).toEqual(find('spreadsheet'));
    expect(find('spreadsheet').length).toBeGreaterThan(0);
  });

  it('finds stages, and everything at an address', () => {
    expect(find('set up').map(({ address }) => address)).toContain('C');
    expect(find('ｃ２')[0]).toMatchObject({ id: 'C2', isPlace: true });
    expect(find('C2').length).toBeGreaterThan(1);
    expect(find('C2').every(({ address }) => address === 'C2')).toBe(true);
    expect(find('Z9').some(({ isPlace }) => isPlace)).toBe(false);
  });

  it('lists what a choice leaves, without stages and lanes, which nobody chose', () => {
    const filter = { ...noFilter, emotions: ['very-negative' as const] };
    const out = filteredOut(journey, filter, null);
    const hits = findInMap(journey, filter, out);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.some(({ id }) => out.has(id))).toBe(false);
    expect(hits.some(({ address }) => /^[A-Z]+$|^\d+$/.test(address))).toBe(false);
  });

  it('finds nothing for nothing', () => {
    expect(find('   ')).toEqual([]);
    expect(find('zebra crossing')).toEqual([]);
  });
});

describe('what the status line counts', () => {
  it('is what the picture of the blueprint says', () => {
    expect(countMap(journey)).toMatchObject({ touchpoints: 40, rateable: 22, rated: 22 });
  });
});
