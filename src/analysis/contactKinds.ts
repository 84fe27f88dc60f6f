/**
 * Kinds of contact (A22): counts over the seven kinds and five phases of journey touchpoints; kinds and phases without a
 * touchpoint are named. A touchpoint may be of several kinds, or of none.
 */
import type { ContactKind, JourneyMap, Phase } from '../model/journeyMap.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

const kinds = [
  'employee',
  'process',
  'product',
  'document',
  'place',
  'direct',
  'indirect',
] as const satisfies readonly ContactKind[];
const phases = [
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
  const cells = new Map<string, { kind: ContactKind; phase: Phase | null; ids: string[] }>();
  for (const { id, phase, touchpoint } of nodes) {
    if (phase !== null) byPhase[phase].push(id);
    for (const kind of new Set(touchpoint.contactKinds)) {
      byKind[kind].push(id);
      const key = `${kind} ${phase ?? ''}`;
      const cell = cells.get(key) ?? { kind, phase, ids: [] };
      cell.ids.push(id);
      cells.set(key, cell);
    }
  }
  const value = {
    cells: [...cells.values()],
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
