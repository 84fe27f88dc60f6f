// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Present } from '../../src/present/Present.tsx';
import { roomOf } from '../../src/present/useRoom.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../support/panelSession.tsx';

afterEach(cleanup);

const same = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };
const nothing = (): void => undefined;

function present(session: PanelSession, start: string | null): void {
  renderPanel(session, <Present start={start} onShown={nothing} onLeave={nothing} />);
}

const spoken = (): string => screen.getByTestId('slide').textContent ?? '';

describe('a presentation', () => {
  const map = buildMap({
    stages: [
      { id: 's1', name: 'Look' },
      { id: 's2', name: 'Buy' },
    ],
    lanes: [
      { id: 'l1', kind: 'contact' },
      { id: 'l2', kind: 'customer-action' },
    ],
    personas: [
      { id: 'p1', name: 'Lena' },
      { id: 'p2', name: 'Tom' },
    ],
    touchpoints: [
      {
        title: 'Reads reviews',
        laneId: 'l1',
        t: 0.2,
        emotion: 1,
        byPersona: { p2: { ...same, emotion: -2 } },
      },
      { title: 'Asks a friend', laneId: 'l2', t: 0.6 },
    ],
  });

  it('leaves out the lanes this screen hides, and shows them again', () => {
    const session = panelSession(map, { viewer: true });
    present(session, 's1');
    expect(spoken()).toContain('Asks a friend');
    act(() => session.screen.setState({ hiddenLanes: new Set(['l2']) }));
    expect(spoken()).not.toContain('Asks a friend');
    expect(spoken()).toContain('Reads reviews');
  });

  it('follows the persona whose journey leads', () => {
    const session = panelSession(map, { viewer: true });
    present(session, 's1');
    const everyones = spoken();
    act(() => session.screen.setState({ lead: 'p2' }));
    expect(spoken()).not.toBe(everyones);
    expect(spoken()).toContain('Tom');
  });

  it('says in the bar when what it shows may be out of date', () => {
    const session = panelSession(map, { viewer: true });
    present(session, null);
    expect(screen.queryByTestId('present-offline')).toBeNull();
    act(() => session.saveState.setState({ kind: 'view-only', online: false }, true));
    expect(screen.getByTestId('present-offline').textContent).toBe('Offline');
  });
});

it('the bar has its measures in a usual window, grows with a large one, and is lower on a phone that lies on its side', () => {
  expect(roomOf(1440, 900)).toEqual({ width: 1440, height: 828, bar: { height: 72, zoom: 1 } });
  expect(roomOf(1024, 768).bar).toEqual({ height: 72, zoom: 1 });
  expect(roomOf(2880, 1800)).toEqual({ width: 2880, height: 1656, bar: { height: 72, zoom: 2 } });
  expect(roomOf(844, 390)).toEqual({ width: 844, height: 336, bar: { height: 54, zoom: 1 } });
});
