/**
 * The system clipboard (U27): a selection is copied as a `touchline/fragment`, plain JSON in `text/plain`, so that it
 * can be pasted into another map, another tab or a text file. Rows of a spreadsheet go to the page, which shows what they
 * would become; lines of words paste as sticky notes, one a line.
 *
 * Key presses come as the browser's own copy, cut and paste events, which need no permission; menus use
 * `navigator.clipboard`, and where that is refused what was copied on this page is still there to paste.
 */
import type { Fragment } from '../../document/commands.ts';
import { elementPlace } from '../../layout/elementPlaces.ts';
import { cutText } from '../../model/cutText.ts';
import { isImageHash } from '../../model/formats.ts';
import type { Json } from '../../model/journeyMap.ts';
import { ELEMENT_HEIGHT, ELEMENT_WIDTH, SHORT_TEXT } from '../../model/limits.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { boundingBox } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { currentHost } from '../host.ts';
import { bringIn } from '../bringIn.ts';
import { copyText } from '../../ui/copyText.ts';
import { mayBeShortcut } from '../keyGuard.ts';
import { select } from '../selection.ts';
import { matchesShortcut, platformOf } from '../shortcuts.ts';
import { accept, say, wordsOf } from './answers.ts';
import { addImages, imagesIn } from './addImage.ts';
import { freeBox, placeBeside } from './elements.ts';
import { nearestSpot, spotAt } from './spot.ts';
import { withContents } from '../../model/elements.ts';
import { readTsv } from '../../model/tsv.ts';

const mostNotes = 200;
/** Between notes, in map units. */
const between = 16;
let copiedHere = '';

/** The selection as clipboard text; empty when there is nothing to copy. `from`: whose pictures it shows. */
function clipboardText({ mapId, editing }: MapSession, ids: readonly string[], how: 'copy' | 'cut'): string {
  return !editing || ids.length === 0 ? '' : JSON.stringify({ ...editing.commands[how](ids), from: mapId });
}

/** What a text on the clipboard is: a piece of a map, rows of a spreadsheet, or words for notes; null when it is empty. */
export type Pasted =
  | { readonly kind: 'fragment'; readonly fragment: Fragment }
  | { readonly kind: 'rows' }
  | {
      readonly kind: 'notes';
      readonly texts: readonly string[];
      /** Lines beyond what is pasted at once, and notes that hold only the beginning of theirs. */
      readonly left: number;
      readonly cut: number;
    };

/** `html`: what the clipboard holds beside; a spreadsheet writes a table there. `plain`: every line or row is words, whatever it may be. */
export function pastedFrom(text: string, html: string, plain: boolean): Pasted | null {
  const fragment = plain ? null : parseFragment(text);
  if (fragment) return { kind: 'fragment', fragment };
  if (isRange(text, html) && !plain) return { kind: 'rows' };
  const lines = isRange(text, html) ? readTsv(text).map(joinCells) : text.split(/\r?\n/);
  const words = lines.map((line) => line.trim()).filter((line) => line !== '');
  const taken = words.slice(0, mostNotes);
  const texts = taken.map((line) => cutText(line, SHORT_TEXT));
  const cut = texts.filter((text, index) => text !== taken[index]).length;
  return texts.length > 0 ? { kind: 'notes', texts, left: words.length - texts.length, cut } : null;
}

/** A range of a spreadsheet: cells with tabs between them, or one column of a table. */
function isRange(text: string, html: string): boolean {
  return text.trim() !== '' && (text.includes('\t') || /<table[\s>]/i.test(html));
}

/** A row of a spreadsheet in one line; empty cells and line breaks inside a cell leave nothing. */
function joinCells(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim().replaceAll(/\s+/g, ' '))
    .filter((cell) => cell !== '')
    .join(' · ');
}

/** Sticky notes side by side, in rows of about as many as there are rows; where they go is the paste's business. */
export function notesFrom(texts: readonly string[]): Fragment {
  const columns = Math.ceil(Math.sqrt(texts.length));
  const elements = texts.map((text, index): Json => ({
    id: `note${index}`,
    kind: 'note',
    text,
    x: (index % columns) * (ELEMENT_WIDTH.default + between),
    y: Math.floor(index / columns) * (ELEMENT_HEIGHT.default + between),
  }));
  return { format: 'touchline/fragment', content: { elements } };
}

