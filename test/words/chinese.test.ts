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

  it('call a customer 客户, as most templates do, but for the title of a template that says 顾客', () => {
    const others = readdirSync(folder)
      .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
      .filter((line) => line.replace('家装顾客旅程', '').includes('顾客'));
    expect(others).toEqual([]);
  });

  it('call a touchpoint 接触点, as the templates do', () => {
    const templates = path.resolve(folder, '../../public/templates');
    const files = [folder, templates].flatMap((of) => readdirSync(of).map((file) => path.join(of, file)));
    const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    expect(lines.some((line) => line.includes('接触点'))).toBe(true);
    expect(lines.filter((line) => /(?<!接)触点/u.test(line))).toEqual([]);
  });

  it('call a persona 画像 and everyone 全体客户 everywhere; 角色 is the role that a persona has', () => {
    const others = readdirSync(folder)
      .filter((file) => file !== 'fieldsZh.ts')
      .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
      .filter((line) => /(?<!决策)角色|everyone: '所有人'/u.test(line));
    expect(others).toEqual([]);
  });
});
