// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeBrought, type BroughtIn } from '../../../src/canvas/bringIn.ts';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import {
  copyToClipboard,
  listenToClipboard,
  pasteFromClipboard,
} from '../../../src/canvas/editing/clipboard.ts';
import { removeCut } from '../../../src/canvas/editing/editActions.ts';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' });
const ends: (() => void)[] = [];

/** A page that is told what is brought. */
function listen(): { session: TestSession; brought: BroughtIn[] } {
  const session = buildSession();
  const { editing } = session;
  if (!editing) throw new Error('the session edits');
  const brought: BroughtIn[] = [];
  ends.push(
    takeBrought((what) => brought.push(what)),
    listenToClipboard(session, editing, () => undefined),
  );
  return { session, brought };
}

function paste(files: readonly File[], texts: Readonly<Record<string, string>>): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const clipboardData = { files, types: Object.keys(texts), getData: (type: string) => texts[type] ?? '' };
  document.dispatchEvent(Object.assign(event, { clipboardData }));
}

afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
});

describe('pasting on the canvas (U27)', () => {
  it.each([
    [
      'Excel',
      'Calls us\t3\r\nSigns\t5\r\n',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>',
    ],
    ['Excel, one column', 'Calls us\r\nSigns\r\n', '<html><!--StartFragment--><table border=0><tr><td>'],
    ['LibreOffice', 'Calls us\t3\nSigns\t5\n', '<!DOCTYPE html><table cellspacing="0" border="0">'],
  ])('%s puts a picture of its cells beside them: the rows come in, not the picture', (_, text, html) => {
    const { brought } = listen();
    paste([png], { 'text/plain': text, 'text/html': html });
    expect(brought).toEqual([expect.objectContaining({ kind: 'rows', text })]);
  });

  it('a picture with its own mark-up, or with the name of its file, stays a picture', () => {
    const { brought, session } = listen();
    paste([png], { 'text/html': '<img src="https://example.com/a.png">' });
    paste([png], { 'text/plain': 'Holiday.png' });
    expect(brought).toEqual([]);
    expect(session.projection.getState().journey.elements).toEqual([]);
  });

  it('from the menu a single column of a spreadsheet comes in as rows too', async () => {
    const { session, brought } = listen();
    const blobs: Readonly<Record<string, string>> = {
      'text/plain': 'Calls us\r\nSigns',
      'text/html': '<table><tr><td>Calls us',
    };
    const item = {
      types: Object.keys(blobs),
      getType: (type: string) => Promise.resolve(new Blob([blobs[type] ?? ''])),
    };
    vi.stubGlobal('navigator', { ...navigator, clipboard: { read: () => Promise.resolve([item]) } });
    if (session.editing) await pasteFromClipboard(session, session.editing, false);
    expect(brought).toEqual([expect.objectContaining({ kind: 'rows', text: blobs['text/plain'] })]);
  });

  it('from the menu of a page that has no clipboard (a plain address in a LAN) pastes what was copied here, else names the key', async () => {
    const { session } = listen();
    const { editing } = session;
    if (!editing) throw new Error('the session edits');
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
    const mention = vi.spyOn(pageRuns, 'mentionToPage').mockReturnValue(true);
    await pasteFromClipboard(session, editing, false);
    expect(mention.mock.calls).toEqual([
      ['The browser does not let a menu read the clipboard. Press Ctrl+V (⌘V) instead.'],
    ]);
    await copyToClipboard(session, ['t1'], 'copy');
    await pasteFromClipboard(session, editing, false);
    const { touchpoints } = session.projection.getState().journey;
    expect(touchpoints.filter(({ title }) => title === 'Reads reviews')).toHaveLength(2);
    expect(mention).toHaveBeenCalledTimes(1);
    mention.mockRestore();
  });

  it.each([
    ['US', 'v'],
    ['Russian', 'м'],
    ['Arabic', 'ر'],
  ])(
    'with Shift a range comes as plain notes, on a keyboard that is %s, and then not again',
    (_name, key) => {
      const { session, brought } = listen();
      const pressed = (shiftKey: boolean): void => {
        const keys = { key: shiftKey ? key.toUpperCase() : key, code: 'KeyV', ctrlKey: true, shiftKey };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true }));
        paste([], { 'text/plain': 'Calls us\t3\nSigns\t5\n' });
      };
      pressed(true);
      expect(brought).toEqual([]);
      expect(session.projection.getState().journey.elements).toHaveLength(2);
      pressed(false);
      expect(brought).toEqual([expect.objectContaining({ kind: 'rows' })]);
    },
  );

  it('several notes come into view together, not the first of them alone', () => {
    const { session } = listen();
    const shown = vi.spyOn(canvasCamera, 'reveal');
    paste([], { 'text/plain': 'One\nTwo\nThree' });
    const notes = session.projection.getState().layout.elements;
    const [box] = shown.mock.calls.at(-1) ?? [];
    expect(notes.size).toBe(3);
    for (const note of notes.values())
      expect(note.y + note.height).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    shown.mockRestore();
  });
});

describe('cutting by key (U27)', () => {
  it('takes what lies in a frame along, and the paste brings all of it back with its ids', () => {
    const session = buildSession();
    const { editing } = session;
    if (!editing) throw new Error('the session edits');
    ends.push(listenToClipboard(session, editing, () => removeCut(session)));
    const size = { side: 'right', y: 0, width: 120, height: 90 } as const;
    const ids = [
      editing.commands.create('elements', { kind: 'frame', ...size, x: 0, width: 400, height: 300 }),
      editing.commands.create('elements', { kind: 'note', ...size, x: 40, y: 60 }),
    ].map((made) => (made.ok ? made.value : ''));
    session.screen.setState({ selection: new Set(ids.slice(0, 1)) });
    let text = '';
    const clipboardData = { setData: (_: string, data: string) => (text = data) };
    document.dispatchEvent(Object.assign(new Event('cut', { bubbles: true }), { clipboardData }));
    expect(session.projection.getState().journey.elements).toEqual([]);
    paste([], { 'text/plain': text });
    expect(session.projection.getState().journey.elements.map(({ id }) => id)).toEqual(ids);
  });
});
