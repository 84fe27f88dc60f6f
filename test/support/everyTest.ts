/**
 * Before every test file: how long a page's test waits for a condition that is sure to come (the library's one second
 * is short on a busy machine; a condition that never comes still fails, only later), and the dice of the laws: `npm
 * test` throws the same ones every time, so that a verdict can be had again; `npm run fuzz` throws new ones.
 */
import { configureGlobal } from 'fast-check';

if (process.env['FUZZ_RUNS'] === undefined) configureGlobal({ seed: 20_261_122 });

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 10_000 });
}
