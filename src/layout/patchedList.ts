/**
 * The groups of a map of which some were drawn anew, over and over. They are put in their places when somebody asks for
 * the list: nobody does for what changes out of view, and a copy of it would cost more than all else of such a change.
 *
 * In: the list before (or one of these, which stays as it is) and what was drawn in the place of what, in the order in
 * which it came; each `before` is in the list, or came as an `after`.
 */
import type { SceneGroup } from './scene.ts';

/** A group that was drawn anew. */
export interface Change {
  readonly before: SceneGroup;
  readonly after: SceneGroup;
}

/** So many are put in at the latest, so that what they replaced is let go. */
const mostPending = 64;

export class PatchedList {
  #list: readonly SceneGroup[];
  #pending: readonly Change[];

  constructor(before: PatchedList | readonly SceneGroup[], changed: readonly Change[]) {
    const isPatched = before instanceof PatchedList;
    this.#list = isPatched ? before.#list : before;
    this.#pending = isPatched ? [...before.#pending, ...changed] : changed;
    if (this.#pending.length > mostPending) this.list();
  }

  list(): readonly SceneGroup[] {
    if (this.#pending.length === 0) return this.#list;
    const inList = new Map<SceneGroup, SceneGroup>();
    const latest = new Map<SceneGroup, SceneGroup>();
    for (const { before, after } of this.#pending) {
      const first = inList.get(before) ?? before;
      inList.set(after, first);
      latest.set(first, after);
    }
    const list = this.#list.slice();
    for (const [first, after] of latest) list[list.indexOf(first)] = after;
    this.#list = list;
    this.#pending = [];
    return list;
  }
}
