/**
 * All the set-up before `npm start`, `npm test` and `npm run bench` (npm runs it as prestart, pretest and prebench): a Node that is new
 * enough, the packages, the built page, and for tests a Chromium. Does nothing that is already done.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { findNode24, root, runNpm, withNodeFirst } from './node24.mjs';

const inRoot = (...parts) => path.join(root, ...parts);
const timeOf = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function newestIn(place) {
  if (!existsSync(place)) return 0;
  const facts = statSync(place);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

function prepare(what) {
  const node = findNode24();
  if (timeOf(inRoot('node_modules/.package-lock.json')) < timeOf(inRoot('package-lock.json'))) {
    console.log('Installing packages …');
    if (runNpm(node, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root) !== 0) {
      throw new Error(
        'The packages could not be installed. Check the connection to the npm registry and run the command again; your maps are not touched.',
      );
    }
  }
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'].map((name) =>
    newestIn(inRoot(name)),
  );
  if (timeOf(inRoot('dist/index.html')) < Math.max(...sources)) {
    console.log('Building the page …');
    const built = spawnSync(node, [inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: 'inherit',
      env: withNodeFirst(node),
    });
    if (built.status !== 0)
      throw new Error('The page could not be built; the messages above say why. Your maps are not touched.');
  }
  if (what === 'test') findChromium();
}

try {
  prepare(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
