// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { select } from '../../src/canvas/selection.ts';
import { currentTable } from '../../src/canvas/tableRuns.ts';
import type { Person } from '../../src/sync/presence.ts';
import { TableView } from '../../src/table/TableView.tsx';
import { parseMap } from '../../src/model/parseMap.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { buildMap } from '../support/buildMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../support/panelSession.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const map = buildMap({
  stages: [
    { id: 's1', name: 'Look' },
    { id: 's2', name: 'Buy' },
  ],
  lanes: [{ id: 'l1', name: 'Contact', kind: 'contact' }],
  channels: [{ id: 'web', name: 'Web site' }],
  touchpoints: [
    { id: 'a', title: 'Reads', stageId: 's1', laneId: 'l1', t: 0.2, emotion: 0.5, importance: 3 },
    { id: 'b', title: 'Visits', stageId: 's1', laneId: 'l1', t: 0.7 },
    { id: 'c', title: 'Pays', stageId: 's2', laneId: 'l1', t: 0.5, owner: 'Shop' },
  ],
});

function open(session: PanelSession, narrow = false) {
  renderPanel(session, <TableView storage={localStorage} narrow={narrow} onHelp={() => undefined} />);
  return session;
}
const cell = (row: string, field: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-id="${row}"] [data-field="${field}"]`);
  if (!found) throw new Error(`no cell ${row} ${field}`);
  return found;
};
const active = () => document.querySelector<HTMLElement>('[data-column][tabindex="0"]');
const activeName = () =>
  `${active()?.closest<HTMLElement>('[role="row"]')?.dataset['id']} ${active()?.dataset['field']}`;
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
/** A press on a cell, as a pointer makes it. */
const point = (element: HTMLElement, more: PointerEventInit = {}) =>
  act(() => void fireEvent.pointerDown(element, { button: 0, ...more }));
const editor = () => screen.getByTestId<HTMLInputElement>('cell-editor');
const type = (text: string) => fireEvent.change(editor(), { target: { value: text } });
const touchpoint = (session: PanelSession, id: string) => session.projection.find('touchpoints', id);

describe('a Table without touchpoints (U32)', () => {
  const blank = buildMap({ stages: [{ id: 's1', name: 'Look' }], lanes: [{ id: 'l1', kind: 'contact' }] });
  const note = () => screen.queryByTestId('nothing-yet')?.textContent;

  it('tells who may edit how to begin, until there is one', () => {
    const session = open(panelSession(blank));
    expect(note()).toMatch(/^Type what happens into a line under “Touchpoint” and press Enter/);
    act(
      () => void session.other.create('touchpoints', { title: 'Reads', stageId: 's1', laneId: 'l1', t: 0.5 }),
    );
    expect(note()).toBeUndefined();
  });

  it('tells a reader that what comes shows itself, in both languages, on a phone too', () => {
    open(panelSession(blank, { viewer: true }), true);
    expect(note()).toBe(
      'There are no touchpoints yet. They appear here by themselves as soon as they are added.',
    );
    cleanup();
    open(panelSession(blank, { viewer: true, language: 'zh' }));
    expect(note()).toBe('还没有接触点。有人添加后会自动显示在这里。');
  });
});

describe('the Table for screen readers (U57)', () => {
  it('is a grid that tells how many rows and columns there are, where each cell stands, and has one tab stop (U7)', () => {
    open(panelSession(map));
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('5');
    expect(grid.getAttribute('aria-colcount')).toBe('9');
    expect(cell('a', 'title').closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('2');
    expect(cell('a', 'title').getAttribute('aria-colindex')).toBe('3');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toContain('Importance');
    expect(cell('a', 'emotion').getAttribute('aria-label')).toBe('+0.5, pleased');
    expect(cell('b', 'emotion').getAttribute('aria-label')).toBe('not rated');
    expect(cell('c', 'stage').textContent).toBe('B Buy');
    expect(document.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1);
  });

  it('has other columns on a phone, with the letter of the stage alone', () => {
    open(panelSession(map), true);
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads.slice(2, 4)).toEqual(['Touchpoint', 'Emotion']);
  });
});

describe('typing in the Table', () => {
  it('Enter opens the cell, Enter takes the text and goes down, Escape gives the old one back', () => {
    const session = open(panelSession(map));
    point(cell('a', 'title'));
    act(() => active()?.focus());
    press('Enter');
    expect(editor().value).toBe('Reads');
    type('Compares');
    press('Enter');
    expect(touchpoint(session, 'a')?.title).toBe('Compares');
    expect(activeName()).toBe('b title');
    press('F2');
    type('Nothing');
    press('Escape');
    expect(touchpoint(session, 'b')?.title).toBe('Visits');
    expect(document.activeElement).toBe(active());
  });

  it('a letter replaces what was there, and the text box has the focus before the letter comes (U3, U25)', () => {
    const session = open(panelSession(map));
    point(cell('a', 'title'));
    act(() => active()?.focus());
    const letter = createEvent.keyDown(active() ?? document.body, { key: 'n' });
    fireEvent(active() ?? document.body, letter);
    // Not kept from the browser: it types the letter itself, composition and all.
    expect(letter.defaultPrevented).toBe(false);
    expect(document.activeElement).toBe(editor());
    expect(editor().value).toBe('');
    type('你好');
    fireEvent.keyDown(editor(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(editor(), { key: 'Enter', keyCode: 229 });
    expect(touchpoint(session, 'a')?.title).toBe('Reads');
    press('Tab');
    expect(touchpoint(session, 'a')?.title).toBe('你好');
    expect(activeName()).toBe('a channelId');
  });

  it('what cannot be taken stays open with the rule, as in the inspector; out of range is clamped and said', () => {
    const session = open(panelSession(map));
    point(cell('a', 'importance'));
    act(() => active()?.focus());
    press('x');
    type('much');
    press('Enter');
    expect(editor().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('This is not a number.');
    type('9');
    press('Enter');
    expect(touchpoint(session, 'a')?.importance).toBe(5);
    expect(document.body.textContent).toContain('Between 1 and 5.');
  });

  it('1 to 5 and 0 rate an emotion at once; a sign begins a number', () => {
    const session = open(panelSession(map));
    point(cell('b', 'emotion'));
    act(() => active()?.focus());
    press('5');
    expect(touchpoint(session, 'b')?.emotion).toBe(2);
    press('0');
    expect(touchpoint(session, 'b')?.emotion).toBeNull();
    press('-');
    type('-0.7');
    expect(screen.getByTestId('emotion-picker').textContent).toContain('annoyed, worried');
    press('Enter');
    expect(touchpoint(session, 'b')?.emotion).toBe(-0.7);
  });

  it('a French keyboard rates without Shift, and with it; letters without Latin ones choose all by their place (U4)', () => {
    const session = open(panelSession(map));
    point(cell('b', 'emotion'));
    act(() => active()?.focus());
    press('(', { code: 'Digit5' });
    expect(touchpoint(session, 'b')?.emotion).toBe(2);
    press('1', { code: 'Digit1', shiftKey: true });
    expect(touchpoint(session, 'b')?.emotion).toBe(-2);
    press('ф', { code: 'KeyA', ctrlKey: true });
    expect(document.querySelectorAll('[role="gridcell"][aria-selected="true"]').length).toBeGreaterThan(6);
    expect(session.screen.getState().selection.size).toBe(3);
  });

  it('what can be chosen is listed, narrowed by typing, and taken by arrows and Enter', () => {
    const session = open(panelSession(map));
    point(cell('a', 'channelId'));
    act(() => active()?.focus());
    press('w');
    type('we');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Web site']);
    press('ArrowDown');
    press('Enter');
    expect(touchpoint(session, 'a')?.channelId).toBe('web');
  });

  it('the last row makes touchpoints and stages', () => {
    const session = open(panelSession(map));
    point(cell('new row', 'title'));
    act(() => active()?.focus());
    press('T');
    type('Tells a friend');
    press('Enter');
    expect(session.journey().touchpoints.at(-1)).toMatchObject({ title: 'Tells a friend', stageId: 's2' });
    expect(activeName()).toBe('new row title');
    press('ArrowLeft');
    press('U');
    type('Use');
    press('Enter');
    const stage = session.journey().stages.at(-1);
    expect(stage?.name).toBe('Use');
    expect(activeName()).toBe(`empty ${stage?.id} title`);
  });

  it('each cell is one step to undo, the same steps as the map’s', () => {
    const session = open(panelSession(map));
    point(cell('c', 'owner'));
    act(() => active()?.focus());
    press('x');
    type('Office');
    press('Enter');
    act(() => void session.editing?.undo.undo());
    expect(touchpoint(session, 'c')?.owner).toBe('Shop');
    expect(cell('c', 'owner').textContent).toBe('Shop');
  });
});

describe('undo in the Table (U29)', () => {
  it('changes rows and selection at once, and leads to the row it changed', () => {
    const session = open(panelSession(map));
    point(cell('a', 'title'));
    act(() => active()?.focus());
    press('x');
    type('Browses');
    press('Enter');
    expect(activeName()).toBe('b title');
    // As the action does: what the step touched is selected before the page has drawn it.
    act(() => {
      session.editing?.undo.undo();
      select(session, ['a']);
    });
    expect(cell('a', 'title').textContent).toBe('Reads');
    expect(activeName()).toBe('a title');
    expect([...session.screen.getState().selection]).toEqual(['a']);
  });
});

describe('rows of the Table by keys', () => {
  it('Alt and an arrow moves a row, over the border of a stage into the next', () => {
    const session = open(panelSession(map));
    point(cell('b', 'title'));
    act(() => active()?.focus());
    press('ArrowDown', { altKey: true });
    expect(touchpoint(session, 'b')).toMatchObject({ stageId: 's2' });
    expect(activeName()).toBe('b title');
    press('ArrowDown', { altKey: true });
    expect([...document.querySelectorAll<HTMLElement>('[data-kind="touchpoint"]')].map(rowId)).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('a new row stands below its neighbour, open for typing; a chosen range of rows is deleted', () => {
    open(panelSession(map));
    point(cell('a', 'title'));
    act(() => active()?.focus());
    press('Enter', { ctrlKey: true });
    expect(document.activeElement).toBe(editor());
    type('Between');
    press('Enter');
    const titles = () =>
      [...document.querySelectorAll('[data-kind="touchpoint"] [data-field="title"]')].map(
        (one) => one.textContent,
      );
    expect(titles()).toEqual(['Reads', 'Between', 'Visits', 'Pays']);
    press('ArrowDown', { shiftKey: true });
    press('Delete', { ctrlKey: true });
    expect(titles()).toEqual(['Reads', 'Between']);
  });
});

describe('cells on the clipboard', () => {
  it('are copied as rows and columns, pasted over cells in one step, and make rows beyond the end (U27)', () => {
    const session = open(panelSession(map));
    point(cell('a', 'emotion'));
    act(() => active()?.focus());
    press('ArrowRight', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    const written: string[] = [];
    const data = { setData: (_type: string, text: string) => written.push(text), getData: () => '' };
    fireEvent.copy(active() ?? document.body, { clipboardData: data });
    expect(written).toEqual(['0.5\t3\n\t']);

    point(cell('c', 'title'));
    const rows = 'Pays well\tWeb site\t1.5\nTells\tpigeon\t-1\nReturns\t\t';
    fireEvent.paste(active() ?? document.body, { clipboardData: { getData: () => rows } });
    expect(touchpoint(session, 'c')).toMatchObject({ title: 'Pays well', channelId: 'web', emotion: 1.5 });
    const made = session.journey().touchpoints.slice(-2);
    expect(made.map(({ title, emotion, stageId }) => [title, emotion, stageId])).toEqual([
      ['Tells', -1, 's2'],
      ['Returns', null, 's2'],
    ]);
    expect(document.body.textContent).toContain('1 cell was not taken');
    act(() => void session.editing?.undo.undo());
    expect(session.journey().touchpoints).toHaveLength(3);
    expect(touchpoint(session, 'c')).toMatchObject({ title: 'Pays', channelId: null, emotion: null });
  });

  it('are copied and pasted from the menu also where the page has no clipboard (a plain address in a LAN)', async () => {
    const session = open(panelSession(map));
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
    point(cell('a', 'title'));
    act(() => currentTable()?.copyCells());
    point(cell('c', 'title'));
    await waitFor(() => {
      act(() => currentTable()?.pasteCells());
      expect(touchpoint(session, 'c')?.title).toBe('Reads');
    });
    vi.unstubAllGlobals();
  });

  it('of cards that were copied on the map are cards again, with all they hold', async () => {
    const session = open(panelSession(map));
    const text = JSON.stringify(session.editing?.commands.copy(['a']));
    point(cell('c', 'title'));
    act(() => active()?.focus());
    fireEvent.paste(active() ?? document.body, { clipboardData: { getData: () => text } });
    await waitFor(() => expect(session.journey().touchpoints).toHaveLength(4));
    expect(touchpoint(session, 'c')?.title).toBe('Pays');
    expect(session.journey().touchpoints.filter(({ title }) => title === 'Reads')).toEqual([
      expect.objectContaining({ importance: 3 }),
      expect.objectContaining({ importance: 3 }),
    ]);
  });

  it('keep their order however many they are, and however many rows are typed one after the other', () => {
    const session = open(panelSession(map));
    const inBuy = () =>
      inSequence(session.journey()).flatMap(({ stageId, title }) => (stageId === 's2' ? [title] : []));
    const newRow = () => {
      const found = document.querySelector<HTMLElement>('[data-kind="new"] [data-field="title"]');
      if (!found) throw new Error('no row for what is new');
      point(found);
      act(() => active()?.focus());
    };
    newRow();
    const typed = Array.from({ length: 12 }, (_, index) => `Typed ${index}`);
    for (const title of typed) {
      press('F2');
      type(title);
      press('Enter');
    }
    expect(inBuy()).toEqual(['Pays', ...typed]);

    newRow();
    const pasted = Array.from({ length: 95 }, (_, index) => `Pasted ${index}`);
    const clipboardData = { getData: () => pasted.join('\n') };
    fireEvent.paste(active() ?? document.body, { clipboardData });
    expect(inBuy().slice(-95)).toEqual(pasted);
    act(() => void session.editing?.undo.undo());
    expect(inBuy()).toHaveLength(13);
  });
});

describe('together and for those who look on', () => {
  it('others’ edits stand in the cells, their row is marked and the cell they write in has their name', async () => {
    const marek: Person = {
      clientId: 7,
      name: 'Marek',
      colour: 0,
      role: 'editor',
      cursor: null,
      selection: ['b'],
      drag: null,
      editing: { id: 'c', field: 'owner' },
      idle: false,
    };
    const others = [marek];
    const session = panelSession(map);
    open({ ...session, presence: { ...session.presence, others: () => others } });
    act(() => void session.other.update('touchpoints', ['c'], { owner: 'Office' }));
    expect(cell('c', 'owner').textContent).toBe('OfficeMarek');
    expect(document.querySelector('[data-id="b"] [title="Marek here"]')).not.toBeNull();
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(3));
  });

  it('the active row is the map’s selection, and what is selected elsewhere becomes the active row', () => {
    const session = open(panelSession(map));
    point(cell('c', 'owner'));
    expect([...session.screen.getState().selection]).toEqual(['c']);
    act(() => session.select('b'));
    expect(activeName()).toBe('b owner');
  });

  it('two people in one cell keep both their words; a cell left as it was stays the other’s (U26)', () => {
    const session = open(panelSession(map));
    point(cell('c', 'title'));
    act(() => active()?.focus());
    press('F2');
    type('Pays 付款');
    act(() => void session.other.update('touchpoints', ['c'], { title: 'At last Pays' }));
    press('Enter');
    expect(touchpoint(session, 'c')?.title).toBe('At last Pays 付款');
    point(cell('c', 'owner'));
    act(() => active()?.focus());
    press('F2');
    act(() => void session.other.update('touchpoints', ['c'], { owner: 'Office' }));
    press('Enter');
    expect(touchpoint(session, 'c')?.owner).toBe('Office');
  });

  it('a row deleted by somebody else while I type keeps my text where it can be copied (U24)', async () => {
    const session = open(panelSession(map));
    point(cell('b', 'title'));
    act(() => active()?.focus());
    press('x');
    type('A long thought');
    act(() => void session.other.remove(['b']));
    await waitFor(() => expect(document.body.textContent).toContain('Somebody deleted the row'));
    expect(session.journey().touchpoints).toHaveLength(2);
  });

  it('a viewer reads and copies, but opens nothing (U51)', () => {
    open(panelSession(map, { viewer: true }));
    expect(screen.getByRole('grid').getAttribute('aria-readonly')).toBe('true');
    point(cell('a', 'title'));
    act(() => active()?.focus());
    press('Enter');
    press('x');
    expect(screen.queryByTestId('cell-editor')).toBeNull();
    expect(document.querySelector('[data-kind="new"]')).toBeNull();
    expect(screen.queryByTestId('add-row')).toBeNull();
  });

  it('draws a window of 3,000 rows, and of a remote edit the row concerned alone', () => {
    const parsed = parseMap(largeMap(3000));
    if (!parsed.ok) throw new Error('the large map is not valid');
    const session = open(panelSession(parsed.map));
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeLessThan(80);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3002');
    const seen = new MutationObserver(() => undefined);
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
    const id = rows[3]?.dataset['id'] ?? '';
    act(() => void session.other.update('touchpoints', [id], { owner: 'Somebody else' }));
    const touched = new Set(
      seen.takeRecords().flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest<HTMLElement>('[role="row"]')?.dataset['id'] ?? [];
      }),
    );
    expect([...touched]).toEqual([id]);
  });
});

function rowId(row: HTMLElement): string | undefined {
  return row.dataset['id'];
}
