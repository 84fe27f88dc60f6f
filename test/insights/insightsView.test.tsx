// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { servePage } from '../../src/canvas/pageRuns.ts';
import { analyseMap } from '../../src/analysis/analyseMap.ts';
import { chartFactsOf } from '../../src/charts/chartFacts.ts';
import { ConsistencySection } from '../../src/insights/ConsistencySection.tsx';
import { InformationSection, OwnershipSection } from '../../src/insights/WorkCards.tsx';
import {
  ControlSection,
  FiveWsSection,
  FormalitySection,
  KindsSection,
} from '../../src/insights/ContactCards.tsx';
import { InsightsContext, type Insights } from '../../src/insights/insightsContext.ts';
import { InsightsView } from '../../src/insights/InsightsView.tsx';
import { JourneyPart } from '../../src/insights/JourneyPart.tsx';
import {
  MediaSection,
  PressureSection,
  ResponseSection,
  TierSection,
} from '../../src/insights/ServiceCards.tsx';
import { ExperienceSection } from '../../src/insights/ExperienceSection.tsx';
import { OpportunitiesSection } from '../../src/insights/OpportunitiesSection.tsx';
import { PainsSection } from '../../src/insights/PainsSection.tsx';
import { QuadrantSection } from '../../src/insights/QuadrantSection.tsx';
import type { OtherMaps } from '../../src/insights/compare/otherMaps.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { InterfaceLanguage } from '../../src/words/language.ts';
import { insightsWords } from '../../src/words/insights.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';
import { templates } from '../support/templates.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const sections = [
  'sieve',
  'moments',
  'coverage',
  'experience',
  'quadrant',
  'pains',
  'opportunities',
  'questions',
  'media',
  'tiers',
  'consistency',
  'response',
  'pressure',
  'ownership',
  'information',
  'fiveWs',
  'control',
  'formality',
  'kinds',
] as const;

