// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NothingYet } from '../../src/canvas/NothingYet.tsx';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';

afterEach(cleanup);

const blank = buildMap({
  stages: [{ id: 's1', name: 'Look' }],
  lanes: [{ id: 'l1', name: 'Contact', kind: 'contact' }],
});
const note = () => screen.queryByTestId('nothing-yet')?.textContent;

it('a reader of a blank map is told that it is blank and that nobody needs to reload; it goes with the first thing (U32)', () => {
  const session = panelSession(blank, { viewer: true });
  renderPanel(session, <NothingYet />);
  expect(note()).toBe('Nothing is on this map yet. What is added to it appears here by itself.');
  act(
    () => void session.other.create('touchpoints', { title: 'Reads', stageId: 's1', laneId: 'l1', t: 0.5 }),
  );
  expect(note()).toBeUndefined();
});

it('in Chinese too; who may edit is offered a start instead', () => {
  renderPanel(panelSession(blank, { viewer: true, language: 'zh' }), <NothingYet />);
  expect(note()).toBe('这张图上还没有内容。有人添加后会自动显示在这里。');
  cleanup();
  renderPanel(panelSession(blank), <NothingYet />);
  expect(note()).toBeUndefined();
});
