import { describe, expect, it } from 'vitest';
import { presentingAddress, slideIn, withoutEmbedding, withoutPresenting } from '../../src/app/presenting.ts';
import { isEmbedded, mapAddress, readRoute } from '../../src/app/route.ts';

const token = 'A'.repeat(22);
const at = (address: string): URL => new URL(address, 'http://localhost');

describe('the address of a page', () => {
  it('is the home page at /, with the key to make maps when the fragment has one', () => {
    expect(readRoute({ pathname: '/', search: '', hash: '' })).toEqual({ page: 'home', createToken: null });
    expect(readRoute({ pathname: '/', search: '', hash: `#${token}` })).toEqual({
      page: 'home',
      createToken: token,
    });
  });

  it('is a map at /m/<id>, with its token from the fragment (R3)', () => {
    expect(readRoute({ pathname: '/m/abc-1', search: '', hash: `#${token}` })).toEqual({
      page: 'map',
      mapId: 'abc-1',
      token,
      brokenKey: false,
      presenting: false,
    });
    expect(readRoute({ pathname: '/m/abc-1/', search: '', hash: '' })).toEqual({
      page: 'map',
      mapId: 'abc-1',
      token: null,
      brokenKey: false,
      presenting: false,
    });
  });

  it('takes nothing that cannot be a token, and says that something was there', () => {
    expect(readRoute({ pathname: '/m/abc', search: '', hash: '#<script>' })).toEqual({
      page: 'map',
      mapId: 'abc',
      token: null,
      brokenKey: true,
      presenting: false,
    });
  });

  it.each(['/m/', '/m/a/b', '/maps', '/m/..%2fetc'])('%s is no page', (pathname) => {
    expect(readRoute({ pathname, search: '', hash: '' })).toEqual({ page: 'unknown' });
  });

  it('is read back as it was written', () => {
    const address = at(mapAddress('m1', token));
    expect(readRoute(address)).toEqual({
      page: 'map',
      mapId: 'm1',
      token,
      brokenKey: false,
      presenting: false,
    });
  });

  it('says with ?present that the map is presented, beginning with a slide or from the beginning (U50)', () => {
    for (const address of [`/m/m1?present#${token}`, `/m/m1?view=v1&present=s2.1#${token}`])
      expect(readRoute(at(address)), address).toMatchObject({ mapId: 'm1', token, presenting: true });
    for (const address of ['/m/m1', '/m/m1?presenting', '/m/m1?view=present', '/m/m1#present'])
      expect(readRoute(at(address)), address).toMatchObject({ presenting: false });
    expect(slideIn('?present')).toBeNull();
    expect(slideIn('?view=v1&present=s%262.1')).toBe('s&2.1');
  });

  it('changes nothing but presenting when slides are turned or left: view, comparison and key stay', () => {
    const address = at(`/m/m1?view=v1&compare=map:x#${token}`);
    const shown = presentingAddress(address, 's&2.1');
    expect(shown).toBe(`/m/m1?view=v1&compare=map:x&present=s%262.1#${token}`);
    expect(slideIn(at(shown).search)).toBe('s&2.1');
    expect(presentingAddress(at(shown), null)).toBe(`/m/m1?view=v1&compare=map:x&present#${token}`);
    expect(withoutPresenting(at(shown))).toBe(`/m/m1?view=v1&compare=map:x#${token}`);
    expect(withoutPresenting(at(`/m/m1?present#${token}`))).toBe(`/m/m1#${token}`);
  });

  it('says with ?embed that the map stands alone within another page, and leads from there to the page itself', () => {
    for (const search of ['?embed', '?embed=abc', '?view=v1&embed'])
      expect(isEmbedded(search), search).toBe(true);
    for (const search of ['', '?embedded', '?view=embed']) expect(isEmbedded(search), search).toBe(false);
    expect(withoutEmbedding(at(`/m/m1?view=v1&embed=abc&present#${token}`))).toBe(
      `/m/m1?view=v1&present#${token}`,
    );
    expect(withoutPresenting(at(`/m/m1?embed&present#${token}`))).toBe(`/m/m1?embed#${token}`);
  });
});
