import { describe, expect, it } from 'vitest';
import { readComparing, writeComparing } from '../../src/state/comparing.ts';

describe('what a map is compared with, in its address', () => {
  it('is read as it was written', () => {
    for (const one of ['personas', 'tiers', 'map:abc_1-2', 'version:v7'] as const)
      expect(readComparing(`?compare=${writeComparing(one)}`)).toBe(one);
    expect(readComparing('?view=x')).toBeNull();
  });

  it('is asked for anew where the address names what cannot be', () => {
    for (const odd of ['', 'map:', 'map:a b', 'map:../x', 'file', 'anything'])
      expect(readComparing(`?compare=${encodeURIComponent(odd)}`)).toBe('choose');
  });

  it('is not named where it lies on this device alone', () => {
    expect(writeComparing('file')).toBeNull();
    expect(writeComparing('choose')).toBeNull();
    expect(writeComparing(null)).toBeNull();
  });
});
