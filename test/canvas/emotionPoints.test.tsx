// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildMap } from '../support/buildMap.ts';
import { buildSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const map = buildMap({
  stages: [
    { id: 's1', name: 'Look', width: 640 },
    { id: 's2', name: 'Buy', width: 640 },
  ],
  lanes: [
    { id: 'l1', name: 'Contact', kind: 'contact' },
    { id: 'l2', name: 'Emotion', kind: 'emotion' },
  ],
  touchpoints: [
    { id: 't1', t: 0.2, emotion: 2 },
    { id: 't2', t: 0.8, emotion: -1 },
    { id: 't3', t: 0.5, emotion: 1, stageId: 's2' },
  ],
});

it('the mean a folded stage is on the curve is nobody’s rating: it cannot be taken or stepped', async () => {
  const session = buildSession({ map });
  const container = await openCanvas(session);
  const points = () =>
    [...container.querySelectorAll<HTMLElement>('[data-testid="emotion-point"]')].map(
      ({ dataset }) => dataset['ids'],
    );
  expect(points()).toEqual(['t1', 't2', 't3']);
  act(() => {
    session.editing?.commands.update('stages', ['s1'], { collapsed: true });
    session.projection.flush();
  });
  expect(session.projection.getState().layout.curves[0]?.points).toHaveLength(2);
  expect(points()).toEqual(['t3']);
});
