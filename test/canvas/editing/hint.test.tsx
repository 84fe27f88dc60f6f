// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { servePage } from '../../../src/canvas/pageRuns.ts';
import { blankMap } from '../../../src/model/blankMap.ts';
import { homeWords } from '../../../src/words/home.ts';
import { buildSession } from '../support/buildSession.ts';
import { giveElementsSize, openCanvas } from '../support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(cleanup);

it('the link tool says what it waits for, as long as it is in hand (U34)', async () => {
  const session = buildSession();
  const container = await openCanvas(session);
  const hint = () => container.querySelector('[data-hint="link"]');
  expect(hint()).toBeNull();
  act(() => session.screen.setState({ tool: 'link' }));
  expect(hint()?.textContent).toContain('Click the touchpoint the link begins at');
  act(() => session.screen.setState({ tool: 'select' }));
  expect(hint()).toBeNull();
});

const blank = () => {
  let made = 0;
  const { blankStages: stageNames, blankLanes: laneNames } = homeWords.en;
  const newId = () => `b${(made += 1)}`;
  return blankMap({ title: '', language: 'en', currency: 'EUR', stageNames, laneNames, newId, now: '' });
};

it('an empty map offers its first touchpoint, typed into the first stage; with that the offer goes (U32)', async () => {
  const session = buildSession({ map: blank() });
  await openCanvas(session);
  fireEvent.click(await screen.findByRole('button', { name: 'First touchpoint' }));
  act(() => session.projection.flush());
  const { journey } = session.projection.getState();
  const [made] = journey.touchpoints;
  expect(made).toMatchObject({ stageId: journey.stages[0]?.id, row: 0 });
  expect(journey.lanes.find(({ id }) => id === made?.laneId)?.kind).toBe('contact');
  expect(session.screen.getState().editing).toEqual({ id: made?.id, field: 'title' });
  act(() => session.screen.setState({ editing: null }));
  expect(screen.queryByTestId('start-strip')).toBeNull();
});

it('an empty map offers a file and three finished examples; put away, it stays so (U32, U34)', async () => {
  const importFile = vi.fn<() => void>();
  const startFrom = vi.fn<(template: string, name: string) => void>();
  const stop = servePage({ importFile, startFrom } as unknown as Parameters<typeof servePage>[0]);
  await openCanvas(buildSession({ map: blank() }));
  const strip = within(await screen.findByTestId('start-strip'));
  fireEvent.click(strip.getByRole('button', { name: 'Import a file…' }));
  expect(importFile).toHaveBeenCalledOnce();
  const examples = ['Service blueprint', 'Contacts by customer tier', 'Every contact is a sieve'];
  for (const name of examples) fireEvent.click(strip.getByRole('button', { name }));
  expect(startFrom.mock.calls).toEqual([
    ['saas-onboarding-blueprint.en', examples[0]],
    ['airline-tiers.en', examples[1]],
    ['b2b-trade-sieve.en', examples[2]],
  ]);
  fireEvent.click(strip.getByRole('button', { name: 'Put these away' }));
  expect(screen.queryByTestId('start-strip')).toBeNull();
  stop();
});
