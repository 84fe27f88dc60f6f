// @vitest-environment happy-dom
/** The heads of stages and lanes as the camera places them. */
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { buildSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(() => giveElementsSize());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe.each([
  ['stage', { x: -4000, y: 0 }],
  ['lane', { x: 0, y: -4000 }],
] as const)('the head of a %s', (testId, away) => {
  it('leaves the view with its place, but not while it is carried to another', async () => {
    const container = await openCanvas(buildSession());
    const head = container.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
    if (!head) throw new Error('there is no head');
    const moveTo = (at: { readonly x: number; readonly y: number }) =>
      act(() => canvasCamera.moved({ ...at, zoom: 1, width: 1200, height: 700 }));
    moveTo({ x: 0, y: 0 });
    expect(head.style.display).toBe('');
    head.dataset['lifted'] = '4100';
    moveTo(away);
    expect(head.style.display).toBe('');
    delete head.dataset['lifted'];
    moveTo({ x: away.x * 1.1, y: away.y * 1.1 });
    expect(head.style.display).toBe('none');
  });
});
