// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeOverlay } from '../../../src/layout/overlays/makeOverlay.ts';
import { PhoneView } from '../../../src/panels/phone/PhoneView.tsx';
import { buildMap } from '../../support/buildMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

afterEach(cleanup);
beforeEach(() => {
  // happy-dom has no scrolling.
  Element.prototype.scrollTo = vi.fn();
});

const onShare = vi.fn();

function open(name = 'saas-onboarding-blueprint.en', language: 'en' | 'zh' = 'en'): PanelSession {
  const found = templates.find((template) => template.name === name);
  if (!found) throw new Error(`no template ${name}`);
  const session = panelSession(found.map, { viewer: true, language });
  renderPanel(session, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
  return session;
}
const heading = () => within(screen.getByTestId('route')).getByRole('heading', { level: 2 }).textContent;
const cards = () => within(screen.getByTestId('route')).getAllByTestId('touchpoint');

describe('a map on a phone', () => {
  test('[U32] a blank map says so, and that what comes shows itself', () => {
    const blank = panelSession(buildMap({ stages: [], lanes: [] }), { viewer: true });
    renderPanel(blank, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
    expect(screen.getByRole('main').textContent).toBe(
      'Nothing is on this map yet. What is added to it appears here by itself.',
    );
  });

  test('[U37] shows title, state and that it is only for viewing', () => {
    open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'SaaS onboarding: a service blueprint',
    );
    expect(screen.getByTestId('save-state').dataset['state']).toBe('view-only');
  });

  test('[U51] has nothing that edits', () => {
    open();
    expect(document.querySelectorAll('input, textarea, select, [contenteditable]')).toHaveLength(0);
  });

  test('begins with the first stage; a letter, the bar below and a swipe lead on', () => {
    open();
    expect(heading()).toBe('Discover');
    fireEvent.click(screen.getByRole('button', { name: 'Stage C, Set up' }));
    expect(heading()).toBe('Set up');
    expect(screen.getByRole('button', { name: 'Stage C, Set up' }).getAttribute('aria-current')).toBe('step');
    fireEvent.click(screen.getByRole('button', { name: 'Next stage: First value Stage D' }));
    expect(heading()).toBe('First value');
    const main = screen.getByRole('main');
    fireEvent.touchStart(main, { touches: [{ clientX: 60, clientY: 300 }] });
    fireEvent.touchEnd(main, { changedTouches: [{ clientX: 220, clientY: 310 }] });
    expect(heading()).toBe('Set up');
  });

  test('scrolling, a short wipe and two fingers change no stage', () => {
    open();
    const main = screen.getByRole('main');
    const wipe = (toX: number, toY: number): void => {
      fireEvent.touchStart(main, { touches: [{ clientX: 200, clientY: 300 }] });
      fireEvent.touchEnd(main, { changedTouches: [{ clientX: toX, clientY: toY }] });
    };
    wipe(170, 300);
    wipe(120, 100);
    fireEvent.touchStart(main, { touches: [{ clientX: 200, clientY: 300 }] });
    fireEvent.touchMove(main, {
      touches: [
        { clientX: 200, clientY: 300 },
        { clientX: 100, clientY: 300 },
      ],
    });
    fireEvent.touchEnd(main, { changedTouches: [{ clientX: 20, clientY: 300 }] });
    expect(heading()).toBe('Discover');
  });

  test('a stage is a route of its touchpoints with words, notes and links between', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Stage C, Set up' }));
    const [first] = cards();
    expect(first?.textContent).toContain('Imports projects from a spreadsheet');
    expect(first?.textContent).toContain('Importance 5');
    expect(first?.textContent).toContain('More than half stop at the import screen');
    expect(within(screen.getByTestId('route')).getByText(/stuck/).textContent).toMatch(/stuck\s•\s40%/u);
    expect(screen.getByText(/2 days/).textContent).toMatch(/4 touchpoints/);
  });

  test('a touchpoint opens everything known about it, and its links lead on', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Stage C, Set up' }));
    const [first] = cards();
    if (!first) throw new Error('no card');
    fireEvent.click(within(first).getAllByRole('button')[0] as HTMLElement);
    const details = screen.getByTestId('touchpoint-details');
    expect(details.textContent).toContain('Fixes columns by hand, tries again');
    expect(details.textContent).toContain('391 → 188');
    fireEvent.click(within(details).getByText('Asks for help in the chat'));
    expect(screen.getByTestId('touchpoint-details').textContent).toContain('Support lead');
  });

  test('Back closes what is open and stays on the map; closing it otherwise takes its step away', async () => {
    open();
    const [first] = cards();
    if (!first) throw new Error('no card');
    const press = () => fireEvent.click(within(first).getAllByRole('button')[0] as HTMLElement);
    const pushed = vi.spyOn(history, 'pushState');
    const back = vi.spyOn(history, 'back').mockImplementation(() => history.replaceState(null, ''));
    press();
    expect(pushed).toHaveBeenCalledOnce();
    history.replaceState(null, '');
    act(() => void dispatchEvent(new PopStateEvent('popstate')));
    expect(screen.queryByTestId('touchpoint-details')).toBeNull();
    await Promise.resolve();
    expect(back).not.toHaveBeenCalled();
    press();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByTestId('touchpoint-details')).toBeNull();
    await Promise.resolve();
    expect(back).toHaveBeenCalledOnce();
    pushed.mockRestore();
    back.mockRestore();
  });

  test('back from another view it shows the stage of what was selected there, and opens nothing', () => {
    const found = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en');
    if (!found) throw new Error('no template');
    const session = panelSession(found.map, { viewer: true });
    const there = found.map.touchpoints.find(({ stageId }) => stageId === found.map.stages[2]?.id);
    session.select(there?.id ?? '');
    renderPanel(session, <PhoneView isBack tools={{ onHome: () => undefined, onShare, onImport: null }} />);
    expect(heading()).toBe('Set up');
    expect(screen.queryByTestId('touchpoint-details')).toBeNull();
    cleanup();
    renderPanel(session, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
    expect(screen.getByTestId('touchpoint-details')).toBeTruthy();
  });

  test('who may edit is led from a touchpoint to its row in the Table', () => {
    const found = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en');
    if (!found) throw new Error('no template');
    const session = panelSession(found.map);
    renderPanel(session, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
    const [first] = cards();
    if (!first) throw new Error('no card');
    fireEvent.click(within(first).getAllByRole('button')[0] as HTMLElement);
    expect(screen.getByText(/Evidence level: assumed/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Edit in the table' }));
    expect(session.screen.getState().view).toBe('table');
    expect([...session.screen.getState().selection]).toEqual([first.dataset['id']]);
  });

  test('points of view are switched on and off', () => {
    const session = open();
    const lena = screen.getByRole('button', { name: 'Lena' });
    expect(lena.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(lena);
    expect(lena.getAttribute('aria-pressed')).toBe('false');
    expect(session.screen.getState().hiddenCurves.has('p1')).toBe(true);
  });

  test('is live: what others change, add and delete is there at once', () => {
    const session = open();
    const [first] = cards();
    const id = first?.dataset['id'] ?? '';
    act(() => void session.other.update('touchpoints', [id], { title: 'Changed by Ana', emotion: 2 }));
    expect(cards()[0]?.textContent).toContain('Changed by Ana');
    expect(cards()[0]?.textContent).toContain('+2.0');
    act(() => void session.other.remove([id]));
    expect(cards()[0]?.dataset['id']).not.toBe(id);
  });

  test('the stage one reads may be deleted: the first one is shown', () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Stage C, Set up' }));
    act(() => void session.other.deleteStage('s3', null));
    expect(heading()).toBe('Discover');
  });

  test('finding opens what was found in its stage', async () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Find in map' }));
    fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'spreadsheet' } });
    fireEvent.click(within(screen.getByTestId('find-box')).getByText(/Imports projects/));
    expect(heading()).toBe('Set up');
    expect(screen.getByTestId('touchpoint-details')).toBeTruthy();
  });

  test.each([
    ['en', 'Your link: View only', 'Share this map…'],
    ['zh', '您的链接：仅查看', '分享此图…'],
  ] as const)(
    'the menu says what this link may do, and leads to sharing (%s)',
    async (language, role, share) => {
      open('saas-onboarding-blueprint.en', language);
      fireEvent.click(screen.getByTestId('phone-menu'));
      expect(await screen.findByText(role)).toBeTruthy();
      fireEvent.click(screen.getByRole('menuitem', { name: share }));
      expect(onShare).toHaveBeenCalledOnce();
      onShare.mockClear();
    },
  );

  test('speaks Chinese', () => {
    open('home-decoration.zh', 'zh');
    expect(screen.getByText('全体客户')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^下一阶段/ })).toBeTruthy();
  });
});

