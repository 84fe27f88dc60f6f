// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { buildSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(() => giveElementsSize());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the list for screen readers (U56)', () => {
  it('names every touchpoint in the order of the journey, whatever is mounted, and goes to the chosen one', async () => {
    const parsed = parseMap(largeMap(400));
    if (!parsed.ok) throw new Error('the large map is not valid');
    const session = buildSession({ map: parsed.map });
    const container = await openCanvas(session);
    const button = container.querySelector<HTMLButtonElement>('button[aria-expanded]');
    expect(button?.tabIndex).toBe(-1);
    expect(container.querySelectorAll('ol li')).toHaveLength(0);
    act(() => button?.click());
    const { layout } = session.projection.getState();
    const names = [...container.querySelectorAll<HTMLButtonElement>('ol li button')];
    expect(names.map(({ textContent }) => /Touchpoint (.+?), at/.exec(textContent)?.[1])).toEqual(
      layout.sequence.map((id) => session.projection.find('touchpoints', id)?.title),
    );
    const far = layout.sequence.at(-1) ?? '';
    expect(container.querySelector(`[data-testid="touchpoint"][data-id="${far}"]`)).toBeNull();
    act(() => names.at(-1)?.click());
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-id')).toBe(far));
  });
});
