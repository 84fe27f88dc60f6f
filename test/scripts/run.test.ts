/** The launcher's exit code is its command's, and never that of success for a run that was cut short. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function exitCodeOf(script: string): number | null {
  return spawnSync(process.execPath, ['scripts/launch/run.mjs', 'node', '-e', script]).status;
}

describe('a command run by the launcher', () => {
  it('gives its own exit code', () => {
    expect(exitCodeOf('process.exit(0)')).toBe(0);
    expect(exitCodeOf('process.exit(7)')).toBe(7);
  });

  it('has failed when a signal ended it', () => {
    expect(exitCodeOf("process.kill(process.pid, 'SIGTERM')")).toBe(1);
  });
});
