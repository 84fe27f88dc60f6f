// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { warnOfLoss } from '../../src/app/warnOfLoss.ts';

/** Whether the browser would ask before the page is left. */
function leave(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

it('leaving is asked about while something would be lost, and only then (U38)', () => {
  let isAtRisk = false;
  const stop = warnOfLoss(() => isAtRisk);
  expect(leave()).toBe(false);
  isAtRisk = true;
  expect(leave()).toBe(true);
  isAtRisk = false;
  expect(leave()).toBe(false);
  isAtRisk = true;
  stop();
  expect(leave()).toBe(false);
});
