// @vitest-environment happy-dom
/** Side panels and dialogs give the focus back, and let commands through (U9 and the keys of the table beside it). */
import { cleanup, fireEvent, screen as page } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { ChecksPanel } from '../../src/panels/checks/ChecksPanel.tsx';
import { FindBox } from '../../src/panels/find/FindBox.tsx';
import { HelpDialog } from '../../src/panels/help/HelpDialog.tsx';
import { Inspector } from '../../src/panels/inspector/Inspector.tsx';
import { useScreen } from '../../src/state/mapSession.ts';
import { focusHome, followFocus } from '../../src/ui/focusBack.ts';
import { panelSession, renderPanel } from '../support/panelSession.tsx';
import { templates } from '../support/templates.ts';

let stop = () => undefined as void;
beforeEach(() => {
  stop = followFocus();
});
afterEach(() => {
  cleanup();
  stop();
});

const going = { onGo: () => undefined, onAddress: () => false };

/** What opens, with what closes it by key. */
const panels: readonly (readonly [name: string, draw: (close: () => void) => ReactNode, testId: string])[] = [
  [
    'the checks',
    (close) => <ChecksPanel onGo={going.onGo} onMarks={vi.fn()} onClose={close} />,
    'checks-panel',
  ],
  ['find', (close) => <FindBox {...going} onClose={close} />, 'find-box'],
  ['a dialog', (close) => <HelpDialog rows={[]} onClose={close} />, 'help-dialog'],
];

function Page({ draw }: { readonly draw: (close: () => void) => ReactNode }) {
  const [at, setAt] = useState<'closed' | 'menu' | 'open'>('closed');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- stands for the canvas */}
      <main tabIndex={0} {...focusHome}>
        the map
      </main>
      <button onClick={() => setAt('menu')}>Menu</button>
      {at === 'menu' && <button onClick={() => setAt('open')}>Open it</button>}
      {at === 'open' && draw(() => setAt('closed'))}
    </>
  );
}

function first(): JourneyMap {
  const map = templates[0]?.map;
  if (!map) throw new Error('there are no templates');
  return map;
}

function press(name: string): void {
  const button = page.getByText(name);
  button.focus();
  fireEvent.click(button);
}

describe('closing', () => {
  it.each(panels)('%s gives the focus back to the menu it was chosen in', (_name, draw, testId) => {
    renderPanel(panelSession(first()), <Page draw={draw} />);
    press('Menu');
    press('Open it');
    const panel = page.getByTestId(testId);
    expect(panel.contains(document.activeElement)).toBe(true);
    if (panel instanceof HTMLDialogElement) fireEvent(panel, new Event('cancel', { cancelable: true }));
    else fireEvent.keyDown(document.activeElement ?? panel, { key: 'Escape' });
    expect(page.queryByTestId(testId)).toBeNull();
    expect(document.activeElement).toBe(page.getByText('Menu'));
  });

  it.each(panels)('%s goes to the canvas when nothing that had the focus is left', (_name, draw, testId) => {
    const session = panelSession(first());
    function Only() {
      const [isOpen, setOpen] = useState(true);
      return (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- stands for the canvas */}
          <main tabIndex={0} {...focusHome}>
            the map
          </main>
          {isOpen && draw(() => setOpen(false))}
        </>
      );
    }
    renderPanel(session, <Only />);
    fireEvent.click(page.getByTestId(testId).querySelector('button') ?? document.body);
    expect(page.queryByTestId(testId)).toBeNull();
    expect(document.activeElement).toBe(page.getByRole('main'));
  });

  it('leaves the focus alone that is somewhere else already', () => {
    const [, draw] = panels[0] ?? [];
    if (!draw) throw new Error('there are no panels');
    renderPanel(panelSession(first()), <Page draw={draw} />);
    press('Menu');
    press('Open it');
    page.getByRole('main').focus();
    fireEvent.keyDown(page.getByTestId('checks-panel'), { key: 'Escape' });
    expect(document.activeElement).toBe(page.getByRole('main'));
  });

  it('the inspector gives the focus to what had it before', () => {
    const session = panelSession(first());
    session.select(first().touchpoints[0]?.id ?? '');
    session.screen.setState({ panel: 'inspector' });
    function Docked() {
      return useScreen(({ panel }) => panel) === 'inspector' && <Inspector />;
    }
    renderPanel(session, <Page draw={() => <Docked />} />);
    press('Menu');
    press('Open it');
    const close = page.getByLabelText('Close the inspector');
    close.focus();
    fireEvent.click(close);
    expect(page.queryByTestId('inspector')).toBeNull();
    expect(document.activeElement).toBe(page.getByText('Menu'));
  });
});

describe('keys in a panel', () => {
  it.each(panels.slice(0, 2))('%s lets commands through to the map and keeps letters', (_name, draw) => {
    renderPanel(panelSession(first()), <Page draw={draw} />);
    press('Menu');
    press('Open it');
    const seen: string[] = [];
    const handle = (event: KeyboardEvent) => seen.push(event.key);
    window.addEventListener('keydown', handle);
    const focused = document.activeElement ?? document.body;
    fireEvent.keyDown(focused, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(focused, { key: 'k', metaKey: true });
    fireEvent.keyDown(focused, { key: 'n' });
    fireEvent.keyDown(focused, { key: 'Delete' });
    fireEvent.keyDown(focused, { key: 'Enter' });
    window.removeEventListener('keydown', handle);
    expect(seen).toEqual(['z', 'k']);
  });
});
