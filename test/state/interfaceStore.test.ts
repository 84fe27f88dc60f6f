import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import { createInterface } from '../../src/state/interfaceStore.ts';
import { preferredLanguage } from '../../src/words/language.ts';

describe('the interface of a person', () => {
  it.each([
    [['de', 'zh-TW', 'en'], 'zh'],
    [['fr'], 'en'],
    [['en-GB', 'zh'], 'en'],
    [[], 'en'],
  ] as const)('speaks, to a browser that prefers %j, %s', (languages, language) => {
    expect(preferredLanguage(languages)).toBe(language);
  });

  it('remembers what was chosen over what the browser prefers, keys, wheel, cursors and hints put away too (U8, U13, U34, U45)', () => {
    const storage = memoryStorage();
    const first = createInterface(storage, ['en'], false);
    first.setLanguage('zh');
    first.setTheme('dark');
    first.setLetterKeys(false);
    first.setWheel('zoom');
    first.setCursors(false);
    first.putAway('begin');
    first.putAway('names');
    expect(createInterface(storage, ['en'], false).getState()).toEqual({
      language: 'zh',
      theme: 'dark',
      themeChoice: 'dark',
      letterKeys: false,
      wheel: 'zoom',
      cursors: false,
      hintsGone: ['begin', 'names'],
    });
  });

  it('follows the device until light or dark is chosen', () => {
    const look = createInterface(memoryStorage(), ['en'], false);
    look.systemChanged(true);
    expect(look.getState().theme).toBe('dark');
    look.setTheme('light');
    look.systemChanged(true);
    expect(look.getState().theme).toBe('light');
    look.setTheme('system');
    expect(look.getState().theme).toBe('dark');
  });

  it('works with a storage that refuses everything (R53)', () => {
    const refusing = new Proxy(memoryStorage(), {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const look = createInterface(refusing, ['zh-CN'], true);
    look.setTheme('light');
    expect(look.getState()).toMatchObject({ language: 'zh', theme: 'light', themeChoice: 'light' });
  });
});