test.each(templates)('$name: every stage can be read', ({ map }) => {
  const session = panelSession(map, { viewer: true });
  renderPanel(
    session,
    <PhoneView tools={{ onHome: () => undefined, onShare: () => undefined, onImport: null }} />,
  );
  for (const { name } of map.stages) {
    fireEvent.click(
      screen.getByRole('button', {
        name: new RegExp(`^Stage [A-Z]+, ${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
      }),
    );
    expect(heading()).toBe(name);
  }
});

describe('one persona’s journey on a phone', () => {
  test('shows what they feel, and the chip that leads; their card is a press away', () => {
    const session = open();
    const { journey } = session.projection.getState();
    const [first] = journey.stages;
    const shown = cards().map((card) => card.dataset['id']);
    const found = journey.personas.flatMap((persona) =>
      journey.touchpoints.flatMap((touchpoint) => {
        const felt = touchpoint.byPersona[persona.id];
        const differs = typeof felt?.emotion === 'number' && felt.emotion !== touchpoint.emotion;
        return differs && !felt.skipped && touchpoint.stageId === first?.id && shown.includes(touchpoint.id)
          ? [{ persona, touchpoint, felt: felt.emotion }]
          : [];
      }),
    )[0];
    if (!found) throw new Error('nobody feels otherwise in the first stage');
    const card = () => cards().find((one) => one.dataset['id'] === found.touchpoint.id)?.textContent;
    const before = card();
    act(() => session.screen.setState({ lead: found.persona.id }));
    expect(card()).not.toBe(before);
    fireEvent.click(screen.getByRole('button', { name: `Card of ${found.persona.name}` }));
    expect(session.screen.getState().card).toBe(found.persona.id);
  });

  test('what is opened names what that persona feels first', () => {
    const session = open();
    const [, tom] = session.projection.getState().journey.personas;
    if (!tom) throw new Error('too few personas');
    act(() => session.screen.setState({ lead: tom.id }));
    fireEvent.click(within(cards()[0] ?? document.body).getAllByRole('button')[0] as HTMLElement);
    const [first] = within(screen.getByTestId('touchpoint-details')).getAllByRole('listitem');
    expect(first?.textContent).toContain(tom.name);
  });
});

test('an empty stage leads those who may edit to the table, and viewers nowhere', () => {
  const map = buildMap({
    stages: [{ id: 's1', name: 'Look' }],
    lanes: [{ id: 'l1', name: 'A', kind: 'contact' }],
  });
  renderPanel(
    panelSession(map, { viewer: true }),
    <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />,
  );
  expect(screen.getByText('No touchpoints in this stage.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Write them in the table' })).toBeNull();
  cleanup();
  const session = panelSession(map);
  renderPanel(session, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Write them in the table' }));
  expect(session.screen.getState().view).toBe('table');
});

describe('overlays and ribbons on a phone', () => {
  const block = (id: string): Element | null =>
    document.querySelector(`[data-part="overlay-block"][data-id="${id}"]`);
  const choose = async (role: 'menuitem' | 'menuitemcheckbox', name: string | RegExp): Promise<void> => {
    fireEvent.click(screen.getByTestId('phone-menu'));
    fireEvent.click(await screen.findByRole(role, { name }));
  };

  test('an overlay is chosen in the menu; each card shows its block in place of the emotion and says it', async () => {
    const session = open('b2b-trade-sieve.en');
    await choose('menuitem', 'Overlay…');
    fireEvent.click(await screen.findByText('Losses'));
    expect(session.screen.getState().overlay).toBe('losses');
    const { journey } = session.projection.getState();
    act(() => session.screen.setState({ overlaid: makeOverlay('losses', journey) }));
    const [card] = cards();
    const id = card?.dataset['id'] ?? '';
    await waitFor(() => expect(block(id)?.textContent).toContain('92.5% lost'));
    expect(within(card ?? document.body).queryByLabelText(/^emotion/)).toBeNull();
    act(() => session.screen.setState({ overlaid: null }));
    expect(block(id)).toBeNull();
    expect(within(cards()[0] ?? document.body).getByLabelText(/^emotion/)).toBeTruthy();
  });

  test('what lies behind has a block where the overlay speaks of it', async () => {
    const session = open();
    fireEvent.click(screen.getByRole('button', { name: 'Stage C, Set up' }));
    const { journey } = session.projection.getState();
    const delivery = journey.touchpoints.find(
      ({ title }) => title === 'Import errors are logged and grouped',
    );
    if (!delivery) throw new Error('nothing behind');
    act(() => session.screen.setState({ overlaid: makeOverlay('owners', journey) }));
    await waitFor(() => expect(block(delivery.id) === null).toBe(delivery.owner + delivery.team === ''));
    act(() => session.screen.setState({ overlaid: makeOverlay('losses', journey) }));
    await waitFor(() => expect(block(delivery.id)).toBeNull());
  });

  test('curves are compared as ribbons from the menu, one for each that is shown, in place of lines and land', async () => {
    const session = open();
    await choose('menuitemcheckbox', 'Curves as ribbons');
    const ribbons = () =>
      [...document.querySelectorAll<HTMLElement>('[data-part="ribbons"] > g')].map(
        ({ dataset }) => dataset['persona'],
      );
    const ids = session.projection.getState().journey.personas.map(({ id }) => id);
    await waitFor(() => expect(ribbons()).toEqual(['base', ...ids]));
    expect(document.querySelector('[fill="var(--land)"]')).toBeNull();
    act(() => session.screen.setState({ hiddenCurves: new Set(['base']) }));
    expect(ribbons()).toEqual(ids);
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Curves as ribbons' }));
    await waitFor(() => expect(ribbons()).toEqual([]));
  });
});

describe('what lies beside the map, on a phone', () => {
  test('is read with the stage above it, and found', async () => {
    const found = templates.find(({ name }) => name === 'airline-tiers.en');
    if (!found) throw new Error('no template');
    const [first, second] = found.map.stages;
    if (!first || !second) throw new Error('too few stages');
    const note = {
      kind: 'note',
      side: 'below',
      y: 20,
      width: 180,
      height: 120,
      ink: 'plum',
      image: null,
      locked: false,
    } as const;
    const map = {
      ...found.map,
      elements: [
        { ...note, id: 'e1', x: 10, text: 'Ask the crew' },
        { ...note, id: 'e2', x: first.width + 40, text: 'Second stage' },
      ],
    };
    const session = panelSession(map, { viewer: true, language: 'en' });
    renderPanel(session, <PhoneView tools={{ onHome: () => undefined, onShare, onImport: null }} />);
    expect(screen.getAllByTestId('element').map(({ textContent }) => textContent)).toEqual(['Ask the crew']);
    fireEvent.click(screen.getByRole('button', { name: 'Find in map' }));
    const box = await screen.findByRole('searchbox');
    fireEvent.change(box, { target: { value: 'second stage' } });
    fireEvent.click(await screen.findByRole('button', { name: /Second stage/ }));
    expect(screen.getAllByTestId('element').map(({ textContent }) => textContent)).toEqual(['Second stage']);
  });
});
