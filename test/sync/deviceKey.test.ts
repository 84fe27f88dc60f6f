import { describe, expect, it } from 'vitest';
import { deviceKey } from '../../src/sync/deviceKey.ts';

function storage(items: Map<string, string>): Storage {
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as Storage;
}

describe('the device key', () => {
  it('is made once and is 16 to 64 characters of base64url (P2)', () => {
    const items = new Map<string, string>();
    const key = deviceKey(storage(items));
    expect(key).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
    expect(deviceKey(storage(items))).toBe(key);
    expect(deviceKey(storage(new Map()))).not.toBe(key);
  });

  it('is made anew when what is kept is no key, and works where nothing can be kept', () => {
    expect(deviceKey(storage(new Map([['touchline:device', 'a b']])))).toMatch(/^[A-Za-z0-9_-]{24}$/);
    const blocked = {
      getItem() {
        throw new DOMException('blocked');
      },
      setItem() {
        throw new DOMException('blocked');
      },
    } as unknown as Storage;
    expect(deviceKey(blocked, (bytes) => bytes.fill(255))).toBe('_'.repeat(24));
  });
});
