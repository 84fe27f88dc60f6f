// @vitest-environment happy-dom
/** What others deleted under my hands is listed, with Restore (R60). */
import { act, cleanup, fireEvent, screen as page } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { RescueHost } from '../../src/app/RescueHost.tsx';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import type { LostRecord } from '../../src/state/lostWork.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';

afterEach(cleanup);

it('is told, listed with its name and kind, and made again with my changes, one by one or all (R60)', () => {
  const map = buildMap({ touchpoints: ['t1', 't2'] });
  const session = panelSession(map);
  const lost = createStore<readonly LostRecord[]>(() => []);
  renderPanel({ ...session, lost }, <RescueHost storage={memoryStorage()} />);
  expect(page.queryByTestId('toast')).toBeNull();
  const records = map.touchpoints.map((one, at) => ({ ...one, title: `Worked on ${at + 1}` }));
  act(() =>
    lost.setState(
      records.map((record) => ({ collection: 'touchpoints', id: record.id, record })),
      true,
    ),
  );
  act(() => void session.other.remove(['t1', 't2']));
  expect(page.getByTestId('toast').textContent).toContain('2 things you changed were deleted');
  fireEvent.click(page.getByText('Look at them'));
  expect(page.getByTestId('lost-work').textContent).toContain('Touchpoint');
  fireEvent.click(page.getByLabelText('Restore Worked on 1'));
  expect(session.journey().touchpoints.map(({ title }) => title)).toEqual(['Worked on 1']);
  expect(session.journey().touchpoints[0]).toMatchObject({ stageId: 's1', laneId: 'l1' });
  expect(page.queryByLabelText('Restore Worked on 1')).toBeNull();
  fireEvent.click(page.getByText('Restore all'));
  expect(session.journey().touchpoints.map(({ title }) => title)).toEqual(['Worked on 1', 'Worked on 2']);
  expect(page.queryByTestId('lost-work')).toBeNull();
});