function template(name: string): JourneyMap {
  const found = templates.find((one) => one.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found.map;
}

const others: OtherMaps = {
  maps: [],
  versions: () => Promise.resolve([]),
  follow: () => () => {},
  readFile: () => Promise.resolve({ ok: false, why: 'unreadable' }),
};

function show(
  map: JourneyMap,
  {
    language = 'en',
    viewer = false,
    narrow = false,
  }: { language?: InterfaceLanguage; viewer?: boolean; narrow?: boolean } = {},
) {
  const session = panelSession(map, { language, viewer });
  const onGo = vi.fn<(id: string) => void>();
  renderPanel(session, <InsightsView narrow={narrow} today="2025-06-01" onGo={onGo} others={others} />);
  return { session, onGo };
}

const section = (name: (typeof sections)[number]): HTMLElement => page.getByTestId(`insights-${name}`);

describe('the insights page', () => {
  for (const language of ['en', 'zh'] as const) {
    it(`has every section with a figure and a table behind its chart, for viewers and in ${language}`, () => {
      show(template('b2b-trade-sieve.en'), { language, viewer: true });
      for (const name of sections) {
        expect(within(section(name)).queryByTestId('nothing'), name).toBeNull();
        expect(section(name).querySelectorAll('button').length, name).toBeGreaterThan(0);
        const rows = section(name).querySelectorAll('table tbody tr');
        expect(rows.length, `table of ${name}`).toBeGreaterThan(0);
      }
    });

    it(`says in ${language} what is missing and how to add it when nothing can be worked out`, () => {
      show(emptyMap('m'), { language });
      for (const name of sections)
        expect(within(section(name)).getByTestId('nothing').textContent?.length ?? 0, name).toBeGreaterThan(
          10,
        );
      expect(section('sieve').textContent).toContain(insightsWords[language].reasons['nothing-counted'].todo);
      expect(section('tiers').textContent).toContain(insightsWords[language].reasons['no-tiers'].todo);
    });
  }

  it('gives its findings as a report to print, for viewers too', () => {
    const takeReport = vi.fn<() => void>();
    const stop = servePage({ takeReport } as unknown as Parameters<typeof servePage>[0]);
    show(template('b2b-trade-sieve.en'), { viewer: true });
    fireEvent.click(page.getByRole('button', { name: 'Report (PDF)' }));
    stop();
    expect(takeReport).toHaveBeenCalledOnce();
  });

  it('the trace of a message names personas briefly', () => {
    show(template('b2b-trade-sieve.en'));
    const drawn = [...section('consistency').querySelectorAll('svg text')].map((text) => text.textContent);
    expect(drawn.join(' ')).toMatch(/Marta, Jonas/u);
    expect(drawn.join(' ')).not.toContain('buyer');
  });

  it('stands in one column on a phone with the same sections', () => {
    show(template('airline-tiers.en'), { narrow: true });
    for (const name of sections) expect(within(section(name)).queryByTestId('nothing'), name).toBeNull();
  });

  it('says how many inputs a figure rests on, and when they are few', () => {
    show(template('b2b-trade-sieve.en'));
    expect(section('sieve').textContent).toContain('11 of 24 counted');
    expect(section('experience').textContent).toContain('2 of 24');
    expect(section('experience').textContent).toContain('Hollow: too few to judge.');
    expect(section('information').textContent).toContain('small sample');
  });

  it('has no number that cannot be pressed, in any section of any template, and every one leads somewhere', () => {
    /** Names and numbers of touchpoints, words of the map, and what a scale goes to. */
    const named = '[class*="rankName"], [class*="sectionName"], [class*="message"], [class*="unseen"]';
    const outside = `button, table, svg, option, [aria-hidden="true"], [data-testid="finding"], ${named}`;
    const constants = ['of 100', 'One part above 60 of 100 leads.'];
    for (const { map } of templates) {
      show(map);
      const texts = new Set(
        [...map.touchpoints, ...map.opportunities]
          .map(({ title }) => title)
          .concat(map.channels.map(({ name }) => name)),
      );
      for (const name of sections) {
        const walker = document.createTreeWalker(section(name), NodeFilter.SHOW_TEXT);
        const loose: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent ?? '';
          if (!/\d/.test(text) || texts.has(text.trim()) || constants.includes(text)) continue;
          if (!node.parentElement?.closest(outside)) loose.push(text);
        }
        expect([name, loose]).toEqual([name, []]);
      }
      cleanup();
    }
  });

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'leads from every number of every section of %s to a touchpoint, or says why there is none',
    (_name, map) => {
      const pressed = vi.fn<Insights['onBehind']>();
      const insights: Insights = {
        map,
        analyses: analyseMap(map),
        facts: chartFactsOf(map, 'en'),
        language: 'en',
        narrow: false,
        personaId: null,
        tierId: null,
        onBehind: pressed,
      };
      renderPanel(
        panelSession(map),
        <InsightsContext value={insights}>
          <JourneyPart width={1000} />
          <ExperienceSection />
          <QuadrantSection width={400} />
          <PainsSection />
          <OpportunitiesSection />
          <MediaSection width={400} />
          <TierSection width={800} />
          <ConsistencySection width={800} />
          <ResponseSection />
          <PressureSection />
          <OwnershipSection />
          <InformationSection />
          <FiveWsSection />
          <ControlSection width={400} />
          <FormalitySection width={400} />
          <KindsSection width={1200} />
        </InsightsContext>,
      );
      const known = new Set(map.touchpoints.map(({ id }) => id));
      for (const name of sections) {
        pressed.mockClear();
        for (const button of section(name).querySelectorAll('button:not([aria-haspopup])'))
          fireEvent.click(button);
        const isEmpty = within(section(name)).queryByTestId('nothing') !== null;
        expect([name, pressed.mock.calls.length > 0 || isEmpty]).toEqual([name, true]);
        const dead = pressed.mock.calls.flatMap(([{ label, ids, why }]) =>
          // What counts nothing says so itself; anything else rests on something.
          ids.some((id) => known.has(id)) ||
          why !== undefined ||
          /(^|[^\d.,])0([^\d.,]|$)|\bno(ne)?\b/i.test(label)
            ? []
            : [label],
        );
        expect([name, dead]).toEqual([name, []]);
      }
    },
  );

  it('says of a figure about the whole journey that it was not asked at a touchpoint', () => {
    const reading = {
      id: 'rx',
      touchpointId: null,
      metric: 'nps' as const,
      value: 33,
      n: 12,
      at: '2025-02-01',
      personaId: null,
      tierId: null,
      source: 'Survey',
      counts: [0, 0, 0, 0, 0, 0, 4, 0, 0, 8, 0],
    };
    const map = template('b2b-trade-sieve.en');
    show({ ...map, readings: [reading] });
    fireEvent.click(within(section('experience')).getByRole('button', { name: '33: NPS' }));
    expect(page.getByTestId('behind').textContent).toContain(insightsWords.en.behind.wholeJourney);
  });

  it('shows surveys with their margin, their answers, and that they are few', () => {
    const counts = [0, 0, 0, 0, 0, 0, 4, 0, 0, 8, 0];
    const reading = {
      id: 'rx',
      touchpointId: null,
      metric: 'nps' as const,
      value: 0,
      n: null,
      at: '2025-02-01',
      personaId: null,
      tierId: null,
      source: 'Survey',
      counts,
    };
    const map = template('b2b-trade-sieve.en');
    show({ ...map, readings: [...map.readings, reading] });
    const said = section('experience').textContent ?? '';
    expect(said).toContain('NPS33whole journey · ± 53 · 12 answers · small sample');
    expect(said).toContain('NPS311 of 24 asked · 26 answers · small sample');
  });

  it('leads from a figure to the touchpoints behind it and on to the map; Escape gives the focus back', () => {
    const { onGo } = show(template('b2b-trade-sieve.en'));
    const figure = within(section('quadrant')).getByRole('button', {
      name: 'Concentrate here: 4 touchpoints',
    });
    fireEvent.click(figure);
    const panel = page.getByRole('dialog', { name: 'Concentrate here: 4 touchpoints' });
    const rows = within(panel).getAllByTestId('behind-row');
    expect(rows).toHaveLength(4);
    expect(rows[0]?.textContent).toContain('Enquiry answered by e-mail');
    expect(within(panel).getAllByLabelText(/^Address [A-Z]\d+$/)).toHaveLength(4);
    expect(document.activeElement).toBe(within(panel).getByRole('heading'));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(page.queryByTestId('behind')).toBeNull();
    expect(document.activeElement).toBe(figure);
    fireEvent.click(figure);
    const [first] = page.getAllByTestId('behind-row');
    if (!first) throw new Error('no row');
    fireEvent.click(first);
    expect(onGo).toHaveBeenCalledExactlyOnceWith(first.dataset['id']);
  });

  it('follows what people edit once the map is quiet', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { session } = show(template('b2b-trade-sieve.en'));
    const [first] = session.journey().touchpoints;
    if (!first) throw new Error('no touchpoint');
    act(
      () =>
        void session.other.update('touchpoints', [first.id], {
          reached: null,
          passed: null,
          conversion: null,
        }),
    );
    expect(section('sieve').textContent).toContain('11 of 24 counted');
    act(() => void vi.runAllTimers());
    expect(section('sieve').textContent).toContain('10 of 24 counted');
  });

  it('looks from one persona and falls back to everyone when she is deleted', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { session } = show(template('b2b-trade-sieve.en'));
    const persona = session.journey().personas[1];
    if (!persona) throw new Error('no persona');
    const before = section('experience').textContent;
    const point = within(page.getByTestId('points-bar')).getByRole('button', {
      name: new RegExp(persona.name),
    });
    fireEvent.click(point);
    expect(point.getAttribute('aria-pressed')).toBe('true');
    expect(section('experience').textContent).not.toBe(before);
    act(() => void session.other.remove([persona.id]));
    act(() => void vi.runAllTimers());
    expect(section('experience').textContent).toBe(before);
    expect(page.getByRole('button', { name: insightsWords.en.everyone }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('holds response times against the promise to the tier that is chosen', () => {
    const { session } = show(template('airline-tiers.en'));
    const [tier] = session.journey().tiers;
    const before = section('response').textContent;
    fireEvent.change(page.getByTestId('tier-choice'), { target: { value: tier?.id } });
    expect(section('response').textContent).not.toBe(before);
  });
});

describe('the checks', () => {
  function withPain() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const map = template('b2b-trade-sieve.en');
    const shown = show({
      ...map,
      opportunities: [],
      insights: [],
      actions: [],
    });
    return { ...shown, checks: page.getByTestId('insights-checks') };
  }

  it('name what was found and what to do; the remedy is one step of undo', () => {
    const { session, checks } = withPain();
    const before = checks.querySelectorAll('[data-code="L05"]').length;
    expect(before).toBeGreaterThan(0);
    fireEvent.click(within(checks).getAllByText('Add an opportunity')[0] ?? checks);
    act(() => void vi.runAllTimers());
    expect(session.journey().opportunities).toHaveLength(1);
    expect(checks.querySelectorAll('[data-code="L05"]')).toHaveLength(before - 1);
    act(() => void session.editing?.undo.undo());
    act(() => void vi.runAllTimers());
    expect(session.journey().opportunities).toHaveLength(0);
  });

  it('are set aside with a reason that is kept in the map, and looked at again', () => {
    const { session, checks } = withPain();
    const before = within(checks).getAllByTestId('finding').length;
    fireEvent.click(within(checks).getAllByText('Set aside')[0] ?? checks);
    fireEvent.change(within(checks).getByLabelText('Why it may stay'), {
      target: { value: 'Known, and small' },
    });
    fireEvent.click(within(checks).getByText('Keep the reason'));
    act(() => void vi.runAllTimers());
    expect(session.journey().dismissals).toMatchObject([{ code: 'L05', reason: 'Known, and small' }]);
    expect(within(checks).getAllByTestId('finding')).toHaveLength(before - 1);
    expect(within(checks).getByTestId('finding-aside').textContent).toContain('Known, and small');
    fireEvent.click(within(checks).getByText('Look at it again'));
    act(() => void vi.runAllTimers());
    expect(session.journey().dismissals).toEqual([]);
    expect(within(checks).getAllByTestId('finding')).toHaveLength(before);
  });

  it('can be read, not changed, by viewers', () => {
    show({ ...template('b2b-trade-sieve.en'), opportunities: [], insights: [] }, { viewer: true });
    const checks = page.getByTestId('insights-checks');
    expect(within(checks).getAllByTestId('finding').length).toBeGreaterThan(0);
    expect(within(checks).queryByText('Set aside')).toBeNull();
  });
});

