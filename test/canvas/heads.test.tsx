// @vitest-environment happy-dom
/** The heads of stages and lanes as the camera places them. */
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actionOf } from '../../src/canvas/actions.ts';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { buildSession } from './support/buildSession.ts';
import { giveElementsSize, openCanvas } from './support/openCanvas.tsx';

beforeEach(() => giveElementsSize());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the head of a collapsed stage', () => {
  it('says the average emotion of what is in it, by face, number and word; of nothing rated it says nothing', async () => {
    const session = buildSession();
    const container = await openCanvas(session);
    const average = () => container.querySelector<HTMLElement>('[data-testid="stage-average"]');
    const run = (id: 'collapseStage' | 'expandStage') =>
      act(async () => {
        actionOf(id).run(session, 's1');
        await vi.waitFor(() => {
          session.projection.flush();
          expect(session.projection.find('stages', 's1')?.collapsed).toBe(id === 'collapseStage');
        });
      });
    act(() => {
      session.editing?.commands.updateEach(
        'touchpoints',
        new Map([
          ['t1', { emotion: 2 }],
          ['t2', { emotion: -1 }],
        ]),
      );
      session.projection.flush();
    });
    expect(average()).toBeNull();
    await run('collapseStage');
    const column = session.projection.getState().layout.stages.find(({ id }) => id === 's1');
    expect(column?.width).toBe(36);
    expect(average()?.getAttribute('aria-label')).toBe('on average +0.5, pleased');
    expect(average()?.textContent).toContain('+0.5');
    expect(average()?.querySelector('svg')).not.toBeNull();
    act(() => {
      session.editing?.commands.update('touchpoints', ['t1', 't2'], { emotion: null });
      session.projection.flush();
    });
    expect(average()).toBeNull();
    await run('expandStage');
    expect(session.projection.getState().layout.stages[0]?.width).toBeGreaterThan(36);
  });
});

describe('the head of a lane that is partly gone', () => {
  it('has its words measured at rest, never in the middle of a zoom', async () => {
    const container = await openCanvas(buildSession());
    const text = container.querySelector<HTMLElement>('[data-testid="lane"] [data-part="text"]');
    if (!text) throw new Error('there is no head');
    const measured = vi.spyOn(text, 'offsetHeight', 'get').mockReturnValue(66);
    const zoomTo = (zoom: number) =>
      act(() => canvasCamera.moved({ x: 0, y: -30, zoom, width: 1200, height: 700 }));
    act(() => canvasCamera.moved({ x: 0, y: 0, zoom: 0.95, width: 1200, height: 700 }));
    measured.mockClear();
    const places = [0.9, 0.75, 0.6, 0.5, 0.4].map((zoom) => {
      zoomTo(zoom);
      return text.style.transform;
    });
    expect(measured).not.toHaveBeenCalled();
    // Fewer lines need less room: as long as the lane has it, the words go with the view.
    expect(places[0]).toBe('translate(0px, 30px)');
    await vi.waitFor(() => expect(measured).toHaveBeenCalled());
  });
});

describe.each([
  ['stage', { x: -4000, y: 0 }],
  ['lane', { x: 0, y: -4000 }],
] as const)('the head of a %s', (testId, away) => {
  it('leaves the view with its place, but not while it is carried to another', async () => {
    const container = await openCanvas(buildSession());
    const head = container.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
    if (!head) throw new Error('there is no head');
    const moveTo = (at: { readonly x: number; readonly y: number }) =>
      act(() => canvasCamera.moved({ ...at, zoom: 1, width: 1200, height: 700 }));
    moveTo({ x: 0, y: 0 });
    expect(head.style.display).toBe('');
    head.dataset['lifted'] = '4100';
    moveTo(away);
    expect(head.style.display).toBe('');
    delete head.dataset['lifted'];
    moveTo({ x: away.x * 1.1, y: away.y * 1.1 });
    expect(head.style.display).toBe('none');
  });
});
