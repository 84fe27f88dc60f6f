// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PersonaStrip } from '../../../src/panels/personaStrip/PersonaStrip.tsx';
import { StatusLine } from '../../../src/panels/statusLine/StatusLine.tsx';
import { MapTitle } from '../../../src/panels/topBar/MapTitle.tsx';
import { titleField } from '../../../src/panels/topBar/part.ts';
import { SaveStateLine } from '../../../src/panels/topBar/SaveStateLine.tsx';
import { Toolbar, type ToolItem } from '../../../src/panels/topBar/Toolbar.tsx';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

beforeAll(() => titleField.fetch());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const blueprint = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en')?.map;
if (!blueprint) throw new Error('no blueprint among the templates');
const map = blueprint;

describe('the title of the map', () => {
  it('is changed in place by an editor, and an empty one is not taken (U25)', () => {
    const session = panelSession(map);
    renderPanel(session, <MapTitle editable />);
    const field = screen.getByTestId('map-title');
    fireEvent.change(field, { target: { value: '  A better name ' } });
    fireEvent.blur(field);
    expect(session.journey().map.title).toBe('A better name');
    fireEvent.change(field, { target: { value: '   ' } });
    fireEvent.blur(field);
    expect(session.journey().map.title).toBe('A better name');
  });

  it('keeps the words of two who change it at once (U26)', () => {
    const session = panelSession(map);
    renderPanel(session, <MapTitle editable />);
    const field = screen.getByTestId('map-title');
    fireEvent.change(field, { target: { value: `${map.map.title} 旅程` } });
    act(() => void session.other.updateMap({ title: `New: ${map.map.title}` }));
    fireEvent.blur(field);
    expect(session.journey().map.title).toBe(`New: ${map.map.title} 旅程`);
  });

  it('is a heading and nothing else for those who only look on (U51)', () => {
    renderPanel(panelSession(map, { viewer: true }), <MapTitle editable={false} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(map.map.title);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the state of saving', () => {
  it('is told politely once a change, and the countdown is not told at all (U37, U39)', () => {
    vi.useFakeTimers();
    const session = panelSession(map);
    const retry = vi.fn<() => void>();
    renderPanel({ ...session, retry }, <SaveStateLine />);
    const status = screen.getByRole('status');
    expect(status.textContent).toBe('Saved');
    act(() => {
      session.saveState.setState({ kind: 'offline', kept: 1, retryAt: Date.now() + 5000 }, true);
    });
    expect(status.textContent).toBe('Offline: 1 change kept on this device');
    const line = screen.getByTestId('save-state');
    expect(line.textContent).toContain('trying again in 5 s');
    act(() => {
      vi.advanceTimersByTime(2000);
    });
    expect(line.textContent).toContain('trying again in 3 s');
    expect(status.textContent).toBe('Offline: 1 change kept on this device');
    fireEvent.click(within(line).getByRole('button', { name: 'Try now' }));
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe('the state of saving, read aloud', () => {
  it('is at most one message a second, the latest; what passes between is seen and not said (U37)', () => {
    vi.useFakeTimers();
    const session = panelSession(map);
    renderPanel(session, <SaveStateLine />);
    const status = screen.getByRole('status');
    const seen = () => screen.getByTestId('save-state').dataset['state'];
    const said: string[] = [];
    const turn = (kind: 'saving' | 'saved', ms: number): void => {
      act(() => session.saveState.setState({ kind }, true));
      expect(seen()).toBe(kind);
      for (let at = 0; at < ms; at += 50) {
        act(() => {
          vi.advanceTimersByTime(50);
        });
        const text = status.textContent ?? '';
        if (said.at(-1) !== text) said.push(text);
      }
    };
    // Somebody types for three seconds: saving and saved in turns, ten times a second.
    for (let letter = 0; letter < 15; letter += 1) {
      turn('saving', 100);
      turn('saved', 100);
    }
    expect(said.length).toBeLessThanOrEqual(4);
    turn('saved', 2000);
    expect(said.at(-1)).toBe('Saved');
    vi.useRealTimers();
  });
});

describe('the state of a comment link', () => {
  it('says the role, and in a hint what comes later', () => {
    const session = panelSession(map, { viewer: true });
    renderPanel({ ...session, role: 'commenter' }, <SaveStateLine />);
    const status = screen.getByRole('status');
    expect(status.textContent).toBe('Can comment, live');
    expect(status.title).toBe(
      'Can comment, live. Comments come in a later version; until then this link shows the map.',
    );
    expect(screen.getByTestId('save-state').dataset.state).toBe('view-only');
  });
});

describe('the toolbar', () => {
  const tool = (id: string, more: Partial<ToolItem> = {}): ToolItem => ({
    id,
    icon: 'select',
    label: id,
    onPress: () => undefined,
    ...more,
  });

  it('is one tab stop with arrow keys between its tools (U7)', () => {
    renderPanel(
      panelSession(map),
      <Toolbar label="Tools" more="More tools" groups={[[tool('a'), tool('b')], [tool('c')]]} />,
    );
    const stops = () => screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops().map((button) => button.getAttribute('aria-label'))).toEqual(['a']);
    fireEvent.keyDown(screen.getByRole('button', { name: 'a' }), { key: 'ArrowLeft' });
    expect(stops().map((button) => button.getAttribute('aria-label'))).toEqual(['c']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('c');
  });

  it('has those that give way first in a menu too, for bars without room', async () => {
    const press = vi.fn<() => void>();
    const groups = [[tool('a'), tool('frame', { spare: true, onPress: press })], [tool('c')]];
    renderPanel(panelSession(map), <Toolbar label="Tools" more="More tools" groups={groups} />);
    fireEvent.click(screen.getByTestId('more-tools'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'frame' }));
    expect(press).toHaveBeenCalledOnce();
    // As the style of a narrow bar does: the arrows pass over what is not seen.
    const frame = screen.getByRole('button', { name: 'frame' });
    frame.style.display = 'none';
    fireEvent.keyDown(screen.getByRole('button', { name: 'a' }), { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('c');
  });

  it('keeps the focus on a tool that cannot act, and does nothing there', () => {
    const press = vi.fn<() => void>();
    renderPanel(
      panelSession(map),
      <Toolbar
        label="Tools"
        more="More tools"
        groups={[[tool('undo', { disabled: true, onPress: press })]]}
      />,
    );
    const button = screen.getByRole('button', { name: 'undo' });
    button.focus();
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });
});

describe('the points of view', () => {
  it('are legend and switch at once: a press hides that curve on this screen only', () => {
    const session = panelSession(map);
    renderPanel(session, <PersonaStrip />);
    const lena = screen.getByRole('button', { name: /^Lena, agency owner/ });
    expect(lena.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(lena);
    expect(lena.getAttribute('aria-pressed')).toBe('false');
    const [persona] = map.personas;
    expect([...session.screen.getState().hiddenCurves]).toEqual([persona?.id]);
    expect(session.journey()).toEqual(panelSession(map).journey());
  });

  it('grow by a persona that opens for editing, for editors only', () => {
    const session = panelSession(map);
    renderPanel(session, <PersonaStrip />);
    fireEvent.click(screen.getByRole('button', { name: 'Add persona' }));
    const added = session.journey().personas.at(-1);
    expect(session.journey().personas).toHaveLength(map.personas.length + 1);
    expect([...session.screen.getState().selection]).toEqual([added?.id]);
    expect(session.screen.getState().panel).toBe('inspector');
    expect(session.screen.getState().editing).toEqual({ id: added?.id, field: 'name' });
    cleanup();
    renderPanel(panelSession(map, { viewer: true }), <PersonaStrip />);
    expect(screen.queryByRole('button', { name: 'Add persona' })).toBeNull();
  });
});

describe('the status line', () => {
  it('counts what the map holds, in both languages', () => {
    const zoom = {
      fitAll: vi.fn<() => void>(),
      zoomIn: vi.fn<() => void>(),
      zoomOut: vi.fn<() => void>(),
      zoomTo: vi.fn<(zoom: number) => void>(),
    };
    renderPanel(panelSession(map), <StatusLine zoom={zoom} />);
    expect(screen.getByTestId('status-line').textContent).toContain('40 touchpoints22 of 22 rated2 measured');
    fireEvent.change(screen.getByTestId('zoom-value'), { target: { value: '50' } });
    fireEvent.blur(screen.getByTestId('zoom-value'));
    expect(zoom.zoomTo.mock.calls).toEqual([[0.5]]);
    cleanup();
    renderPanel(panelSession(map, { language: 'zh' }), <StatusLine zoom={zoom} />);
    expect(screen.getByTestId('status-line').textContent).toContain('40 个接触点22/22 已评分实测 2');
  });
});
