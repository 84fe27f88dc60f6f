import { describe, expect, it } from 'vitest';
import { newDoc } from '../../src/document/newDoc.ts';

describe('a document of our own', () => {
  it('has a client id that engines keep without a box, another one each time', () => {
    const ids = Array.from({ length: 200 }, () => newDoc().clientID);
    expect(ids.filter((id) => !Number.isInteger(id) || id < 0 || id >= 2 ** 30)).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });

  it('is made with the options given', () => {
    expect(newDoc({ guid: 'of its own', gc: false })).toMatchObject({ guid: 'of its own', gc: false });
  });
});