/** For menus: writes to the system clipboard. True when something was copied. */
export async function copyToClipboard(
  session: MapSession,
  ids: readonly string[],
  how: 'copy' | 'cut',
): Promise<boolean> {
  if (!session.editing) return false;
  const text = clipboardText(session, withHeld(session, ids), how);
  if (text === '') return false;
  announce(wordsOf(session).said.copied(ids.length));
  await writeClipboard(text);
  return true;
}

/** For menus: a text on the clipboard; where the browser refuses, it can still be pasted on this page. */
export async function writeClipboard(text: string): Promise<void> {
  copiedHere = text;
  await copyText(text);
}

/** A frame takes along what lies in it. */
export function withHeld({ projection }: MapSession, ids: readonly string[]): readonly string[] {
  return [...ids, ...withContents(projection.getState().journey.elements, ids)];
}

/** For menus: reads the system clipboard. */
export async function pasteFromClipboard(
  session: MapSession,
  editing: Editing,
  plain: boolean,
): Promise<void> {
  const read = await readClipboard();
  if (read) pasteText(session, editing, read.text, plain, read.html);
  else sayPasteByKey(session);
}

/** The clipboard cannot be read by a menu; by key the browser hands it over. */
export function sayPasteByKey(session: MapSession): void {
  say(wordsOf(session).said.pasteByKey);
}

/**
 * For menus: what is on the clipboard; where reading it is refused (or the page has no secure address), what was copied on
 * this page; null when that is nothing.
 */
export async function readClipboard(): Promise<{ readonly text: string; readonly html: string } | null> {
  try {
    const items = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item ? (await item.getType(type)).text() : '';
    };
    return { text: await read('text/plain'), html: await read('text/html') };
  } catch {
    return copiedHere === '' ? null : { text: copiedHere, html: '' };
  }
}

/** Copy, cut and paste by key, while no text box is in use. Gives back its undoing. */
export function listenToClipboard(session: MapSession, editing: Editing, remove: () => void): () => void {
  const platform = platformOf(navigator.userAgent);
  let plainNext = false;
  const isOurs = (): boolean => {
    const { activeElement } = document;
    const inCanvas =
      activeElement === null ||
      activeElement === document.body ||
      currentHost()?.frame.contains(activeElement) === true;
    return (
      inCanvas &&
      !(activeElement instanceof HTMLInputElement) &&
      !(activeElement instanceof HTMLTextAreaElement)
    );
  };
  const handleCopy = (event: ClipboardEvent): void => {
    if (!isOurs() || window.getSelection()?.toString()) return;
    const ids = withHeld(session, [...session.screen.getState().selection]);
    const text = clipboardText(session, ids, event.type === 'cut' ? 'cut' : 'copy');
    if (text === '' || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    copiedHere = text;
    announce(wordsOf(session).said.copied(ids.length));
    if (event.type === 'cut') remove();
  };
  const handlePaste = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    event.preventDefault();
    const { clipboardData } = event;
    const text = clipboardData?.getData('text/plain') ?? '';
    const html = clipboardData?.getData('text/html') ?? '';
    const plain = plainNext;
    plainNext = false;
    const pictures = imagesIn(clipboardData);
    // Spreadsheets put a picture of their cells beside the cells themselves.
    if (pictures.length > 0 && !isRange(text, html)) {
      const pointer = currentHost()?.pointer();
      void addImages(session, pictures, pointer ? canvasCamera.toMap(pointer) : undefined);
      return;
    }
    pasteText(session, editing, text, plain, html);
  };
  const handleKey = (event: KeyboardEvent): void => {
    const isPlain = matchesShortcut(event, 'Mod+Shift+V', platform);
    const isPaste = isPlain || matchesShortcut(event, 'Mod+V', platform);
    if (isPaste && mayBeShortcut(event)) plainNext = isPlain;
  };
  document.addEventListener('copy', handleCopy);
  document.addEventListener('cut', handleCopy);
  document.addEventListener('paste', handlePaste);
  document.addEventListener('keydown', handleKey, true);
  return () => {
    document.removeEventListener('copy', handleCopy);
    document.removeEventListener('cut', handleCopy);
    document.removeEventListener('paste', handlePaste);
    document.removeEventListener('keydown', handleKey, true);
  };
}

