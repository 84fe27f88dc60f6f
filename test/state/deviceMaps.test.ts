import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import type { Scene } from '../../src/layout/scene.ts';
import {
  forgetLink,
  forgetMap,
  rememberedMap,
  rememberedMaps,
  rememberedPicture,
  rememberDeleted,
  rememberLink,
  rememberMap,
  rememberPicture,
} from '../../src/state/deviceMaps.ts';
import { readName, writeName } from '../../src/state/personName.ts';
import { runs } from '../support/runs.ts';

const map = {
  id: 'm1',
  title: 'Airline',
  role: 'owner',
  generation: 1,
  openedAt: 1000,
  token: 'secret-token-0001',
} as const;

describe('the maps a device remembers', () => {
  it('are listed with the one opened last first', () => {
    const storage = memoryStorage();
    rememberMap(storage, map);
    rememberMap(storage, { ...map, id: 'm2', openedAt: 3000 });
    rememberMap(storage, { ...map, openedAt: 2000 });
    expect(rememberedMaps(storage).map(({ id }) => id)).toEqual(['m2', 'm1']);
  });

  it('keep the share links they were given when they are opened again', () => {
    const storage = memoryStorage();
    rememberMap(storage, { ...map, links: { l1: { name: 'view', token: 't1' } } });
    rememberLink(storage, 'm1', 'l2', 'edit', 't2');
    rememberMap(storage, { ...map, title: 'Renamed' });
    expect(rememberedMap(storage, 'm1')?.links).toEqual({
      l1: { name: 'view', token: 't1' },
      l2: { name: 'edit', token: 't2' },
    });
    forgetLink(storage, 'm1', 'l1');
    expect(Object.keys(rememberedMap(storage, 'm1')?.links ?? {})).toEqual(['l2']);
  });

  it('know when they went to the bin, until they are opened again (U41)', () => {
    const storage = memoryStorage();
    rememberMap(storage, map);
    rememberDeleted(storage, 'm1', 5000);
    rememberDeleted(storage, 'never-known', 5000);
    expect(rememberedMaps(storage).map(({ id, deletedAt }) => [id, deletedAt])).toEqual([['m1', 5000]]);
    rememberMap(storage, { ...map, openedAt: 6000 });
    expect(rememberedMap(storage, 'm1')?.deletedAt).toBeNull();
  });

  it('leave nothing behind when they are forgotten (R61)', () => {
    const storage = memoryStorage();
    rememberMap(storage, map);
    rememberPicture(storage, 'm1', scene);
    forgetMap(storage, 'm1');
    expect(storage.length).toBe(0);
  });

  it('are left out when what lies in the storage is odd, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = memoryStorage();
        storage.setItem('touchline:map:odd', text);
        storage.setItem('touchline:picture:odd', text);
        rememberMap(storage, map);
        expect(rememberedMaps(storage).some(({ id }) => id === 'm1')).toBe(true);
        rememberedPicture(storage, 'odd');
      }),
      runs(200),
    );
  });

  it('cost nothing when the storage is full (R53)', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    } as Storage;
    rememberMap(full, map);
    expect(rememberedMap(full, 'm1')).toBeNull();
  });

  it('have a small picture, to a tenth of a unit; one that is too large is left out', () => {
    const storage = memoryStorage();
    rememberPicture(storage, 'm1', { ...scene, width: 100.123 });
    expect(rememberedPicture(storage, 'm1')?.width).toBe(100.1);
    rememberPicture(storage, 'm2', { ...scene, title: 'x'.repeat(100_000) });
    expect(rememberedPicture(storage, 'm2')).toBeNull();
  });
});

describe('the name of a person (U33)', () => {
  it('is asked for once: skipped is remembered as well', () => {
    const storage = memoryStorage();
    expect(readName(storage)).toBeNull();
    writeName(storage, '');
    expect(readName(storage)).toBe('');
  });

  it('is cut to 40 characters without cutting one in half', () => {
    const storage = memoryStorage();
    expect(writeName(storage, '👩‍💻'.repeat(50))).toBe('👩‍💻'.repeat(40));
  });

  it('holds no control or direction characters (R76)', () => {
    expect(writeName(memoryStorage(), 'A\u202Eb\nc')).toBe('Abc');
  });
});

const scene: Scene = { width: 100, height: 50, title: '', language: 'en', background: 'card', groups: [] };
