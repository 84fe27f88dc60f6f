import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../src/words');

describe('the Chinese words', () => {
  it.each(readdirSync(folder))('of %s have Chinese punctuation', (file) => {
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
    const chinese = lines.filter((line) => /\p{Script=Han}/u.test(line));
    expect(chinese.filter((line) => /[\p{Script=Han}”}][,;:!?][\p{Script=Han}“$−'`]/u.test(line))).toEqual(
      [],
    );
  });
});
