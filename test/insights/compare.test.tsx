// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OtherMaps, OtherRead } from '../../src/insights/compare/otherMaps.ts';
import { InsightsView } from '../../src/insights/InsightsView.tsx';
import { futureState } from '../../src/model/futureState.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { Comparing } from '../../src/state/comparing.ts';
import type { InterfaceLanguage } from '../../src/words/language.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';
import { templates } from '../support/templates.ts';

afterEach(cleanup);

function template(name: string): JourneyMap {
  const found = templates.find((one) => one.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found.map;
}

const trade = template('b2b-trade-sieve.en');

/** The trade map in the future: one touchpoint new, one gone, one moved and better. */
function future(): JourneyMap {
  const made = futureState(trade, { id: 'next', baseMapId: 'base', now: '2025-06-01T00:00:00Z' });
  const [first, , third] = made.touchpoints;
  const last = trade.stages.at(-1);
  if (!first || !third || !last) throw new Error('no touchpoints');
  return {
    ...made,
    touchpoints: [
      { ...first, emotion: 2, stageId: last.id },
      ...made.touchpoints.slice(2),
      { ...third, id: 'brandNew', originId: null, title: 'Chat with a person' },
    ],
  };
}

/** Whom the other map's changes are told. */
let told: (read: OtherRead) => void = () => {};

async function show(
  map: JourneyMap,
  comparing: Comparing,
  read: OtherRead = { ok: true, map: trade },
  language: InterfaceLanguage = 'en',
  more: OtherMaps['maps'] = [],
) {
  const session = panelSession(map, { language });
  session.screen.setState({ comparing });
  const others: OtherMaps = {
    maps: [
      { id: 'stranger', title: 'Another', state: 'current', baseMapId: null },
      { id: 'base', title: 'Trade', state: 'current', baseMapId: null },
      ...more,
    ],
    versions: () => Promise.resolve([{ id: 'v1', title: 'Before launch', at: '2025-03-01T09:00:00Z' }]),
    follow: vi.fn<OtherMaps['follow']>((_, tell) => {
      told = tell;
      tell(read);
      return () => {};
    }),
    readFile: () => Promise.resolve(read),
  };
  const onGo = vi.fn<(id: string) => void>();
  renderPanel(session, <InsightsView narrow={false} today="2025-06-01" onGo={onGo} others={others} />);
  await act(() => Promise.resolve());
  return { session, onGo, others };
}

const part = (name: string): HTMLElement => page.getByTestId(`compare-${name}`);

describe('comparing two states of a journey', () => {
  it('lists what was added, removed, moved and changed, and the largest gaps first', async () => {
    await show(future(), 'map:base');
    expect(part('added').textContent).toContain('Chat with a person');
    expect(part('removed').textContent).toContain(trade.touchpoints[1]?.title);
    expect(part('removed').textContent).toContain('not in this map');
    expect(part('moved').textContent).toContain('1 touchpoint');
    expect(part('moved').textContent).toContain(trade.touchpoints[0]?.title);
    expect(part('changed').textContent).toMatch(/Emotion: .* → 2/);
    const [largest] = within(part('gaps')).getAllByRole('listitem');
    expect(largest?.textContent).toContain(trade.touchpoints[0]?.title);
    expect(part('figures').textContent).toContain('27 of 28 matched');
  });

  it('calls the sides present and future where one is, and before and now where none is', async () => {
    await show(future(), 'map:base');
    const heads = () =>
      within(part('figures'))
        .getAllByRole('columnheader')
        .map((head) => head.textContent);
    expect(heads()).toEqual(['Figure', 'Present', 'Future', 'Difference']);
    expect(part('states').textContent).toContain('better than today');
    cleanup();
    await show(trade, 'version:v1');
    expect(heads()).toEqual(['Figure', 'Before', 'Now', 'Difference']);
  });

  it('follows the other map while it is edited, and writes a difference of percentages in points', async () => {
    const halved = {
      ...trade,
      touchpoints: trade.touchpoints.map((one) =>
        one.id === 'tp01' ? { ...one, passed: 450, title: 'Renamed meanwhile' } : one,
      ),
    };
    await show(trade, 'map:base');
    expect(part('changed').textContent).toContain('No field was changed.');
    act(() => told({ ok: true, map: halved }));
    expect(part('changed').textContent).toContain('Renamed meanwhile');
    const [row] = within(part('figures')).getAllByRole('row', { name: /Get through the whole sieve/ });
    expect(row?.textContent).toMatch(/0\.1%0\.2%\+0\.1 pts$/);
  });

  it('leads from both columns of the figures to what they rest on here, or says that it has no counterpart', async () => {
    const { onGo } = await show(future(), 'map:base');
    for (const row of within(part('figures')).getAllByRole('row').slice(1)) {
      const buttons = within(row).queryAllByRole('button');
      if (row.querySelector('[colspan]')) continue;
      expect(buttons).toHaveLength(2);
      for (const button of buttons) {
        fireEvent.click(button);
        expect(page.getAllByTestId('behind-row').length, button.ariaLabel ?? '').toBeGreaterThan(0);
        fireEvent.keyDown(document.body, { key: 'Escape' });
      }
    }
    expect(onGo).not.toHaveBeenCalled();
    cleanup();
    const strangers = trade.touchpoints.map((one) => ({ ...one, id: `x${one.id}` }));
    await show(trade, 'map:base', {
      ok: true,
      map: { ...trade, touchpoints: strangers, moments: [], links: [] },
    });
    const [before] = within(part('figures')).getAllByRole('button', { name: /Before$/ });
    fireEvent.click(before ?? part('figures'));
    expect(page.getByTestId('behind').textContent).toContain('no counterpart in this map');
  });

  it('shows the side that is known, and why the other is not', async () => {
    const uncounted = trade.touchpoints.map((one) => ({
      ...one,
      reached: null,
      passed: null,
      conversion: null,
    }));
    await show({ ...trade, touchpoints: uncounted }, 'map:base');
    const [row] = within(part('figures')).getAllByRole('row', { name: /Get through the whole sieve/ });
    const [before, now, difference] = within(row ?? part('figures')).getAllByRole('cell');
    expect([before?.textContent, difference?.textContent]).toEqual(['0.2%', '–']);
    expect(now?.textContent).toMatch(/[a-z]/);
    const [button] = within(before ?? part('figures')).getAllByRole('button');
    fireEvent.click(button ?? part('figures'));
    expect(page.getAllByTestId('behind-row').length).toBeGreaterThan(0);
  });

  it('leads from a gap to its touchpoint on the map', async () => {
    const { onGo } = await show(future(), 'map:base');
    const [button] = within(part('gaps')).getAllByRole('button');
    fireEvent.click(button ?? part('gaps'));
    fireEvent.click(page.getByTestId('behind-row'));
    expect(onGo).toHaveBeenCalledExactlyOnceWith(trade.touchpoints[0]?.id);
  });

  it.each([
    ['map:elsewhere', 'A map that is not on this device'],
    ['version:v0', 'A version'],
  ] as const)('names %s, which its lists do not have, in words', async (comparing, name) => {
    await show(trade, comparing);
    const choice = page.getByTestId('compare-with');
    expect(choice.textContent).toContain(name);
    expect(choice.textContent).not.toContain(comparing);
  });

  it('says that there is no difference between a map and itself', async () => {
    await show(trade, 'version:v1');
    for (const [name, says] of [
      ['added', 'Nothing was added.'],
      ['removed', 'Nothing was removed.'],
      ['moved', 'Nothing was moved.'],
      ['changed', 'No field was changed.'],
      ['gaps', 'No matched touchpoint is felt differently.'],
    ] as const)
      expect(part(name).textContent).toContain(says);
  });

  it('takes a future state made from this map as what comes later', async () => {
    const next = future();
    const session = panelSession(trade);
    const { others } = await show(trade, 'map:next', {
      ok: true,
      map: { ...next, map: { ...next.map, baseMapId: session.mapId } },
    });
    expect(others.follow).toHaveBeenCalledExactlyOnceWith('map:next', expect.any(Function));
    expect(part('added').textContent).toContain('Chat with a person');
    expect(part('added').textContent).toContain('not in this map');
    expect(part('removed').textContent).not.toContain('not in this map');
  });

  it('says why there is nothing to compare with, and what to do', async () => {
    await show(trade, 'map:stranger', { ok: false, why: 'no-access' });
    expect(page.getByTestId('nothing').textContent).toContain('You have no key to the other map.');
    expect(page.getByTestId('nothing').textContent).toContain('Ask for a link');
  });

  it('offers its present state first, then versions, then other maps, then a file', async () => {
    await show({ ...trade, map: { ...trade.map, state: 'future', baseMapId: 'base' } }, 'choose');
    const choices = [...page.getByTestId('compare-with').querySelectorAll('option')].map(
      ({ textContent }) => textContent,
    );
    expect(choices[1]).toBe('Present state: Trade');
    expect(choices[2]).toContain('Version: Before launch');
    expect(choices[3]).toBe('Map: Another');
    expect(choices[4]).toContain('file');
    expect(page.queryByTestId('make-future')).toBeNull();
  });

  it('draws its own curve while it asks for the other side, and nothing where nobody has rated', async () => {
    await show(trade, 'choose');
    expect(part('one-side').textContent).toContain(trade.map.title);
    expect(within(part('one-side')).getAllByRole('button', { name: /^Now, / }).length).toBeGreaterThan(10);
    cleanup();
    await show(
      { ...trade, touchpoints: trade.touchpoints.map((one) => ({ ...one, emotion: null })) },
      'choose',
    );
    expect(part('start')).toBeDefined();
    expect(page.queryByTestId('compare-one-side')).toBeNull();
  });

  it('says once that a map is a future state, which its title says too, in both languages', async () => {
    const later = (title: string) => [
      { id: 'later', title, state: 'future' as const, baseMapId: trade.map.id },
    ];
    await show(trade, 'choose', undefined, 'en', later('Trade (future state)'));
    expect(page.getByTestId('compare-with').textContent).toContain('Future state: Trade');
    expect(page.getByTestId('compare-start').textContent).toContain('Future state: Trade');
    expect(document.body.textContent).not.toContain('(future state)');
    cleanup();
    await show(trade, 'choose', undefined, 'zh', later('贸易（未来状态）'));
    expect(page.getByTestId('compare-with').textContent).toContain('未来状态：贸易');
    expect(document.body.textContent).not.toContain('（未来状态）');
  });

  it('speaks Chinese', async () => {
    await show(future(), 'map:base', undefined, 'zh');
    expect(part('added').textContent).toContain('新增');
    expect(part('states').textContent).not.toMatch(/Before|Added|Difference/);
  });
});

describe('comparing personas and tiers of one map', () => {
  it('shows pairs of personas, where they differ and whom only one meets; another pair can be chosen', async () => {
    await show(trade, 'personas');
    expect(part('pairs').querySelectorAll('tbody tr')).toHaveLength(3);
    expect(part('spread').querySelectorAll('ol li').length).toBeGreaterThan(3);
    const third = trade.personas[2];
    fireEvent.change(part('persona-1'), { target: { value: third?.id } });
    expect(part('personas').textContent).toContain(`${third?.name} feels better`);
  });

  it('shows two tiers side by side, the higher first', async () => {
    await show(template('airline-tiers.en'), 'tiers');
    expect(part('differences').querySelectorAll('ol li').length).toBeGreaterThan(3);
    expect(part('differences').textContent).toContain('4 steps');
  });

  it('says what is missing where there is one persona or no tier', async () => {
    await show({ ...trade, personas: trade.personas.slice(0, 1) }, 'personas');
    expect(page.getByTestId('nothing').textContent).toContain('Add another persona.');
    cleanup();
    await show({ ...trade, tiers: [] }, 'tiers');
    expect(page.getByTestId('nothing').textContent?.length).toBeGreaterThan(10);
  });

  it('leads back to the Insights', async () => {
    const { session } = await show(trade, 'personas');
    fireEvent.click(part('close'));
    expect(session.screen.getState().comparing).toBeNull();
    expect(page.getByTestId('insights-sieve')).toBeTruthy();
  });
});
