/**
 * The quick way for the commonest change: a few touchpoints got other words (title, owner, description …) and nothing
 * else of the map is another object. Places, ways and curves do not depend on words, so only those cards are drawn
 * anew, and the work is the same on a map of 200 and of 3,000.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import type { MapLayout } from './mapLayout.ts';
import { isAlike } from './same.ts';
import type { SceneGroup } from './scene.ts';

/** A group that was drawn anew. */
export interface Change {
  readonly before: SceneGroup;
  readonly after: SceneGroup;
}

/** How a layout came out of the one before: the same geometry, these groups drawn anew. */
interface LayoutPatch {
  /** Weak: a chain of layouts must not keep the first of them alive. */
  readonly from: WeakRef<MapLayout>;
  readonly geometry: Geometry;
  readonly changed: readonly Change[];
}
const patches = new WeakMap<MapLayout, LayoutPatch>();

export function notePatch(layout: MapLayout, from: MapLayout, changed: LayoutPatch['changed']): void {
  patches.set(layout, { from: new WeakRef(from), geometry: geometryOf(from), changed });
}

/** What a layout draws otherwise than a former one, when that is all they differ in; else null. */
export function changedSince(layout: MapLayout, former: MapLayout | null): LayoutPatch['changed'] | null {
  const patch = patches.get(layout);
  return patch && patch.from.deref() === former ? patch.changed : null;
}

/** Everything of a layout but its drawings; the same object as long as only words change. */
export type Geometry = Omit<MapLayout, 'groups' | 'groupOf'>;
export function geometryOf(layout: MapLayout): Geometry {
  return patches.get(layout)?.geometry ?? layout;
}

/** Fields of a touchpoint that no place, way, curve, sieve or count depends on. */
const words: ReadonlySet<string> = new Set<keyof Touchpoint>([
  'title',
  'description',
  'owner',
  'key',
  'evidenceLevel',
  'importance',
  'performance',
]);
/** With more of them the ordinary way is as quick. */
const mostPatched = 40;

/** The touchpoints that only got other words, when that is all that changed; else null. */
export function onlyWordsChanged(before: JourneyMap, now: JourneyMap): readonly Touchpoint[] | null {
  for (const key of Object.keys({ ...before, ...now })) {
    if (key !== 'touchpoints' && Reflect.get(before, key) !== Reflect.get(now, key)) return null;
  }
  if (before.touchpoints.length !== now.touchpoints.length) return null;
  const changed: Touchpoint[] = [];
  for (let index = 0; index < now.touchpoints.length; index += 1) {
    const touchpoint = now.touchpoints[index];
    const former = before.touchpoints[index];
    if (touchpoint === former) continue;
    if (!touchpoint || !former || changed.length === mostPatched || !differInWords(former, touchpoint))
      return null;
    changed.push(touchpoint);
  }
  return changed;
}

function differInWords(before: Touchpoint, now: Touchpoint): boolean {
  for (const key of Object.keys({ ...before, ...now })) {
    // A record is read anew as a whole, so lists in it are other objects with the same values.
    if (!words.has(key) && !isAlike(Reflect.get(before, key), Reflect.get(now, key))) return false;
  }
  return true;
}

/** More replaced groups than this are no copy's worth. */
const mostCopied = 256;

/** A map of groups with some of them replaced, without copying the others. */
export class PatchedGroups implements ReadonlyMap<string, SceneGroup> {
  readonly #base: ReadonlyMap<string, SceneGroup>;
  readonly #patches: ReadonlyMap<string, SceneGroup>;

  constructor(before: ReadonlyMap<string, SceneGroup>, patches: ReadonlyMap<string, SceneGroup>) {
    // What an overlay replaced is left where it is: a change costs what it changes.
    const isPatched = before instanceof PatchedGroups && before.#patches.size <= mostCopied;
    this.#base = isPatched ? before.#base : before;
    this.#patches = isPatched ? new Map([...before.#patches, ...patches]) : patches;
  }

  get size(): number {
    return this.#base.size;
  }
  get(id: string): SceneGroup | undefined {
    return this.#patches.get(id) ?? this.#base.get(id);
  }
  has(id: string): boolean {
    return this.#base.has(id);
  }
  *entries(): MapIterator<[string, SceneGroup]> {
    for (const [id, group] of this.#base) yield [id, this.#patches.get(id) ?? group];
  }
  keys(): MapIterator<string> {
    return this.#base.keys();
  }
  *values(): MapIterator<SceneGroup> {
    for (const [, group] of this) yield group;
  }
  [Symbol.iterator](): MapIterator<[string, SceneGroup]> {
    return this.entries();
  }
  forEach(act: (group: SceneGroup, id: string, map: ReadonlyMap<string, SceneGroup>) => void): void {
    for (const [id, group] of this) act(group, id, this);
  }
}
