// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen as page, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followChecks } from '../../../src/canvas/checking.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { ChecksPanel } from '../../../src/panels/checks/ChecksPanel.tsx';
import { StatusLine } from '../../../src/panels/statusLine/StatusLine.tsx';
import { followFocus } from '../../../src/ui/focusBack.ts';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The airline's map: every emotion gone, one of its touchpoints hurting and unanswered. */
function worn(): JourneyMap {
  const map = templates.find(({ name }) => name.startsWith('airline'))?.map;
  if (!map) throw new Error('there is no airline map');
  const touchpoints = map.touchpoints.map((one, at) => ({
    ...one,
    byPersona: {},
    emotion: at === 0 ? -2 : null,
  }));
  return { ...map, touchpoints, readings: [], opportunities: [], insights: [], actions: [] };
}

function open(options: { readonly viewer?: boolean; readonly language?: 'en' | 'zh' } = {}) {
  vi.useFakeTimers();
  const session = panelSession(worn(), options);
  const stop = followChecks(session);
  const seen = { onGo: vi.fn(), onMarks: vi.fn(), onClose: vi.fn() };
  renderPanel(
    session,
    <>
      <ChecksPanel {...seen} />
      <StatusLine zoom={null} />
    </>,
  );
  const quiet = () => {
    act(() => {
      vi.runAllTimers();
    });
  };
  return { session, stop, quiet, ...seen, panel: page.getByTestId('checks-panel') };
}

describe('the checks beside the map', () => {
  it('stand by check with what to do said once; a row goes to its card; long lists open when asked', () => {
    const { panel, onGo, session } = open();
    const unrated = within(panel).getByRole('region', { name: 'Emotion not rated' });
    const rows = within(unrated).getAllByTestId('finding');
    expect(rows).toHaveLength(12);
    fireEvent.click(within(unrated).getByText(/^Show all/));
    expect(within(unrated).getAllByTestId('finding').length).toBeGreaterThan(12);
    fireEvent.click(within(rows[0] ?? unrated).getAllByRole('button')[0] ?? unrated);
    expect(session.projection.collectionOf(String(onGo.mock.calls[0]?.[0]))).toBe('touchpoints');
  });

  it('do in one step what can be done in one, and one undo takes it back', () => {
    const { panel, quiet, session } = open();
    const count = () => page.getByTestId('check-count').textContent;
    const before = count();
    fireEvent.click(within(panel).getAllByText('Add an opportunity')[0] ?? panel);
    quiet();
    expect(session.journey().opportunities).toHaveLength(1);
    expect(count()).not.toBe(before);
    act(() => void session.editing?.undo.undo());
    quiet();
    expect(session.journey().opportunities).toHaveLength(0);
    expect(count()).toBe(before);
  });

  it('are set aside with a reason that stays in the map, and brought back', () => {
    const { panel, quiet, session } = open();
    const [first] = within(panel).getAllByTestId('finding');
    fireEvent.click(within(first ?? panel).getByText('Set aside'));
    fireEvent.change(within(panel).getByLabelText('Why it may stay'), { target: { value: 'Known' } });
    fireEvent.click(within(panel).getByText('Keep the reason'));
    quiet();
    expect(session.journey().dismissals).toMatchObject([{ reason: 'Known' }]);
    expect(within(panel).getByTestId('finding-aside').textContent).toContain('Known');
    fireEvent.click(within(panel).getByText('Look at it again'));
    quiet();
    expect(within(panel).queryByTestId('finding-aside')).toBeNull();
  });

  it('ask for the reason where one types, and give the focus back to the row or the list, never to the page', () => {
    const stopFollowing = followFocus();
    const { panel, quiet, session, onClose } = open();
    const [first] = within(panel).getAllByTestId('finding');
    const ask = () => {
      const button = within(first ?? panel).getByText('Set aside');
      button.focus();
      fireEvent.click(button);
      return within(panel).getByLabelText('Why it may stay');
    };
    within(first ?? panel)
      .getAllByRole('button')[0]
      ?.focus();
    const field = ask();
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(within(panel).queryByLabelText('Why it may stay')).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    expect(first?.contains(document.activeElement)).toBe(true);
    const again = ask();
    fireEvent.change(again, { target: { value: 'Known' } });
    fireEvent.submit(again);
    quiet();
    expect(session.journey().dismissals).toHaveLength(1);
    expect(panel.contains(document.activeElement)).toBe(true);
    const back = within(panel).getByText('Look at it again');
    back.focus();
    fireEvent.click(back);
    quiet();
    expect(within(panel).queryByTestId('finding-aside')).toBeNull();
    expect(panel.contains(document.activeElement)).toBe(true);
    stopFollowing();
  });

  it('are only read by who may not edit, in their language; the count says how many and opens the list', () => {
    const { panel, session } = open({ viewer: true, language: 'zh' });
    expect(within(panel).queryByText('搁置')).toBeNull();
    const found = session.screen.getState().checks?.length ?? 0;
    expect(page.getByTestId('check-count').textContent).toBe(`${found} 处需留意`);
    fireEvent.click(page.getByTestId('check-count'));
    expect(session.screen.getState().checking).toBe(true);
    fireEvent.keyDown(panel, { key: 'Escape' });
  });
});
