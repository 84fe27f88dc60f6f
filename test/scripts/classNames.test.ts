import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { classNameOf } from '../../scripts/classNames.ts';

it('gives a class of every style sheet a name of its own, the same on every system', () => {
  const sheets = globSync('src/**/*.module.css', { cwd: path.resolve(import.meta.dirname, '../..') });
  expect(sheets.length).toBeGreaterThan(50);
  expect(new Set(sheets.map((sheet) => classNameOf('root', sheet))).size).toBe(sheets.length);
  expect(classNameOf('root', 'src\\ui\\Button.module.css')).toBe(
    classNameOf('root', 'src/ui/Button.module.css'),
  );
});
