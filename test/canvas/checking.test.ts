// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionOf } from '../../src/canvas/actions.ts';
import { followChecks } from '../../src/canvas/checking.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { makeMarks } from '../../src/layout/overlays/marks.ts';
import { buildSession } from './support/buildSession.ts';

afterEach(() => {
  vi.useRealTimers();
});

const codesAt = (session: ReturnType<typeof buildSession>, id: string): readonly string[] =>
  (session.screen.getState().checks ?? []).flatMap(({ code, targetId, dismissed }) =>
    targetId === id && !dismissed ? [code] : [],
  );

describe('the checks of this screen', () => {
  it('are kept up while the map changes, when it has been quiet, and end without a trace', () => {
    vi.useFakeTimers();
    const session = buildSession();
    const stop = followChecks(session);
    session.remote.update('touchpoints', ['t1'], { emotion: null });
    expect(codesAt(session, 't1')).not.toContain('L02');
    vi.runAllTimers();
    expect(codesAt(session, 't1')).toContain('L02');
    const { checks } = session.screen.getState();
    session.remote.update('touchpoints', ['t2'], { description: 'Words that no check reads' });
    vi.runAllTimers();
    expect(session.screen.getState().checks).toBe(checks);
    stop();
    expect(session.screen.getState()).toMatchObject({ checks: null, marked: null });
  });

  it('mark the heads of stages, and of the lanes and personas that a finding about a channel concerns', () => {
    vi.useFakeTimers();
    const session = buildSession();
    const stop = followChecks(session);
    session.screen.setState({ marks: true });
    const { stages, lanes } = session.projection.getState().journey;
    const [lane] = lanes;
    const stage = session.remote.create('stages', { name: 'Nothing yet' });
    const channel = session.remote.create('channels', { name: 'Text message', needsPermission: true });
    if (!stage.ok || !channel.ok) throw new Error('not made');
    session.remote.update('touchpoints', ['t1'], { channelId: channel.value });
    vi.runAllTimers();
    const heads = () => session.screen.getState().headMarks;
    expect(heads()?.get(stage.value)).toBe('Empty stage');
    expect(heads()?.get(stages[0]?.id ?? '')).toBeUndefined();
    const { laneId } = session.projection.find('touchpoints', 't1') ?? {};
    expect(laneId).toBe(lane?.id);
    expect(heads()?.get(laneId ?? '')).toMatch(/: Text message$/);
    session.screen.setState({ language: 'zh' });
    expect(heads()?.get(stage.value)).toBe('阶段为空');
    session.screen.setState({ marks: false });
    expect(heads()).toBeNull();
    stop();
  });

  it('mark cards only where marks are wanted, name them to those who do not see, and leave what is set aside', () => {
    vi.useFakeTimers();
    const session = buildSession();
    session.remote.update('touchpoints', ['t1'], { emotion: null });
    const stop = followChecks(session);
    expect(session.screen.getState().marked).toBeNull();
    session.screen.setState({ marks: true });
    expect(session.screen.getState().marked?.spoken('t1', 'en')).toBe('Emotion not rated');
    for (const { code, aspect, targetId } of session.screen.getState().checks ?? [])
      expect(
        session.remote.create('dismissals', { code, aspect, targetId, reason: 'Known', by: '', at: null }),
      ).toMatchObject({ ok: true });
    vi.runAllTimers();
    expect(session.screen.getState().marked?.spoken('t1', 'en')).toBe('');
    stop();
  });

  it('have a list that the action opens and Escape closes, for viewers too', () => {
    const session = buildSession({ role: 'viewer' });
    actionOf('checks').run(session);
    expect(session.screen.getState().checking).toBe(true);
    actionOf('back').run(session);
    expect(session.screen.getState().checking).toBe(false);
  });
});

describe('a mark', () => {
  it('lies on its card at every detail, over an overlay too, and moves nothing', () => {
    const session = buildSession();
    session.remote.update('touchpoints', ['t1'], { emotion: null });
    const stop = followChecks(session);
    const { journey } = session.projection.getState();
    const marks = makeMarks(session.screen.getState().checks ?? [], journey);
    const options = layoutOptionsFor(journey);
    const plain = layoutMap(journey, options);
    const layout = layoutMap(journey, { ...options, overlays: [marks] }, plain);
    expect(layout.plain).toBe(plain);
    const [before, after] = [plain.groupOf.get('t1'), layout.groupOf.get('t1')];
    for (const detail of ['full', 'titles', 'blocks'] as const) {
      const own = before?.itemsAt?.(detail) ?? [];
      const items = after?.itemsAt?.(detail) ?? [];
      expect(items.slice(0, own.length)).toEqual(own);
      expect(items.length).toBeGreaterThan(own.length);
    }
    expect(layoutMap(journey, { ...options, overlays: [marks] }, layout).groupOf.get('t1')).toBe(after);
    stop();
  });
});
