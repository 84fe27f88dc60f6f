// @vitest-environment happy-dom
/** What the underlay draws, counted on a context that only keeps books; how far its canvas is moved, and its picture on it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { offsetCards, registerCard } from '../../src/canvas/cardOffsets.ts';
import { giveMoving } from '../../src/canvas/movingPart.ts';
import { createMoving } from '../../src/canvas/movingPicture.ts';
import { mountUnderlay } from '../../src/canvas/underlay.ts';
import { stretchLayout } from '../../src/layout/stretch.ts';
import type { TestSession } from './support/buildSession.ts';
import { mountBookkeeping, start, stopKeepingBooks } from './support/bookkeeping.ts';

/** As with the live map. */
function mount() {
  giveMoving(createMoving);
  return mountBookkeeping();
}

afterEach(stopKeepingBooks);

describe('the underlay', () => {
  it('is taken over by the session that comes after: only what it shows otherwise is drawn', () => {
    const { session, during, stop, canvas } = mount();
    let end = stop;
    const goOn = (next: TestSession) =>
      during(() => {
        end();
        end = mountUnderlay(canvas, next);
      }).texts;
    expect(goOn(session)).toEqual([]);
    end();
    session.editing?.commands.update('touchpoints', ['t0'], { title: 'Other' });
    end = () => undefined;
    const changed = goOn(session);
    expect(changed).toContain('Other');
    expect(changed.length).toBeLessThan(100);
    end();
    session.screen.setState({ theme: 'dark' });
    end = () => undefined;
    expect(goOn(session).length).toBeGreaterThan(100);
    end();
    canvasCamera.moved({ ...start, x: -300, zoom: 0.7 });
    end = () => undefined;
    expect(goOn(session).length).toBeGreaterThan(100);
    end();
  });

  it('moves with a camera that pans, and draws ahead of it now and then', () => {
    const { session, during, stop } = mount();
    const whole = during(() => session.screen.setState({ theme: 'dark' }));
    expect(whole.moves).toEqual([]);
    expect(whole.at).toBe('translate(0px, 0px)');
    expect(whole.texts.length).toBeGreaterThan(100);
    const ahead = during(() => canvasCamera.moved({ ...start, x: -40, y: 12 }));
    expect(ahead.at).toBe('translate(-40px, 12px)');
    expect(ahead.moves).toEqual([]);
    expect(ahead.texts.length).toBeGreaterThan(0);
    expect(ahead.texts.length).toBeLessThan(whole.texts.length / 2);
    for (const x of [-80, -120]) {
      const panned = during(() => canvasCamera.moved({ ...start, x, y: 12 }));
      expect(panned).toEqual({ texts: [], moves: [], at: `translate(${x}px, 12px)` });
    }
    const beyond = during(() => canvasCamera.moved({ ...start, x: -160, y: 12 }));
    expect(beyond.at).toBe('translate(0px, 12px)');
    expect(beyond.moves).toEqual([[-160, 0]]);
    expect(beyond.texts.length).toBeGreaterThan(0);
    stop();
  });

  it('shows what it has drawn ahead only as long as the map is the same', () => {
    const { session, during, stop } = mount();
    during(() => canvasCamera.moved({ ...start, x: -40 }));
    expect(during(() => canvasCamera.moved({ ...start, x: -80 })).texts).toEqual([]);
    during(() => session.editing?.commands.update('touchpoints', ['t0'], { title: 'Other' }));
    expect(during(() => canvasCamera.moved({ ...start, x: -81 })).texts.length).toBeGreaterThan(0);
    stop();
  });

  it('draws all anew once the camera rests', async () => {
    const { during, stop } = mount();
    during(() => canvasCamera.moved({ ...start, x: -40 }));
    await new Promise<void>((resolve) => {
      const off = canvasCamera.onRest(() => {
        off();
        resolve();
      });
    });
    const { moves, texts } = during(() => undefined);
    expect(moves).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
    stop();
  });

  it('goes all the way with several steps of one frame', () => {
    const { during, stop } = mount();
    const { at, moves } = during(() => {
      for (const x of [-5, -12, -30]) canvasCamera.moved({ ...start, x });
    });
    expect(at).toBe('translate(-30px, 0px)');
    expect(moves).toEqual([]);
    stop();
  });

  it('draws all anew where letters would stand otherwise, at another zoom, and when it moves out of view', () => {
    const { during, stop } = mount();
    expect(during(() => canvasCamera.moved({ ...start, x: -7.5 })).moves).toEqual([]);
    expect(during(() => canvasCamera.moved({ ...start, x: -7.5, zoom: 0.9 })).moves).toEqual([]);
    const far = during(() => canvasCamera.moved({ ...start, x: -1400.5, zoom: 0.9 }));
    expect(far.texts.length).toBeGreaterThan(100);
    stop();
  });

  it('draws a change of the map right although the camera has moved in the same frame', () => {
    const { session, during, stop } = mount();
    const { texts } = during(() => {
      canvasCamera.moved({ ...start, x: -5 });
      canvasCamera.moved({ ...start, x: -10 });
      session.editing?.commands.update('touchpoints', ['t0'], { title: 'Other' });
    });
    expect(texts).toContain('Other');
    expect(texts.length).toBeGreaterThan(100);
    stop();
  });

  describe('of a card that is mounted', () => {
    const mounted = (id: string): (() => void) => {
      registerCard(id, document.createElement('div'));
      return () => registerCard(id, null);
    };
    const retitle = (session: TestSession, title: string): void =>
      void session.editing?.commands.update('touchpoints', ['t0'], { title });

    it('draws other words once it is quiet, not with every change', async () => {
      const { session, during, stop } = mount();
      const unmount = mounted('t0');
      for (const title of ['One', 'Two', 'Three'])
        expect(during(() => retitle(session, title)).texts).toEqual([]);
      let texts: readonly string[] = [];
      await vi.waitFor(() => {
        ({ texts } = during(() => undefined));
        expect(texts).toContain('Three');
      });
      expect(texts).not.toContain('Two');
      unmount();
      stop();
    });

    it('draws them as soon as the camera moves, for it may be uncovered then', () => {
      const { session, during, stop } = mount();
      const unmount = mounted('t0');
      expect(during(() => retitle(session, 'Other')).texts).toEqual([]);
      expect(during(() => canvasCamera.moved({ ...start, x: -5 })).texts).toContain('Other');
      expect(during(() => retitle(session, 'Another')).texts).toEqual([]);
      expect(during(() => canvasCamera.moved({ ...start, zoom: 0.7 })).texts).toContain('Another');
      unmount();
      stop();
    });

    it('draws them as soon as it is mounted no more, also while others go on typing elsewhere', () => {
      const { session, during, stop } = mount();
      const unmount = mounted('t0');
      expect(during(() => retitle(session, 'Other')).texts).toEqual([]);
      expect(during(unmount).texts).toContain('Other');
      expect(during(mounted('t0')).texts).toEqual([]);
      stop();
    });

    it('draws them at once where it is away from its place, and where it is not mounted', () => {
      const { session, during, stop } = mount();
      expect(during(() => retitle(session, 'Bare')).texts).toContain('Bare');
      const unmount = mounted('t0');
      offsetCards('test', new Map([['t0', { dx: 400, dy: 0 }]]));
      // Its own drawing is left to its element then; what is around it is drawn.
      expect(during(() => retitle(session, 'Away')).texts.length).toBeGreaterThan(0);
      offsetCards('test', new Map());
      unmount();
      stop();
    });
  });

  it('draws no card in full that is only seen from afar', () => {
    const { session, during, stop } = mount();
    const { groups } = session.projection.getState().layout;
    const unseen = groups.filter(({ role, box }) => role === 'touchpoint' && box.x > 2000);
    expect(unseen.length).toBeGreaterThan(20);
    let drawn = 0;
    for (const group of unseen) {
      const drawInFull = (): [] => {
        drawn += 1;
        return [];
      };
      Object.defineProperty(group, 'items', { get: drawInFull });
    }
    during(() => canvasCamera.moved({ ...start, zoom: 0.15 }));
    expect(drawn).toBe(0);
    during(() => canvasCamera.moved({ ...start, x: -1800 }));
    expect(drawn).toBeGreaterThan(0);
    stop();
  });

  it('with the room for a drop draws what lies below the taller lane, and all of it anew at the drop', () => {
    const { session, during, stop } = mount();
    const { layout, journey } = session.projection.getState();
    const lane = layout.lanes[1];
    if (!lane) throw new Error('the large map has lanes');
    const room = stretchLayout(layout, new Map([[lane.id, lane.height + 100]]), journey.elements);
    const [above, below] = [layout.lanes[0], layout.lanes[2]].map((row) => titleIn(session, row?.id ?? ''));
    const show = (shown: typeof room | null): void =>
      session.screen.setState({ drag: { ids: ['t0'], landing: new Map(), room: shown } });
    const grown = during(() => show(room));
    expect(grown.texts).toContain(below);
    expect(grown.texts).not.toContain(above);
    const dropped = during(() => {
      session.editing?.commands.update('touchpoints', ['t0'], { title: 'Other' });
      session.screen.setState({ drag: null });
    });
    expect(dropped.texts).toContain('Other');
    expect(dropped.texts).toContain(below);
    stop();
  });
});

/** The first line that a card of a lane shows. */
function titleIn({ projection }: TestSession, laneId: string): string {
  const { layout } = projection.getState();
  const card = [...layout.cards.values()].find((box) => box.laneId === laneId && box.x < 600);
  const text = layout.groupOf.get(card?.id ?? '')?.items.find((item) => item.kind === 'text');
  if (text?.kind !== 'text') throw new Error(`nothing is written in ${laneId}`);
  return text.text;
}