describe('every template tells its story on the page', () => {
  const targetsOf = (name: (typeof sections)[number]): readonly string[] =>
    [...section(name).querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? '');

  it('the trade map: the first sieve loses most, 25 of 12,000 stay, and the web site is where to lift', () => {
    show(template('b2b-trade-sieve.en'));
    const text = section('sieve').textContent ?? '';
    expect(text).toContain('0.2%');
    expect(text).toContain('25 of 12,000');
    expect(text).toMatch(/If 40% got past 6.? not 30%, 33 would stay/);
    expect(targetsOf('sieve').find((label) => label.startsWith('1 B2B'))).toContain(
      '1 B2B marketplace listing: −11,100, 92.5% lost',
    );
    expect(section('coverage').textContent).toContain('8 gaps');
  });

  it('the airline map: tiers stand in their order everywhere, and no promise of time is kept', () => {
    show(template('airline-tiers.en'));
    expect(section('tiers').textContent).toContain(insightsWords.en.tiers.noInversion);
    expect(section('tiers').textContent).toContain('64 of 64 cells set');
    expect(section('response').textContent).toContain('0% kept · 6 of 6 measured');
  });

  it('the shop map: every channel stays under its cap; it hurts most when the parcel is late', () => {
    const { session } = show(template('ecommerce-crm.zh-en'));
    expect(section('pressure').textContent).not.toContain(insightsWords.en.pressure.over);
    const worst = session.projection.find('touchpoints', 'tp13')?.title ?? '?';
    expect(section('pains').querySelector('li')?.textContent).toContain(worst);
  });

  it('the decoration map: its zero moment, reviews, is at risk', () => {
    show(template('home-decoration.zh'), { language: 'zh' });
    expect(targetsOf('moments').find((label) => label.startsWith('第零时刻'))).toContain(
      insightsWords.zh.moments.risk['negative-emotion'],
    );
    expect(section('moments').textContent).toContain('1 个有风险');
  });

  it('the housing map: complaints are answered in time and handed on between teams', () => {
    show(template('real-estate-sales.zh'), { language: 'zh' });
    const { response } = insightsWords.zh;
    const complaint = section('response').querySelector('li')?.textContent ?? '';
    expect(complaint).toContain(response.complaint);
    expect(complaint).toContain(response.levels.met);
    expect(section('ownership').textContent).not.toContain(insightsWords.zh.ownership.noHandoffs);
    expect(section('tiers').textContent).toContain(insightsWords.zh.tiers.noInversion);
  });

  it('the onboarding map: more than half are lost at the import, and e-mails go over the cap', () => {
    const { session } = show(template('saas-onboarding-blueprint.en'));
    const importing = session.projection.find('touchpoints', 'tp07')?.title ?? '?';
    expect(targetsOf('sieve').find((label) => label.includes(`${importing}:`))).toContain('−203, 51.9% lost');
    expect(section('pressure').textContent).toContain(insightsWords.en.pressure.over);
  });
});
