// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadingPanel } from '../../../src/panels/reading/ReadingPanel.tsx';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

afterEach(cleanup);

const found = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en');
if (!found) throw new Error('no template');
const { map } = found;
const onOpen = vi.fn<(id: string) => void>();

function open(...ids: string[]): PanelSession {
  const session = panelSession(map, { viewer: true });
  session.select(...ids);
  renderPanel(session, <ReadingPanel className={undefined} onOpen={onOpen} />);
  return session;
}
const titled = (title: string) => map.touchpoints.find((touchpoint) => touchpoint.title === title)?.id ?? '';
const panel = () => screen.queryByTestId('reading-panel');

describe('what is selected, for those who may not edit', () => {
  test('a touchpoint is read whole, and its links lead on', () => {
    open(titled('Imports projects from a spreadsheet'));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Imports projects from a spreadsheet');
    expect(panel()?.textContent).toContain('Fixes columns by hand, tries again');
    fireEvent.click(screen.getByText('Asks for help in the chat'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(titled('Asks for help in the chat'));
  });

  test('what was measured is read with its date, answers and source, and how it went', async () => {
    const id = titled('Imports projects from a spreadsheet');
    const session = open(id);
    for (const [at, value, n] of [
      ['2026-01-15', 22, 80],
      ['2026-06-01', 31.5, 26],
    ] as const)
      act(
        () =>
          void session.other.create('readings', {
            touchpointId: id,
            metric: 'nps',
            value,
            at,
            n,
            source: 'Survey after import',
          }),
      );
    const list = await screen.findByTestId('readings-here');
    expect(list.textContent).toMatch(/^NPS 31\.51 Jun 2026\s+•\s+26 answers\s+•\s+Survey after import/u);
    const [trend] = within(screen.getByTestId('reading-trends')).getAllByRole('listitem');
    expect(trend?.getAttribute('aria-label')).toBe(
      'NPS: 31.5 now, +9.5 since the reading before, 2 readings',
    );
  });

  test('a note is read whole', () => {
    const [note] = map.insights;
    open(note?.id ?? '');
    expect(panel()?.textContent).toContain(note?.text);
  });

  test('there is nothing that edits (U51), and nothing for what the map says whole', () => {
    const session = open(titled('Signs up'));
    expect(document.querySelectorAll('input, textarea, select, [contenteditable]')).toHaveLength(0);
    act(() => session.select(map.stages[0]?.id ?? ''));
    expect(panel()).toBeNull();
    act(() => session.select(titled('Signs up'), titled('Confirms the e-mail')));
    expect(panel()).toBeNull();
  });

  test('is closed until something else is selected', () => {
    const session = open(titled('Signs up'));
    session.screen.setState({ panel: 'inspector' });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(session.screen.getState().panel).toBe('none');
  });

  test('goes when somebody deletes what is read', () => {
    const session = open(titled('Signs up'));
    act(() => void session.other.remove([titled('Signs up')]));
    expect(panel()).toBeNull();
  });
});
