import { describe, expect, it, vi } from 'vitest';
import { notesFrom, pastedFrom, pasteText } from '../../../src/canvas/editing/clipboard.ts';
import { parseEmotion } from '../../../src/canvas/editing/EmotionNumber.tsx';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { buildSession } from '../support/buildSession.ts';

describe('the clipboard (U27)', () => {
  it('carries a selection into another map and back', () => {
    const one = buildSession();
    const two = buildSession();
    const text = JSON.stringify(one.editing?.commands.copy(['t1', 't2']));
    const pasted = pastedFrom(text, '', false);
    if (pasted?.kind !== 'fragment') throw new Error('a fragment of ours was not read');
    two.editing?.commands.paste(pasted.fragment, null);
    const { touchpoints, links } = two.projection.getState().journey;
    expect(touchpoints.filter(({ title }) => title === 'Reads reviews').length).toBe(2);
    expect(links.length).toBe(2);
  });

  it('tells a range of a spreadsheet by its tabs, or by the table beside the text', () => {
    expect(pastedFrom('Calls us\t3\r\nSigns\t5\n', '', false)).toEqual({ kind: 'rows' });
    expect(pastedFrom('Calls us\nSigns', '<html><table><tr><td>Calls us', false)).toEqual({ kind: 'rows' });
  });

  it('makes lines of words into sticky notes, one a line, one step', () => {
    const session = buildSession();
    const pasted = pastedFrom('Calls us\r\n\r\n  Signs \n', '<p>Calls us</p>', false);
    if (pasted?.kind !== 'notes') throw new Error('words were not read');
    session.editing?.commands.paste(notesFrom(pasted.texts), null, { side: 'below', x: 100, y: 40 });
    const { elements } = session.projection.getState().journey;
    expect(elements.map(({ kind, text, x, y }) => [kind, text, x, y])).toEqual([
      ['note', 'Calls us', 100, 40],
      ['note', 'Signs', 284, 40],
    ]);
    session.editing?.undo.undo();
    expect(session.projection.getState().journey.elements).toEqual([]);
  });

  it('pastes plain text when asked, even if it is a fragment or a range', () => {
    const text = JSON.stringify({ format: 'touchline/fragment', content: {} });
    expect(pastedFrom(text, '', true)).toEqual({
      kind: 'notes',
      texts: [text],
      left: 0,
      cut: 0,
    });
  });

  it('pastes a range as plain text one note a row, its cells joined, without tabs and quotes', () => {
    const range = 'Calls us\t\t3\r\n"Says ""no"",\nthen\tyes"\tSigns\r\n\t\t\r\n';
    expect(pastedFrom(range, '<table>', true)).toEqual({
      kind: 'notes',
      texts: ['Calls us · 3', 'Says "no", then yes · Signs'],
      left: 0,
      cut: 0,
    });
    expect(pastedFrom('"Calls ""us"""\nSigns', '<table>', true)).toEqual({
      kind: 'notes',
      texts: ['Calls "us"', 'Signs'],
      left: 0,
      cut: 0,
    });
    // Words in quotes are no range.
    expect(pastedFrom('"No"', '', true)).toMatchObject({ kind: 'notes', texts: ['"No"'] });
  });

  it('says how many lines were left out, and how many notes hold only the beginning of theirs', () => {
    const session = buildSession();
    const { editing } = session;
    if (!editing) throw new Error('may not edit');
    const mention = vi.spyOn(pageRuns, 'mentionToPage').mockReturnValue(true);
    const lines = [...Array.from({ length: 203 }, (_, index) => `Line ${index}`), ''];
    lines[0] = '很'.repeat(401);
    pasteText(session, editing, lines.join('\n'), false);
    const { elements } = session.projection.getState().journey;
    expect(elements).toHaveLength(200);
    expect(mention.mock.calls).toEqual([
      [
        'The first 200 lines are notes now; 3 lines were left out. 1 note holds only the first 400 characters of its line.',
      ],
    ]);
    mention.mockRestore();
  });

  it.each(['', '   \n'])('finds nothing to paste in %j', (text) => {
    expect(pastedFrom(text, '', false)).toBeNull();
  });
});

describe('a typed emotion', () => {
  it.each([
    ['1.5', 1.5],
    ['+2', 2],
    ['−1,3', -1.3],
    ['9', 2],
    ['-0', 0],
    ['0.04', 0],
  ])('%s is %d', (text, value) => {
    expect(parseEmotion(text)).toBe(value);
  });

  it('that is no number is nothing', () => {
    expect(parseEmotion('good')).toBeNull();
    expect(parseEmotion('')).toBeNull();
  });
});
