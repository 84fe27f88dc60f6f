/** The table of formats: every row makes a file of every template, the same twice, in whatever order it is asked. */
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { fileFormats, formatOf, makeFile } from '../../src/export/fileFormats.ts';
import { parseMapText } from '../../src/model/parseMap.ts';
import { templates } from '../support/templates.ts';

describe.each(fileFormats.map((row) => [row.format, row] as const))('the format %s', (_name, format) => {
  it('gives the same bytes for the same map and options', async () => {
    for (const { map } of templates) {
      const bytes = await makeFile(map, format, chooseOptions({}));
      expect(bytes.length).toBeGreaterThan(100);
      expect(await makeFile(structuredClone(map), format, chooseOptions({ theme: 'light' }))).toEqual(bytes);
    }
  });
});

describe('options', () => {
  it('are the usual ones where nothing or nothing known is asked for', () => {
    expect(chooseOptions({ theme: 'pink', lang: 3 })).toEqual({
      theme: 'light',
      lang: 'map',
      encoding: 'utf-8',
    });
    expect(chooseOptions({ theme: 'dark', encoding: 'gb18030' })).toMatchObject({
      theme: 'dark',
      encoding: 'gb18030',
    });
  });
});

it('json loses nothing', async () => {
  const json = formatOf('json');
  for (const { map } of templates) {
    const bytes = json && (await makeFile(map, json, chooseOptions({})));
    expect(parseMapText(new TextDecoder().decode(bytes ?? undefined))).toEqual({ ok: true, map });
  }
});
