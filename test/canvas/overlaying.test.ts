// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionOf } from '../../src/canvas/actions.ts';
import { followOverlay } from '../../src/canvas/overlaying.ts';
import { hearAnnouncements } from '../../src/canvas/announce.ts';
import { overlayKinds } from '../../src/model/overlayKinds.ts';
import { buildSession } from './support/buildSession.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('the overlay of this screen', () => {
  it('is said politely, with how much it rests on', () => {
    vi.useFakeTimers();
    const session = buildSession();
    const heard: string[] = [];
    const deaf = hearAnnouncements((text) => heard.push(text));
    const stop = followOverlay(session);
    actionOf('overlayPain').run(session);
    vi.runAllTimers();
    actionOf('overlayNone').run(session);
    vi.runAllTimers();
    expect(heard[0]).toMatch(/^Overlay: Pain\. \d of \d rated/);
    expect(heard[1]).toBe('No overlay');
    stop();
    deaf();
  });

  it('goes with one key from each to the next, and off after the last', () => {
    const session = buildSession();
    const next = actionOf('nextOverlay');
    expect(next.shortcuts).toEqual(['O']);
    const seen = [...overlayKinds, null].map(() => {
      next.run(session);
      return session.screen.getState().overlay;
    });
    expect(seen).toEqual([...overlayKinds, null]);
  });

  it('is worked out at once when it is switched on, again when the map has been quiet, and ends without a trace', () => {
    vi.useFakeTimers();
    const session = buildSession();
    const stop = followOverlay(session);
    actionOf('overlayPain').run(session);
    const first = session.screen.getState().overlaid;
    expect(first?.spoken('t1', 'en')).toMatch(/^pain \d+$/);
    session.remote.update('touchpoints', ['t1'], { emotion: -2, importance: 5 });
    expect(session.screen.getState().overlaid).toBe(first);
    vi.runAllTimers();
    expect(session.screen.getState().overlaid?.spoken('t1', 'zh')).toBe('痛感 100');
    stop();
    expect(session.screen.getState().overlaid).toBeNull();
  });

  it('one or none is on; Escape switches it off when nothing else is left to take back (U9), for viewers too', () => {
    const session = buildSession({ role: 'viewer' });
    const stop = followOverlay(session);
    actionOf('overlayOwners').run(session);
    actionOf('overlayEvidence').run(session);
    expect(session.screen.getState().overlay).toBe('evidence');
    actionOf('back').run(session);
    expect(session.screen.getState()).toMatchObject({ overlay: null, overlaid: null });
    stop();
  });
});
