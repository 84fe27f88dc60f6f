// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildMap } from '../support/buildMap.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const map = buildMap({
  stages: [{ id: 's1', name: 'Look', width: 640 }],
  lanes: [
    { id: 'l1', name: 'Contact', kind: 'contact' },
    { id: 'l2', name: 'Emotion', kind: 'emotion' },
  ],
  personas: [
    { id: 'p1', name: 'Lena, agency owner' },
    { id: 'p2', name: 'Tom' },
  ],
  touchpoints: [
    {
      id: 't1',
      title: 'Reads reviews',
      t: 0.2,
      emotion: 0.5,
      byPersona: {
        p1: { emotion: -1.5, importance: null, performance: null, feeling: '', skipped: false },
        p2: { emotion: null, importance: null, performance: null, feeling: '', skipped: true },
      },
    },
    { id: 't2', title: 'Pays', t: 0.8, emotion: 1 },
  ],
});

async function open(): Promise<{ readonly session: TestSession; readonly tag: () => string | undefined }> {
  const session = buildSession({ map });
  const container = await openCanvas(session);
  act(() => session.screen.setState({ selection: new Set(['t1']) }));
  return { session, tag: () => container.querySelector('[data-part="plumb-line"] text')?.textContent };
}

it('reaches the point of everyone’s curve and gives its value', async () => {
  const { session, tag } = await open();
  expect(tag()).toBe('+0.5');
  act(() => session.screen.setState({ hiddenCurves: new Set(['base']) }));
  expect(tag()).toBeUndefined();
});

it('while one persona’s journey is shown, it is their point, and the tag says whose', async () => {
  const { session, tag } = await open();
  act(() => session.screen.setState({ lead: 'p1' }));
  expect(tag()).toBe('Lena −1.5');
  act(() => session.screen.setState({ lead: 'p2' }));
  expect(tag(), 'Tom does not meet it').toBeUndefined();
  act(() => session.screen.setState({ lead: 'gone' }));
  expect(tag(), 'a persona that is no more').toBe('+0.5');
});
