/**
 * Finds a Node 24 or newer: the one that runs this file, or the npm package that carries the binary for this
 * platform, installed once into `.node/` (git-ignored). Plain JavaScript, so that any Node from 18 can run it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const wantedMajor = 24;
const platformNames = { win32: 'win', linux: 'linux', darwin: 'darwin' };

/** Path of a Node binary that is new enough; installs one when needed. Throws an Error with a sentence when it cannot. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  const platform = platformNames[process.platform];
  const name = `node-${platform}-${process.arch}`;
  const home = path.join(root, '.node');
  const binary = path.join(home, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  if (!platform) {
    throw new Error(
      `Touchline needs Node ${wantedMajor}; this is ${process.version}, and no binary is known for ${process.platform}. Install Node ${wantedMajor} and run the command again.`,
    );
  }
  console.log(`This is Node ${process.version}; fetching Node ${wantedMajor} once into .node …`);
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{"private":true}\n');
  const done = runNpm(
    process.execPath,
    ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${wantedMajor}`],
    home,
  );
  if (done !== 0 || !existsSync(binary)) {
    throw new Error(
      `Node ${wantedMajor} could not be fetched as the npm package ${name}. Check the connection to the npm registry, or install Node ${wantedMajor} yourself, and run the command again. Nothing else was changed.`,
    );
  }
  return binary;
}

/** The environment with that Node first on the path. */
export function withNodeFirst(node) {
  const key = Object.keys(process.env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return { ...process.env, [key]: path.dirname(node) + path.delimiter + (process.env[key] ?? '') };
}

/** Runs npm (the one that started us, else the one on the path) under a Node; gives its exit code. */
export function runNpm(node, args, cwd) {
  const options = { cwd, stdio: 'inherit', env: withNodeFirst(node) };
  const cli = process.env.npm_execpath;
  const done =
    cli && /\.c?js$/.test(cli)
      ? spawnSync(node, [cli, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return done.status ?? 1;
}
