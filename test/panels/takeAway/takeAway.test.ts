// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { drawFile, fileFormats } from '../../../src/export/fileFormats.ts';
import { takeFile } from '../../../src/panels/takeAway/takeAway.ts';
import type { MapSession } from '../../../src/state/mapSession.ts';
import { templates } from '../../support/templates.ts';

afterEach(() => vi.restoreAllMocks());

describe('taking a map away', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'as touchline/1 loses nothing: %s',
    async (_name, map) => {
      const blobs: Blob[] = [];
      vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
        blobs.push(blob as Blob);
        return 'blob:x';
      });
      const session = {
        projection: { getState: () => ({ journey: map }) },
        screen: { getState: () => ({ theme: 'light' }) },
        images: { blobOf: () => Promise.resolve(null) },
      } as unknown as MapSession;
      const name = await takeFile(session, 'json', new Date(2025, 2, 1));
      expect(name).toMatch(/ 2025-03-01\.json$/);
      const parsed = parseMapText((await blobs[0]?.text()) ?? '');
      expect(parsed).toEqual({ ok: true, map });
    },
  );

  it('in every format gives the bytes that the API and the command line give', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:x';
    });
    const journey = templates[0]?.map;
    if (!journey) throw new Error('there is no template');
    const session = {
      projection: { getState: () => ({ journey }) },
      screen: { getState: () => ({ theme: 'dark' }) },
      images: { blobOf: () => Promise.resolve(null) },
    } as unknown as MapSession;
    const usual = chooseOptions({});
    const own = fileFormats.filter((format) => format.wants(usual).length === 0);
    for (const [index, format] of own.entries()) {
      const name = await takeFile(session, format.format, new Date(2025, 2, 1));
      expect(name.endsWith(` 2025-03-01.${format.ending}`)).toBe(true);
      const bytes = new Uint8Array((await blobs[index]?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(Buffer.compare(bytes, await drawFile(journey, format, chooseOptions({ theme: 'dark' })))).toBe(
        0,
      );
    }
  });
});
