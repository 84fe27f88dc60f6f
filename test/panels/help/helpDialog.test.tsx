// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { helpRows, presentingRows } from '../../../src/app/HelpHost.tsx';
import { HelpDialog } from '../../../src/panels/help/HelpDialog.tsx';
import { buildMap } from '../../support/buildMap.ts';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';

afterEach(cleanup);
function open(): void {
  const session = panelSession(buildMap({}));
  renderPanel(session, <HelpDialog rows={helpRows(session, 'en')} onClose={() => undefined} />);
}
const heads = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('the help (U11)', () => {
  it('lists every action once, under the head of what one wants to do', () => {
    open();
    expect(heads()).toEqual([
      'Make',
      'Select and change',
      'Move and arrange',
      'Emotions and links',
      'Stages',
      'Lanes',
      'Look around',
      'Find and check',
      'Personas and their journeys',
      'In the table',
      'Presenting',
      'Share, compare, take away',
      'This page',
    ]);
    const rows = screen.getAllByRole('row').filter((row) => within(row).queryAllByRole('cell').length > 0);
    expect(rows).toHaveLength(helpRows(panelSession(buildMap({})), 'en').length);
    const stages = within(screen.getByRole('region', { name: 'Stages' }));
    expect(stages.getByText('Split the stage')).toBeTruthy();
    expect(stages.queryByText('Split the lane')).toBeNull();
  });

  it('tells the keys of slides, in both languages', () => {
    const rows = presentingRows('en').map(({ label, keys }) => [label, ...keys]);
    expect(rows).toContainEqual(['Next slide', '→', '↓', 'PageDown', 'Space']);
    expect(rows).toContainEqual(['Black screen', '.']);
    expect(presentingRows('zh').map(({ label }) => label)).toContain('黑屏');
  });

  it('is searched by words, keys and heads, full-width letters too; what has no match has no head', () => {
    open();
    const search = (text: string) =>
      fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
    search('ＵＮＤＯ');
    expect(heads()).toEqual(['Select and change']);
    search('ctrl+d');
    expect(screen.getByText('Duplicate')).toBeTruthy();
    search('move and arr');
    expect(heads()).toEqual(['Move and arrange']);
    search('nothing of this kind');
    expect(screen.queryAllByRole('heading', { level: 3 })).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('No action has these words.');
  });
});
