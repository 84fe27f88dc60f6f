/** The content kept for pages that open: read once for each state, never an older one, and never too much of it. */
import { describe, expect, it } from 'vitest';
import { createKeptContent } from '../../../server/http/keptContent.ts';

describe('kept content', () => {
  const reader = () => {
    const asked: string[] = [];
    const read = (mapId: string, state: string, json = `"${mapId} ${state}"`) => ({
      ask: () => {
        asked.push(`${mapId} ${state}`);
        return Promise.resolve({ state, json });
      },
      mapId,
      state,
    });
    return { asked, read };
  };

  it('is read once for each stored state of a map', async () => {
    const kept = createKeptContent();
    const { asked, read } = reader();
    for (const one of [read('a', '1'), read('a', '1'), read('b', '1'), read('a', '2'), read('a', '2')])
      expect(await kept.get(one.mapId, one.state, one.ask)).toBe(`"${one.mapId} ${one.state}"`);
    expect(asked).toEqual(['a 1', 'b 1', 'a 2']);
  });

  it('is of the state that was read when edits came in between', async () => {
    const kept = createKeptContent();
    const { read } = reader();
    expect(await kept.get('a', '1', read('a', '2').ask)).toBe('"a 2"');
    expect(await kept.get('a', '2', () => Promise.reject(new Error('read again')))).toBe('"a 2"');
  });

  it('lets go of what was not asked for the longest', async () => {
    const kept = createKeptContent(25);
    const { asked, read } = reader();
    const get = async (mapId: string) => {
      const one = read(mapId, '1', '"ten chars"');
      await kept.get(one.mapId, one.state, one.ask);
    };
    for (const mapId of ['a', 'b', 'a', 'c', 'a', 'b']) await get(mapId);
    expect(asked).toEqual(['a 1', 'b 1', 'c 1', 'b 1']);
  });

  it('does not keep one that is larger than all together may be', async () => {
    const kept = createKeptContent(4);
    const { asked, read } = reader();
    for (const one of [read('a', '1'), read('a', '1')]) await kept.get(one.mapId, one.state, one.ask);
    expect(asked).toEqual(['a 1', 'a 1']);
  });
});
