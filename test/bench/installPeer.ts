/** Installs a peer on demand: from its own lock file, into its own folder, never among the packages of the product. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** `npm ci` where it was not done since the lock changed. Native parts come prebuilt: no script runs. */
export function installPeer(folder: string): void {
  const done = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  if (spawnSync('npm', args, { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error(`the packages of the peer in ${folder} could not be installed`);
}
