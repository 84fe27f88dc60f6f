import { expect, it } from 'vitest';
import { standardLimits } from '../../../server/limits.ts';
import { createSlumber } from '../../../server/rooms/slumber.ts';
import { createTestClock } from '../../support/testClock.ts';

it('nobody sleeps while a call is under way, however long, nor shortly after it', async () => {
  const clock = createTestClock();
  const slumber = createSlumber(clock, standardLimits, () => {});
  expect(slumber.isAllowed).toBe(true);
  const end = slumber.disturb();
  await clock.pass(10 * standardLimits.awakeMs);
  expect(slumber.isAllowed).toBe(false);
  end();
  await clock.pass(standardLimits.awakeMs);
  expect(slumber.isAllowed).toBe(false);
  await clock.pass(1);
  expect(slumber.isAllowed).toBe(true);
});

it('what is ready leaves before the sleep, not after it', async () => {
  const clock = createTestClock();
  const order: string[] = [];
  const slumber = createSlumber(clock, standardLimits, () => order.push(`ready, slept ${clock.sleptMs} ms`));
  slumber.until(clock.elapsed() + 40, () => order.push(`woken, slept ${clock.sleptMs} ms`));
  await clock.pass(50);
  expect(order).toEqual(['ready, slept 0 ms', 'woken, slept 40 ms']);
});
