/**
 * Kinds of contact (A22): counts over the seven kinds and five phases of journey touchpoints; kinds and phases without a
 * touchpoint are named. A touchpoint may be of several kinds, or of none.
 */
import type { ContactKind, JourneyMap, Phase } from '../model/journeyMap.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

/** In the order in which they are told. */
export const kinds = [
  'employee',
  'process',
  'product',
  'document',
  'place',
  'direct',
  'indirect',
] as const satisfies readonly ContactKind[];
/** In the order of the journey. */
export const phases = [
  'influence',
  'prepurchase',
  'purchase',
  'postpurchase',
  'advocacy',
] as const satisfies readonly Phase[];

export interface ContactKinds {
  /** Kinds × phases, those that are met only. */
  readonly cells: readonly {
    readonly kind: ContactKind;
    readonly phase: Phase | null;
    readonly ids: readonly string[];
  }[];
  readonly kinds: Readonly<Record<ContactKind, readonly string[]>>;
  readonly phases: Readonly<Record<Phase, readonly string[]>>;
  readonly missingKinds: readonly ContactKind[];
  readonly missingPhases: readonly Phase[];
  readonly withoutKind: readonly string[];
  readonly withoutPhase: readonly string[];
}

export function contactKinds(map: JourneyMap): Outcome<ContactKinds> {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.length === 0) return missing('no-touchpoints');
  const byKind = emptyLists(kinds);
  const byPhase = emptyLists(phases);
  const cells = new Map<Phase | null, Map<ContactKind, string[]>>();
  const met: { kind: ContactKind; phase: Phase | null; ids: string[] }[] = [];
  for (const { id, phase, touchpoint } of nodes) {
    if (phase !== null) byPhase[phase].push(id);
    const inPhase = cells.get(phase) ?? new Map<ContactKind, string[]>();
    if (inPhase.size === 0) cells.set(phase, inPhase);
    touchpoint.contactKinds.forEach((kind, index, all) => {
      // A kind said twice is one kind.
      if (all.indexOf(kind) !== index) return;
      byKind[kind].push(id);
      const ids = inPhase.get(kind);
      if (ids) ids.push(id);
      else {
        const begun = [id];
        inPhase.set(kind, begun);
        met.push({ kind, phase, ids: begun });
      }
    });
  }
  const value = {
    cells: met,
    kinds: byKind,
    phases: byPhase,
    missingKinds: kinds.filter((kind) => byKind[kind].length === 0),
    missingPhases: phases.filter((phase) => byPhase[phase].length === 0),
    withoutKind: nodes.filter(({ touchpoint }) => touchpoint.contactKinds.length === 0).map(({ id }) => id),
    withoutPhase: nodes.filter(({ phase }) => phase === null).map(({ id }) => id),
  };
  const ids = nodes.filter(({ touchpoint }) => touchpoint.contactKinds.length > 0).map(({ id }) => id);
  return found(value, ids, nodes.length);
}

function emptyLists<K extends string>(keys: readonly K[]): { [key in K]: string[] } {
  return Object.fromEntries(keys.map((key) => [key, []])) as unknown as { [key in K]: string[] };
}
