// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personaCard, personaPortrait } from '../../../src/panels/personaStrip/part.ts';
import { PersonaStrip } from '../../../src/panels/personaStrip/PersonaStrip.tsx';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

const found = templates.find(({ name }) => name === 'airline-tiers.en')?.map;
const [first] = found?.personas ?? [];
if (!found || !first) throw new Error('no personas in the template');
const map = found;
const persona = { ...first, role: 'Road warrior', quote: 'Just get me there on time.', share: 0.18 };
const tier = map.tiers.find(({ id }) => id === persona.tierId)?.name ?? '';
const shown = { ...map, personas: [persona, ...map.personas.slice(1)] };

/** The page's popovers, which this DOM does not have: only that they tell when they open and close. */
function tell(element: HTMLElement, newState: 'open' | 'closed'): void {
  for (const type of ['beforetoggle', 'toggle'])
    element.dispatchEvent(Object.assign(new Event(type), { newState }));
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      tell(this, 'open');
    },
    hidePopover(this: HTMLElement) {
      tell(this, 'closed');
    },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const chip = () => within(screen.getAllByTestId('persona')[0] ?? document.body);
const card = () => chip().getByTestId('persona-card');
const wait = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};
const mouse = { pointerType: 'mouse' };

// At hand, as on a page where one was open before.
beforeAll(() => personaCard.fetch());

describe('a persona in the strip', () => {
  it('has its portrait in the chip, uploaded or drawn; its initials on the first picture', async () => {
    const drawn = { ...persona, portrait: null, evidenceId: null };
    const first = { ...panelSession({ ...shown, personas: [drawn] }), isFirst: true as const };
    renderPanel(first, <PersonaStrip />);
    const portrait = () => chip().getByRole('button', { name: `About ${persona.name}` }).firstElementChild;
    expect(portrait()?.getAttribute('role')).toBe('img');
    cleanup();
    renderPanel(panelSession({ ...shown, personas: [drawn] }), <PersonaStrip />);
    await act(() => personaPortrait.fetch());
    expect(portrait()?.tagName).toBe('svg');
    cleanup();
    const session = panelSession({ ...shown, personas: [{ ...drawn, portrait: 'a'.repeat(64) }] });
    renderPanel(
      { ...session, images: { ...session.images, urlOf: (hash) => `blob:${hash}` } },
      <PersonaStrip />,
    );
    await act(() => personaPortrait.fetch());
    expect(portrait()?.getAttribute('src')).toBe(`blob:${'a'.repeat(64)}`);
  });

  it('stands with name, share, role and tier, and is described by role, tier and quote', () => {
    renderPanel(panelSession(shown), <PersonaStrip />);
    const curve = chip().getByRole('button', { pressed: true });
    expect(curve.textContent).toBe(`${persona.name}18%Road warrior · ${tier}`);
    const description = document.getElementById(curve.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe(`Road warrior. ${tier}. Just get me there on time.`);
  });

  it('shows its card after the mouse has rested on it, and closes it when the mouse is gone', () => {
    renderPanel(panelSession(shown), <PersonaStrip />);
    const place = screen.getAllByTestId('persona')[0] ?? document.body;
    // A new chip comes to lie under a mouse at rest.
    fireEvent.pointerEnter(place, mouse);
    wait(1000);
    expect(card().textContent).toBe('');
    fireEvent.pointerMove(place, mouse);
    wait(250);
    expect(card().textContent).toBe('');
    wait(100);
    for (const text of [persona.name, 'Road warrior', tier, persona.quote, '18% of the audience'])
      expect(card().textContent).toContain(text);
    expect(card().querySelector('blockquote')?.textContent).toBe(persona.quote);
    fireEvent.pointerLeave(place, mouse);
    wait(250);
    expect(card().textContent).toBe('');
  });

  it('does not open for a finger that touches the curve’s switch, nor for a mouse that only passes', () => {
    renderPanel(panelSession(shown), <PersonaStrip />);
    const place = screen.getAllByTestId('persona')[0] ?? document.body;
    fireEvent.pointerMove(place, { pointerType: 'touch' });
    wait(1000);
    expect(card().textContent).toBe('');
    fireEvent.pointerMove(place, mouse);
    wait(100);
    fireEvent.pointerLeave(place, mouse);
    wait(1000);
    expect(card().textContent).toBe('');
  });

  it('closes on Escape, which closes nothing else (U9)', () => {
    renderPanel(panelSession(shown), <PersonaStrip />);
    act(() => card().showPopover());
    const outside = vi.fn<() => void>();
    document.addEventListener('keydown', outside);
    fireEvent.keyDown(chip().getByRole('button', { pressed: true }), { key: 'Escape' });
    document.removeEventListener('keydown', outside);
    expect(card().textContent).toBe('');
    expect(outside).not.toHaveBeenCalled();
  });

  it('comes again by the keyboard in the moment after it was closed, before the browser has told of that', () => {
    renderPanel(panelSession(shown), <PersonaStrip />);
    act(() => card().showPopover());
    expect(card().textContent).toContain(persona.quote);
    Object.assign(card(), {
      hidePopover() {
        card().dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'closed' }));
      },
    });
    const opened = vi.spyOn(card(), 'showPopover');
    fireEvent.keyDown(card(), { key: 'Escape' });
    expect(opened).not.toHaveBeenCalled();
    const button = chip().getByRole('button', { pressed: true });
    vi.spyOn(button, 'matches').mockReturnValue(true);
    act(() => button.focus());
    expect(opened).toHaveBeenCalledOnce();
  });

  it('leads an editor to the inspector, and a viewer to nothing that changes the map (U51)', () => {
    const session = panelSession(shown);
    renderPanel(session, <PersonaStrip />);
    act(() => card().showPopover());
    fireEvent.click(within(card()).getByRole('button', { name: 'Edit persona' }));
    expect(session.screen.getState()).toMatchObject({ selection: new Set([persona.id]), panel: 'inspector' });
    expect(card().textContent).toBe('');
    cleanup();
    renderPanel(panelSession(shown, { viewer: true }), <PersonaStrip />);
    act(() => card().showPopover());
    expect(card().textContent).toContain(persona.quote);
    expect(within(card()).queryByRole('button', { name: 'Edit persona' })).toBeNull();
  });
});
