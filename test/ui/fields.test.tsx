// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NumberField, parseNumber } from '../../src/ui/NumberField.tsx';
import { SegmentedControl } from '../../src/ui/SegmentedControl.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';
import { TextField } from '../../src/ui/TextField.tsx';

afterEach(cleanup);

describe('a text field', () => {
  it('hands out the text once, when Enter is pressed, and leaves (U25)', () => {
    const commit = vi.fn();
    render(<TextField aria-label="Title" value="Old" onCommit={commit} />);
    const field = screen.getByLabelText('Title');
    field.focus();
    fireEvent.change(field, { target: { value: 'New' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(commit.mock.calls).toEqual([['New', 'Old']]);
    expect(document.activeElement).not.toBe(field);
  });

  it('sends the form it stands in on Enter, with what was just typed, and keeps the focus', () => {
    const sent: string[] = [];
    function Form() {
      const [name, setName] = useState('');
      const send = (event: { preventDefault: () => void }) => {
        event.preventDefault();
        sent.push(name);
      };
      return (
        <form onSubmit={send}>
          <TextField aria-label="Name" value={name} onCommit={setName} />
        </form>
      );
    }
    render(<Form />);
    const field = screen.getByLabelText('Name');
    field.focus();
    fireEvent.change(field, { target: { value: 'Bad moments' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(sent).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual(['Bad moments']);
    expect(document.activeElement).toBe(field);
  });

  it('commits on Escape as well, and never what did not change', () => {
    const commit = vi.fn();
    render(<TextField aria-label="Title" value="Old" onCommit={commit} />);
    const field = screen.getByLabelText('Title');
    field.focus();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(commit).not.toHaveBeenCalled();
    field.focus();
    fireEvent.change(field, { target: { value: 'New' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(commit.mock.calls).toEqual([['New', 'Old']]);
  });

  it.each([
    ['while composing', { key: 'Enter', isComposing: true }],
    ['after the composition has ended, marked only by keyCode 229', { key: 'Enter', keyCode: 229 }],
  ])('lets an Enter of an input method pass %s (U3)', (_when, press) => {
    const commit = vi.fn();
    render(<TextField aria-label="Title" value="" onCommit={commit} />);
    const field = screen.getByLabelText('Title');
    field.focus();
    fireEvent.change(field, { target: { value: '旅程' } });
    fireEvent.keyDown(field, press);
    expect(commit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
  });

  it('does not let a search field be emptied by an Escape of an input method (U3)', () => {
    render(<TextField type="search" aria-label="Find" value="" onCommit={() => undefined} />);
    const field = screen.getByLabelText('Find');
    fireEvent.change(field, { target: { value: 'lü' } });
    expect(fireEvent.keyDown(field, { key: 'Escape', isComposing: true })).toBe(false);
    expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(true);
  });

  it('takes Enter for a new line when it holds several, and Ctrl+Enter for the end (U25)', () => {
    const commit = vi.fn();
    render(<TextField multiline aria-label="Note" value="" onCommit={commit} />);
    const field = screen.getByLabelText('Note');
    field.focus();
    fireEvent.change(field, { target: { value: 'a' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(commit).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(commit.mock.calls).toEqual([['a', '']]);
  });

  it('says what stood there when typing began, as others may have changed it meanwhile (U26)', () => {
    const commit = vi.fn();
    const { rerender } = render(<TextField aria-label="Title" value="Old" onCommit={commit} />);
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Old and' } });
    rerender(<TextField aria-label="Title" value="Very Old" onCommit={commit} />);
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Old and mine' } });
    fireEvent.blur(screen.getByLabelText('Title'));
    expect(commit.mock.calls).toEqual([['Old and mine', 'Old']]);
  });

  it('does not lose the text when it is taken away while somebody types', () => {
    const commit = vi.fn();
    const { unmount } = render(<TextField aria-label="Title" value="Old" onCommit={commit} />);
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Half' } });
    unmount();
    expect(commit.mock.calls).toEqual([['Half', 'Old']]);
  });

  it('shows what others wrote while nobody types here', () => {
    const { rerender } = render(<TextField aria-label="Title" value="Old" onCommit={() => undefined} />);
    rerender(<TextField aria-label="Title" value="Theirs" onCommit={() => undefined} />);
    expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Theirs');
  });
});

describe('a number field', () => {
  it.each([
    ['−1.5', -1.5],
    ['-1,5', -1.5],
    ['１２', 12],
    ['', null],
    ['abc', null],
    ['Infinity', null],
  ])('reads %j as %j', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  function type(text: string, props: Partial<Parameters<typeof NumberField>[0]> = {}) {
    const commit = vi.fn();
    render(
      <NumberField aria-label="Emotion" value={1} min={-2} max={2} digits={1} onCommit={commit} {...props} />,
    );
    const field = screen.getByLabelText('Emotion');
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
    return commit.mock.calls;
  }

  it('clamps what is out of range and rounds to its digits', () => {
    expect(type('9')).toEqual([[2]]);
    cleanup();
    expect(type('-0.04')).toEqual([[0]]);
  });

  it('gives null for an empty text when it may, and puts the old value back when it may not', () => {
    expect(type('')).toEqual([[null]]);
    cleanup();
    expect(type('', { optional: false })).toEqual([]);
    expect(screen.getByLabelText<HTMLInputElement>('Emotion').value).toBe('1');
  });

  it('steps with the arrow keys and shows a real minus sign', () => {
    const commit = vi.fn();
    render(
      <NumberField
        aria-label="Emotion"
        value={-1}
        min={-2}
        max={2}
        step={0.1}
        digits={1}
        onCommit={commit}
      />,
    );
    const field = screen.getByLabelText<HTMLInputElement>('Emotion');
    expect(field.value).toBe('−1');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(commit.mock.calls).toEqual([[-0.9]]);
  });
});

describe('choices side by side', () => {
  it('are one tab stop, with arrow keys that choose and go round', () => {
    const change = vi.fn();
    const segments = [
      { value: 'view', label: 'View' },
      { value: 'edit', label: 'Edit' },
    ] as const;
    render(<SegmentedControl label="Right" segments={segments} value="edit" onChange={change} />);
    expect(screen.getAllByRole('radio').map((radio) => radio.tabIndex)).toEqual([-1, 0]);
    fireEvent.keyDown(screen.getByRole('radio', { name: 'Edit' }), { key: 'ArrowRight' });
    expect(change.mock.calls).toEqual([['view']]);
  });

  it('as tabs show the panel of the current one and move with arrows, Home and End', () => {
    const change = vi.fn();
    const tabs = [
      { id: 'basics', label: 'Basics' },
      { id: 'notes', label: 'Notes', count: 2 },
    ] as const;
    render(
      <Tabs label="Parts" tabs={tabs} current="basics" onChange={change}>
        Channel
      </Tabs>,
    );
    expect(screen.getByRole('tabpanel', { name: 'Basics' }).textContent).toBe('Channel');
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Basics' }), { key: 'End' });
    expect(change.mock.calls).toEqual([['notes']]);
    expect(screen.getByRole('tab', { name: 'Notes 2' }).tabIndex).toBe(-1);
  });
});
