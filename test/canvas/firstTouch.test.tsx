// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { MapCanvas } from '../../src/canvas/MapCanvas.tsx';
import { MapSessionContext, type MapSession } from '../../src/state/mapSession.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The first picture of a map: nothing that makes it live is shown. */
function openFirstPicture(): {
  readonly session: TestSession;
  readonly container: HTMLElement;
} {
  const session = buildSession();
  const first: MapSession = { ...session, editing: null, isFirst: true };
  const { container } = render(
    <MapSessionContext value={first}>
      <MapCanvas />
    </MapSessionContext>,
  );
  return { session, container };
}

function clickOn(session: TestSession, container: HTMLElement, id: string): void {
  const box = session.projection.getState().layout.cards.get(id);
  const pane = container.querySelector('[data-part="pane"]');
  if (!box || !pane) throw new Error(`nothing to click on for ${id}`);
  const { x, y } = canvasCamera.toClient({ x: box.x + 20, y: box.y + 20 });
  const event = { clientX: x, clientY: y, button: 0, pointerId: 1, pointerType: 'mouse' };
  act(() => {
    fireEvent.pointerDown(pane, event);
    fireEvent.pointerUp(window, event);
  });
}

describe('the first picture, before the map is live', () => {
  it('a click selects the card that is drawn there, and its frame is shown', () => {
    const { session, container } = openFirstPicture();
    clickOn(session, container, 't2');
    expect([...session.screen.getState().selection]).toEqual(['t2']);
    expect(container.querySelectorAll('[data-part="selection-frame"]')).toHaveLength(1);
    expect(container.querySelector('.react-flow')).toBeNull();
  });

  it('another click selects the other card instead', () => {
    const { session, container } = openFirstPicture();
    clickOn(session, container, 't2');
    clickOn(session, container, 't1');
    expect([...session.screen.getState().selection]).toEqual(['t1']);
  });

  it('what was selected on it stays selected on the live canvas, and others are told (U23)', async () => {
    const { session, container } = openFirstPicture();
    clickOn(session, container, 't2');
    expect(session.told.selection).toBeUndefined();
    cleanup();
    const live = await openCanvas(session);
    expect([...session.screen.getState().selection]).toEqual(['t2']);
    expect(live.querySelectorAll('[data-part="selection-frame"]')).toHaveLength(1);
    expect(session.told.selection).toEqual(['t2']);
  });
});
