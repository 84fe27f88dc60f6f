/** What a client reads compressed: as it says, and not what it refuses. */
import { expect, it } from 'vitest';
import { chooseEncoding } from '../../../server/http/encoding.ts';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['br;q=0.000, gzip; q=0', 'identity'],
  ['BR; q=0.5', 'br'],
  ['x-gzip', 'identity'],
  ['', 'identity'],
])('“%s” is answered in %s', (accepts, encoding) => {
  expect(chooseEncoding(accepts)).toBe(encoding);
});
