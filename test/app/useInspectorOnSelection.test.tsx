// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useInspectorOnSelection } from '../../src/app/useInspectorOnSelection.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Page(): null {
  useInspectorOnSelection();
  return null;
}
function open(isFirst = false, role: Role = 'editor') {
  const session = { ...panelSession(buildMap({ touchpoints: [{}] })), role, ...(isFirst && { isFirst }) };
  renderPanel(session, <Page />);
  const panel = () => session.screen.getState().panel;
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  return { ...session, panel, pass };
}
const twoFrames = 34;
const selection = new Set(['t1']);

it('opens the panel of what is tapped with the next frame', () => {
  const { screen, panel, pass } = open();
  screen.setState({ selection });
  expect(panel()).toBe('none');
  pass(twoFrames);
  expect(panel()).toBe('inspector');
});

it.each([
  ['a drag', { drag: { ids: ['t1'], landing: new Map() } }, { drag: null }],
  ['a selection frame', { framed: selection }, { framed: null }],
])('opens the panel of what %s has taken up when that is over and shown', (_what, begun, over) => {
  const { screen, panel, pass } = open();
  screen.setState(begun);
  screen.setState({ selection });
  pass(1000);
  expect(panel()).toBe('none');
  screen.setState(over);
  pass(twoFrames);
  expect(panel()).toBe('none');
  pass(1000);
  expect(panel()).toBe('inspector');
});

it('opens none on a first picture for who may edit, who gets it with the live map', () => {
  const { screen, panel, pass } = open(true);
  screen.setState({ selection });
  pass(1000);
  expect(panel()).toBe('none');
  cleanup();
  const viewed = open(true, 'viewer');
  viewed.screen.setState({ selection });
  viewed.pass(twoFrames);
  expect(viewed.panel()).toBe('inspector');
});
