import { describe, expect, it } from 'vitest';
import { mapAddress, readRoute } from '../../src/app/route.ts';

const token = 'A'.repeat(22);

describe('the address of a page', () => {
  it('is the home page at /, with the key to make maps when the fragment has one', () => {
    expect(readRoute({ pathname: '/', hash: '' })).toEqual({ page: 'home', createToken: null });
    expect(readRoute({ pathname: '/', hash: `#${token}` })).toEqual({ page: 'home', createToken: token });
  });

  it('is a map at /m/<id>, with its token from the fragment (R3)', () => {
    expect(readRoute({ pathname: '/m/abc-1', hash: `#${token}` })).toEqual({
      page: 'map',
      mapId: 'abc-1',
      token,
      brokenKey: false,
    });
    expect(readRoute({ pathname: '/m/abc-1/', hash: '' })).toEqual({
      page: 'map',
      mapId: 'abc-1',
      token: null,
      brokenKey: false,
    });
  });

  it('takes nothing that cannot be a token, and says that something was there', () => {
    expect(readRoute({ pathname: '/m/abc', hash: '#<script>' })).toEqual({
      page: 'map',
      mapId: 'abc',
      token: null,
      brokenKey: true,
    });
  });

  it.each(['/m/', '/m/a/b', '/maps', '/m/..%2fetc'])('%s is no page', (pathname) => {
    expect(readRoute({ pathname, hash: '' })).toEqual({ page: 'unknown' });
  });

  it('is read back as it was written', () => {
    const address = new URL(mapAddress('m1', token), 'http://localhost');
    expect(readRoute(address)).toEqual({ page: 'map', mapId: 'm1', token, brokenKey: false });
  });
});
