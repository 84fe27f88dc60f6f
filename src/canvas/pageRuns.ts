/**
 * What the page alone can do for the table of actions, hung in while the page is there. It is a file of its own because
 * the page is there before the table is.
 */
import type { WheelUse } from '../state/interfaceStore.ts';
import type { Theme } from '../theme/colours.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { view, type Action } from './actionRow.ts';

export interface PageRuns {
  home(): void;
  /** Shows the stages as slides. */
  present(): void;
  /** Goes to the next (1) or the previous match. */
  goToMatch(step: 1 | -1): void;
  /** Null for those whose name nobody sees. */
  readonly askName: (() => void) | null;
  takeFile(format: 'pdf' | 'png' | 'svg' | 'pptx' | 'xlsx' | 'csv' | 'md' | 'json'): void;
  /** The report of what the analyses find, for print. */
  takeReport(): void;
  importFile(): void;
  /** Opens a new map made from a template; the name is what it is called until it has been read. */
  startFrom(template: string, name: string): void;
  /** A new map to be changed, compared with this one later. */
  makeFuture(): void;
  /** Says something that stays until it is dismissed. */
  tell(text: string): void;
  /** Says something that goes by itself. */
  mention(text: string): void;
  setLanguage(language: InterfaceLanguage): void;
  setTheme(theme: Theme | 'system'): void;
  setLetterKeys(on: boolean): void;
  setWheel(use: WheelUse): void;
  setCursors(shown: boolean): void;
}

let page: PageRuns | null = null;

/** The page offers what it can do; gives back its undoing. */
export function servePage(runs: PageRuns): () => void {
  page = runs;
  return () => {
    if (page === runs) page = null;
  };
}

/** Says to the person what could not be done. */
export function tellPage(text: string): void {
  page?.tell(text);
}

/** Says to the person, in passing, why nothing happened; false when no page listens. */
export function mentionToPage(text: string): boolean {
  page?.mention(text);
  return page !== null;
}

/** What only the page can do; null while it offers nothing. */
export function currentPage(): PageRuns | null {
  return page;
}

/** A row that the page does; off until then. */
export function ofPage(id: Action['id'], run: (runs: PageRuns) => void, more: Partial<Action> = {}): Action {
  return view(id, [], 'map', () => page && run(page), { enabled: () => page !== null, ...more });
}
