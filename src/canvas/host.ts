/**
 * What the mounted canvas offers to its lazily loaded editing part, and what that part hangs in: so a viewer's page
 * never loads the editing code, and the canvas never has to know it.
 */
import type { Hit } from './hitTarget.ts';
import type { Press, Gesture } from './pointer.ts';

export interface EditingRules {
  gesture(press: Press): Gesture | null;
  /** True when the press was dealt with; else the canvas selects. */
  tap(press: Press): boolean;
  doubleTap(press: Press): void;
  menu(press: Press): void;
  /** A button on the heads: add-stage, add-lane, insert-stage, insert-lane, stage-menu, lane-menu. */
  act(name: string, id: string, button: HTMLElement): void;
  /** An empty cell was tapped and nothing else has been chosen since: letters go into it and are no shortcuts. */
  isCellChosen(): boolean;
  leaveCell(): void;
  /** A key that would type a letter, while nothing else wants it; true when an editor has opened for it. */
  typing(event: KeyboardEvent): boolean;
}

export interface CanvasHost {
  readonly frame: HTMLElement;
  /** Cancels the gesture under way; true when there was one. */
  cancelGesture(): boolean;
  /** The last place of the pointer over the pane, client px. */
  pointer(): { readonly x: number; readonly y: number } | null;
  readonly editing: EditingRules | null;
  /** What lies under a pointer, mounted or drawn. */
  hitAt(event: PointerEvent | MouseEvent): Hit;
  /** Runs now, or as soon as the editing part has been fetched; never for those who may not edit. */
  whenEditing(run: (rules: EditingRules) => void): void;
  /** The editing part came, or went. */
  setEditing(rules: EditingRules | null): void;
}

let present: CanvasHost | null = null;

/** The page's canvas, for actions that come from outside it (toolbar, menus). */
export function currentHost(): CanvasHost | null {
  return present;
}

/** Makes a host the page's canvas; gives back its undoing. */
export function presentHost(host: CanvasHost): () => void {
  present = host;
  return () => {
    if (present === host) present = null;
  };
}
