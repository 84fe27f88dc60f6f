import { describe, expect, it } from 'vitest';
import { chooseOptions, isOption, optionNames, optionSpecs } from '../../src/export/exportOptions.ts';

describe('options of exports', () => {
  it('are the usual ones where nothing or nothing known is asked for', () => {
    const usual = chooseOptions({});
    for (const name of optionNames) expect(usual[name]).toEqual(optionSpecs[name].usual);
    expect(chooseOptions({ theme: 'pink', lang: 3, scale: 'huge', width: '1.5', legend: 'perhaps' })).toEqual(
      usual,
    );
  });

  it('are the same as text and as values', () => {
    const asText = {
      stage: 'A, C-E,A',
      theme: 'dark',
      legend: 'no',
      compact: 'yes',
      scale: '2.5',
      width: '4000',
      encoding: 'gb18030',
    };
    const asValues = {
      stage: ['A', 'C-E'],
      theme: 'dark',
      legend: false,
      compact: true,
      scale: 2.5,
      width: 4000,
      encoding: 'gb18030',
    };
    expect(chooseOptions(asText)).toEqual(chooseOptions(asValues));
    expect(chooseOptions(asText)).toMatchObject(asValues);
    const kept: unknown = JSON.parse(JSON.stringify(chooseOptions(asValues)));
    expect(chooseOptions(kept as Record<string, unknown>)).toEqual(chooseOptions(asValues));
  });

  it('refuse what is no value', () => {
    expect([isOption('scale', '5'), isOption('scale', ''), isOption('scale', '4')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([isOption('width', '99'), isOption('stage', 7), isOption('grey', 'maybe')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
