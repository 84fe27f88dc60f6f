/** Shows the canvas of a session in a page without layout, where every element is as large as the pane. */
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { vi } from 'vitest';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { detailAt } from '../../../src/canvas/detail.ts';
import { chooseWindow } from '../../../src/canvas/windowOfNodes.ts';
import { MapCanvas } from '../../../src/canvas/MapCanvas.tsx';
import { createInterface, InterfaceContext } from '../../../src/state/interfaceStore.ts';
import { MapSessionContext } from '../../../src/state/mapSession.ts';
import type { TestSession } from './buildSession.ts';

export const paneWidth = 1400;
export const paneHeight = 800;

/** Call in `beforeEach`; undone by `vi.restoreAllMocks()`. */
export function giveElementsSize(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(paneWidth);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(paneHeight);
}

/** Renders and waits until cards (and, with the right to edit, the editing part) are there. `rendered` is called whenever React has drawn something. */
export async function openCanvas(
  session: TestSession,
  rendered: () => void = () => undefined,
): Promise<HTMLElement> {
  const { container } = render(
    <InterfaceContext value={createInterface(null, ['en'], false)}>
      <MapSessionContext value={session}>
        <Profiler id="canvas" onRender={rendered}>
          <MapCanvas />
        </Profiler>
      </MapSessionContext>
    </InterfaceContext>,
  );
  await vi.waitFor(
    () => {
      const { layout } = session.projection.getState();
      const wanted = chooseWindow(
        layout,
        canvasCamera.visible(),
        detailAt(canvasCamera.view().zoom),
        new Set(),
      );
      const mounted = container.querySelectorAll('.react-flow__node').length;
      // A rest still to come would choose the window anew.
      if (canvasCamera.isMoving()) throw new Error('the camera has not come to rest');
      // They are let in a few a frame.
      if ((wanted.length === 0 && layout.cards.size > 0) || mounted < wanted.length)
        throw new Error('cards are missing');
      if (session.editing && !container.querySelector('[data-editing="ready"]'))
        throw new Error('not yet ready to edit');
    },
    { timeout: 25_000 },
  );
  return container;
}
