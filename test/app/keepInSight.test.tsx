// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeepInSight } from '../../src/app/KeepInSight.tsx';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { doubleTapMs } from '../../src/canvas/pointer.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';

const revealed = vi.spyOn(canvasCamera, 'reveal').mockImplementation(() => undefined);
beforeEach(() => {
  vi.useFakeTimers();
  revealed.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(...ids: string[]) {
  const session = panelSession(buildMap({ touchpoints: [{}] }));
  session.select(...ids);
  renderPanel(session, <KeepInSight />);
  return session;
}
function pass(): void {
  act(() => void vi.advanceTimersByTime(doubleTapMs));
}
const press = (type: string) => dispatchEvent(new Event(type));
const [touchpoint, stage] = ['t1', 's1'];

it('brings what is selected out from under a panel that has opened, once', () => {
  const session = open(touchpoint);
  expect(revealed).not.toHaveBeenCalled();
  pass();
  const card = session.projection.getState().layout.cards.get(touchpoint);
  expect(revealed).toHaveBeenCalledOnce();
  expect(revealed.mock.calls[0]?.[0]).toMatchObject({ x: card?.x, y: card?.y });
  press('pointerdown');
  press('pointerup');
  pass();
  expect(revealed).toHaveBeenCalledOnce();
});

it('waits while something is pressed, so that a double click meets the same card twice', () => {
  open(touchpoint);
  press('pointerdown');
  pass();
  expect(revealed).not.toHaveBeenCalled();
  press('pointerup');
  pass();
  expect(revealed).toHaveBeenCalledOnce();
});

it('leaves the view to who has turned the wheel meanwhile, and to a drag', () => {
  open(touchpoint);
  press('wheel');
  pass();
  const { screen } = open(touchpoint);
  screen.setState({ drag: { ids: [touchpoint] } as never });
  pass();
  expect(revealed).not.toHaveBeenCalled();
});

it('does not go after a stage, nor after several things at once', () => {
  open(stage);
  open(stage, touchpoint);
  pass();
  expect(revealed).not.toHaveBeenCalled();
});
