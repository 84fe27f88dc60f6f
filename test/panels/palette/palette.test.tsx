// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { actions } from '../../../src/canvas/actions.ts';
import { Palette, type PaletteEntry } from '../../../src/panels/palette/Palette.tsx';
import { panelSession, renderPanel } from '../../support/panelSession.tsx';
import { buildMap } from '../../support/buildMap.ts';

afterEach(cleanup);

const make = (id: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id,
  label: id,
  names: [id],
  keys: [],
  disabled: false,
  unasked: true,
  run: () => undefined,
  ...more,
});

function open(entries: readonly PaletteEntry[], begun?: { text: string; keys: readonly string[] }) {
  const onRun = vi.fn<(entry: PaletteEntry) => void>();
  const onClose = vi.fn<() => void>();
  renderPanel(
    panelSession(buildMap({})),
    <Palette entries={entries} {...(begun && { begun })} onRun={onRun} onClose={onClose} />,
  );
  const field = screen.getByRole('combobox');
  const current = () =>
    screen.getAllByRole('option').find((one) => one.getAttribute('aria-selected') === 'true');
  return { onRun, onClose, field, current };
}

it('is a field that drives a list: arrows choose, Enter does it, and the field says which one is meant (U10)', () => {
  const { field, current, onRun } = open([make('first'), make('second', { keys: ['Ctrl+D'] })]);
  expect(current()?.textContent).toBe('first');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(current()?.textContent).toBe('secondCtrl+D');
  expect(field.getAttribute('aria-activedescendant')).toBe(current()?.id);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onRun.mock.calls.map(([entry]) => entry.id)).toEqual(['second']);
});

it('lists every action that can be done before anything is typed, and of a thousand places no more than 200 (U10)', () => {
  const some = (count: number, unasked: boolean) =>
    Array.from({ length: count }, (_, at) => make(`${unasked ? 'action' : 'place'} ${at}`, { unasked }));
  const { field } = open([...some(actions.length, true), ...some(1000, false)]);
  expect(screen.getAllByRole('option')).toHaveLength(actions.length);
  fireEvent.change(field, { target: { value: 'place' } });
  expect(screen.getAllByRole('option')).toHaveLength(200);
});

it('does nothing for what cannot be done now, nor for the Enter of an input method (U3)', () => {
  const { field, onRun } = open([make('greyed', { disabled: true }), make('fine')]);
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  expect(onRun).not.toHaveBeenCalled();
  expect(screen.getByRole('option', { name: 'greyed' }).getAttribute('aria-disabled')).toBe('true');
});

it('shows the choices of an entry in the same list; Escape goes back one step a press (U9)', async () => {
  const choices = () => Promise.resolve([make('A  Look'), make('B  Buy')]);
  const { field, onRun, onClose } = open([make('Move to stage', { choices })]);
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(screen.getByRole('heading').textContent).toBe('Move to stage'));
  fireEvent.change(field, { target: { value: 'buy' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onRun.mock.calls[0]?.[0].id).toBe('B  Buy');
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

it('finds an action by the name of one of its choices, and shows that choice first of all', async () => {
  const choices = () => Promise.resolve([make('Align left'), make('Align right'), make('Distribute')]);
  const { field, current } = open([
    make('Align and distribute', { choices, names: ['Align and distribute', 'Align left', 'Align right'] }),
  ]);
  fireEvent.change(field, { target: { value: 'align right' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(current()?.textContent).toBe('Align right'));
  expect(screen.getAllByRole('option')).toHaveLength(1);
  fireEvent.keyDown(field, { key: 'Escape' });
  fireEvent.change(field, { target: { value: 'align' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
});

it('says when nothing has the name', () => {
  const { field } = open([make('first')]);
  fireEvent.change(field, { target: { value: 'zzz' } });
  expect(screen.queryAllByRole('option')).toEqual([]);
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(said()[0]).toMatch(/^Nothing is called “zzz”\. Try another word, or an address such as C2/);
  cleanup();
  open([]);
  expect(said()).toEqual(['There is nothing to choose from here.']);
});

it('goes on with what was typed before it was there: text first, then arrows and Enter in turn', async () => {
  const entries = [make('undo'), make('unlock'), make('other')];
  const { field, onRun } = open(entries, { text: 'un', keys: ['ArrowDown', 'Enter'] });
  expect(field).toHaveProperty('value', 'un');
  await waitFor(() => expect(onRun.mock.calls.map(([entry]) => entry.id)).toEqual(['unlock']));
});
