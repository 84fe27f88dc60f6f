import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { tokensCss } from '../../src/theme/tokensCss.ts';

it('the custom properties of the page are those of the palette', () => {
  const file = path.resolve(import.meta.dirname, '../../src/theme/tokens.css');
  expect(readFileSync(file, 'utf8')).toBe(tokensCss());
});
