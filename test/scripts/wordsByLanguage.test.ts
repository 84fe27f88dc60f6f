import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueNames, early, emptied, inLanguage } from '../../scripts/wordsByLanguage.ts';

const source = `
import type { Catalogue } from './language.ts';
const en = { open: 'Open' };
const zh: typeof en = { open: '打开' };
export const doorWords: Catalogue<typeof en> = { en, zh };
const enKeys = { lost: 'Lost' };
const zhKeys: typeof enKeys = { lost: '丢失' };
export const keyWords: Catalogue<typeof enKeys> = { en: enKeys, zh: zhKeys };
export type DoorWord = keyof typeof en;
`;

describe('words by language', () => {
  it('a file of words without them leaves its catalogues to be filled', () => {
    const code = emptied(source);
    expect(code).toContain("export const doorWords = catalogueOf('doorWords');");
    expect(code).toContain("export const keyWords = catalogueOf('keyWords');");
    expect(code).not.toContain('{ en');
  });

  it('a file of words in one language names nothing of the other but what it defines', () => {
    expect(inLanguage(source, 'en')).toContain('export const doorWords = en;');
    expect(inLanguage(source, 'zh')).toContain('export const doorWords = zh;');
    expect(inLanguage(source, 'zh')).toContain('export const keyWords = zhKeys;');
    expect(inLanguage(source, 'en')).not.toContain('Catalogue<');
  });

  it('a file without a catalogue to split is an error of the build', () => {
    expect(() => catalogueNames('export const words = { en: 1 };')).toThrow('no catalogue');
  });

  it('no part of the page names the language of words that may not be here yet', () => {
    const src = path.resolve(import.meta.dirname, '../../src');
    const names = early.flatMap((name) =>
      catalogueNames(readFileSync(path.join(src, 'words', `${name}.ts`), 'utf8')),
    );
    const named = new RegExp(`\\b(${names.join('|')})\\.(en|zh)\\b`);
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.startsWith('words'),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => named.test(readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
  });
});