/**
 * Pastes what a text says: a piece of a map, or words as notes, one step; rows of a spreadsheet are shown first. Gives the ids
 * of what was made. `html`: what the clipboard holds beside the text.
 */
export function pasteText(
  session: MapSession,
  editing: Editing,
  text: string,
  plain: boolean,
  html = '',
): readonly string[] {
  const { layout } = session.projection.getState();
  const pasted = pastedFrom(text, html, plain);
  if (!pasted) {
    say(wordsOf(session).said.nothingToPaste);
    return [];
  }
  const pointer = currentHost()?.pointer();
  const under = pointer ? spotAt(layout, canvasCamera.toMap(pointer)) : null;
  const spot = under?.collection === 'touchpoints' ? under : null;
  if (pasted.kind === 'rows') {
    const seen = canvasCamera.visible();
    const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 3 };
    const at = spot ?? nearestSpot(layout, middle, 'touchpoints');
    bringIn({ kind: 'rows', text, at: at && { stageId: at.stageId, laneId: at.laneId, t: at.t } });
    return [];
  }
  const isNotes = pasted.kind === 'notes';
  const fragment = isNotes ? notesFrom(pasted.texts) : pasted.fragment;
  const at = spot && { stageId: spot.stageId, laneId: spot.laneId, t: spot.t, row: spot.row };
  const free = { width: ELEMENT_WIDTH.default, height: ELEMENT_HEIGHT.default };
  const beside =
    (pointer && placeBeside(session, canvasCamera.toMap(pointer))) ??
    (isNotes ? elementPlace(freeBox(session, free), layout) : undefined);
  const done = accept(session, editing.commands.paste(fragment, at, beside));
  if (!done) return [];
  select(session, done.value);
  const { said } = wordsOf(session);
  const short = isNotes
    ? [
        pasted.left > 0 && said.linesLeft(done.value.length, pasted.left),
        pasted.cut > 0 && said.linesCut(pasted.cut),
      ].filter((one) => one !== false)
    : [];
  if (short.length > 0) say(short.join(' '));
  else announce(said.pasted(done.value.length));
  if (isNotes) revealAll(session, done.value);
  if (!isNotes) bringImages(session, fragment, text);
  return done.value;
}

/** All of what was made; where it has no room in the view, its beginning. */
function revealAll({ projection }: MapSession, ids: readonly string[]): void {
  const { elements } = projection.getState().layout;
  const box = boundingBox(ids.map((id) => elements.get(id)));
  if (box) canvasCamera.reveal(box);
}

/** Pictures of another map of this device come along, when the server can be reached. */
function bringImages({ mapId, images }: MapSession, { content }: Fragment, text: string): void {
  const { personas, elements } = content;
  const from = /"from":"([A-Za-z0-9_-]+)"\}$/.exec(text)?.[1];
  if (from === undefined || from === mapId) return;
  const hashes = [personas, elements].flatMap((records) =>
    Array.isArray(records)
      ? records.flatMap((record) => readText(record, 'portrait') ?? readText(record, 'image') ?? [])
      : [],
  );
  for (const hash of new Set(hashes)) if (isImageHash(hash)) void images.bring(hash, from);
}

function readText(record: Json | undefined, key: string): string | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
  const value = (record as { readonly [key: string]: Json })[key];
  return typeof value === 'string' ? value : null;
}

function parseFragment(text: string): Fragment | null {
  if (!text.includes('touchline/fragment')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { format, content } = value as { format?: unknown; content?: unknown };
    if (
      format !== 'touchline/fragment' ||
      typeof content !== 'object' ||
      content === null ||
      Array.isArray(content)
    )
      return null;
    return { format, content: content as Fragment['content'] };
  } catch {
    return null;
  }
}
