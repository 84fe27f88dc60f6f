/** Writes src/theme/tokens.css from src/theme/colours.ts; test/theme/tokens.test.ts checks that the file is up to date. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tokensCss } from '../src/theme/tokensCss.ts';

writeFileSync(path.resolve(import.meta.dirname, '../src/theme/tokens.css'), tokensCss());
