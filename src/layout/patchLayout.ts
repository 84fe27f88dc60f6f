/**
 * A layout made of another by drawing some groups anew, and what whoever draws it can ask: which those are, and whether
 * all else stayed where it was. Costs what was drawn anew, whatever the size of the map.
 */
import type { MapLayout } from './mapLayout.ts';
import { PatchedList, type Change } from './patchedList.ts';
import { PatchedMap } from './patchedMap.ts';

/** How a layout came out of the one before: the same geometry, these groups drawn anew. */
interface LayoutPatch {
  /** Weak: a chain of layouts must not keep the first of them alive. */
  readonly from: WeakRef<MapLayout>;
  readonly geometry: Geometry;
  readonly unlisted: Unlisted;
  readonly changed: readonly Change[];
  readonly groups: PatchedList;
}
type Unlisted = Omit<MapLayout, 'groups'>;
const patches = new WeakMap<MapLayout, LayoutPatch>();

/** One for all: an object with a getter of its own is a slow one. */
const groupsProperty: PropertyDescriptor & ThisType<MapLayout> = {
  enumerable: true,
  get() {
    return patches.get(this)?.groups.list();
  },
};

/** A layout with some groups of records drawn anew; `plain`: what it lies over, where it has an overlay. */
export function patchLayout(
  from: MapLayout,
  changed: readonly Change[],
  plain?: Pick<MapLayout, 'plain'>,
): MapLayout {
  const former = patches.get(from);
  const groups = new PatchedList(former?.groups ?? from.groups, changed);
  const unlisted = former?.unlisted ?? withoutGroups(from);
  const replaced = changed.map(({ after }) => [after.recordId ?? '', after] as const);
  const groupOf = PatchedMap.over(from.groupOf).with(replaced);
  const layout: Unlisted = { ...unlisted, ...plain, groupOf };
  const patched = Object.defineProperty(layout, 'groups', groupsProperty) as MapLayout;
  const geometry = former?.geometry ?? from;
  patches.set(patched, { from: new WeakRef(from), geometry, unlisted, changed, groups });
  return patched;
}

function withoutGroups(layout: MapLayout): Unlisted {
  const unlisted: Unlisted & { groups?: MapLayout['groups'] } = { ...layout };
  delete unlisted.groups;
  return unlisted;
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
