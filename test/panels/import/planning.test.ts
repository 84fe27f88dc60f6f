/** Planning in steps: the page is free between them, and nobody plans for nobody. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Steps } from '../../../src/import/planTouchpoints.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { beginPlanning, plansAlike } from '../../../src/panels/import/planning.ts';
import { loadTemplate } from '../../support/arbitraryMap.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Steps of 5 ms each on a clock of their own. */
function slow(count: number) {
  let ms = 0;
  function* steps(): Steps<{ readonly done: true }> {
    for (let step = 1; step <= count; step += 1) {
      ms += 5;
      yield step;
    }
    return { done: true };
  }
  return { now: () => ms, steps: steps() };
}

describe('planning', () => {
  it('of little is done at once', () => {
    const { steps, now } = slow(2);
    expect(beginPlanning(steps, now).state()).toEqual({ done: true });
  });

  it('of much gives the page back after some steps, and goes on in tasks of their own', () => {
    const { steps, now } = slow(20);
    const planning = beginPlanning(steps, now);
    expect(planning.state()).toBe(3);
    const told: unknown[] = [];
    planning.subscribe(() => told.push(planning.state()));
    expect(told).toEqual([]);
    vi.runAllTimers();
    expect(told).toEqual([6, 9, 12, 15, 18, { done: true }]);
  });

  it('stands still while nobody listens, and goes on where it stood', () => {
    const { steps, now } = slow(20);
    const planning = beginPlanning(steps, now);
    planning.subscribe(() => undefined)();
    vi.runAllTimers();
    expect(planning.state()).toBe(3);
    planning.subscribe(() => undefined);
    vi.runAllTimers();
    expect(planning.state()).toEqual({ done: true });
  });
});

it('is begun anew for what others do only where it makes a difference', () => {
  const map = loadTemplate('saas-onboarding-blueprint.en');
  const [first, ...rest] = map.touchpoints;
  if (!first) throw new Error('no touchpoint');
  const typed: JourneyMap = { ...map, touchpoints: [{ ...first, title: 'typed' }, ...rest] };
  expect(plansAlike(map, typed, 'touchpoints')).toBe(true);
  expect(plansAlike(map, typed, 'readings')).toBe(false);
  expect(plansAlike(map, { ...map, touchpoints: rest }, 'touchpoints')).toBe(false);
  expect(plansAlike(map, { ...map, stages: [...map.stages] }, 'touchpoints')).toBe(false);
});
