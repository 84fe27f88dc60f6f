/**
 * "Copy this view as image": a picture of what the canvas shows, by html-to-image (pinned to 1.11.11: the version
 * after it loses lines). At most twice the screen's pixels; only the font slices that are loaded are put in, else some
 * four hundred files would be fetched; panels, ports, other people's cursors and frames, and what is chosen stay out. Falls back to a file where
 * the clipboard takes no pictures. Never the source of a file export: those are drawn from the scene.
 */
import type { MapSession } from '../state/mapSession.ts';
import { palettes } from '../theme/colours.ts';
import { editingWords } from '../words/editing.ts';
import { announce } from './announce.ts';
import { currentHost } from './host.ts';

const timeLimitMs = 5000;
const largestRatio = 2;

/** Makes the picture and puts it on the clipboard (or in a file), and says which. */
export async function copyViewAsImage(session: MapSession): Promise<void> {
  const words = editingWords[session.screen.getState().language].said;
  const frame = currentHost()?.frame;
  if (!frame) return;
  try {
    const picture = await withinTime(pictureOf(frame, palettes[session.screen.getState().theme].paper));
    announce((await putOnClipboard(picture)) ? words.imageCopied : saveAsFile(picture, words.imageSaved));
  } catch {
    // Whatever the browser refused, the map is untouched, and the scene's own export remains.
    announce(words.imageFailed);
  }
}

/** A PNG of an element as it is on the screen. */
export async function pictureOf(frame: HTMLElement, paper: string): Promise<Blob> {
  const { toBlob } = await import('html-to-image');
  const blob = await toBlob(frame, {
    pixelRatio: Math.min(largestRatio, window.devicePixelRatio || 1),
    fontEmbedCSS: await loadedFonts(),
    backgroundColor: paper,
    filter: isPictured,
  });
  if (!blob) throw new Error('no picture');
  return blob;
}

/** What is of the screen and not of the map: ports, menus, buttons of heads; who is here; what is chosen and what a gesture shows. */
const leftOut = [
  '[data-hit="port"]',
  '[data-hit="corner"]',
  '[role="menu"]',
  '[data-act]',
  '[data-testid="cursor"]',
  '[data-part="other-selection"]',
  '[data-part="selection-frame"]',
  '[data-part="selection-frames"]',
  '[data-part="landing"]',
  '[data-part="old-place"]',
  '[data-part="guide"]',
  '[data-part="cell-spot"]',
  '[data-part="resizing"]',
  '[data-part="plumb-line"]',
  '[data-testid="marquee"]',
].join(', ');

/** Whether something on the canvas comes into its picture (U44, U53). */
export function isPictured(node: Node): boolean {
  return !(node instanceof Element && node.matches(leftOut));
}

/** `@font-face` rules of the faces the page has loaded, with their files put in. */
async function loadedFonts(): Promise<string> {
  const used = new Set<string>();
  for (const face of document.fonts)
    if (face.status === 'loaded')
      used.add(`${face.family.replaceAll(/["']/g, '')} ${face.weight} ${face.unicodeRange}`);
  const rules: string[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of fontFaces(sheet)) {
      const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
      const key = `${family} ${rule.style.getPropertyValue('font-weight')} ${rule.style.getPropertyValue('unicode-range')}`;
      if (used.has(key)) rules.push(await embedded(rule, sheet.href ?? document.baseURI));
    }
  }
  return rules.join('\n');
}

function fontFaces(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  const found: CSSFontFaceRule[] = [];
  const look = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSFontFaceRule) found.push(rule);
      else if (rule instanceof CSSGroupingRule) look(rule.cssRules);
    }
  };
  look(sheet.cssRules);
  return found;
}

async function embedded(rule: CSSFontFaceRule, base: string): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const answer = await fetch(new URL(address, base));
  const data = await asDataUrl(await answer.blob());
  return rule.cssText.replace(/src:[^;]+;/, `src: url("${data}") format("woff2");`);
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('font not readable')));
    reader.readAsDataURL(blob);
  });
}

async function putOnClipboard(picture: Blob): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    // No permission: the caller saves a file instead.
    return false;
  }
}

function saveAsFile(picture: Blob, message: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = 'touchline-view.png';
  link.click();
  // The download has begun with the click; the address may go once this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href));
  return message;
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('too slow')), timeLimitMs);
    }),
  ]);
}
