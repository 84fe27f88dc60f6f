/**
 * What a check found (domain.md 6): shared by the checks themselves (src/analysis/checks) and by their words
 * (src/words/checks.ts), which know nothing of each other.
 */
import type { CheckCode } from './checkCodes.ts';

/** A check that looks for several things says which one it found. */
interface Aspects {
  readonly L01: '';
  readonly L02: '';
  readonly L03: 'key' | 'moment';
  readonly L04: 'no-zero' | 'no-first' | 'no-second' | 'misplaced';
  readonly L05: '';
  readonly L06: 'no-target' | 'no-complaint-node';
  readonly L07: '';
  readonly L08: '';
  readonly L09: 'cycle' | 'unlinked';
  readonly L10: 'over-cap' | 'no-cap';
  readonly L11: 'glance' | 'dialogue';
  readonly L12: '';
  readonly L13: '';
  readonly L14: '';
  readonly L15: 'no-base' | 'no-origin';
  readonly L16: 'no-condition' | 'no-delay';
  readonly L17: '';
}
/** `L01`, or `L03/key` where the check has aspects. */
export type FindingKind = {
  [C in CheckCode]: Aspects[C] extends '' ? C : `${C}/${Exclude<Aspects[C], ''>}`;
}[CheckCode];

/** What one click can do about it; null where somebody has to think. */
export type Remedy =
  | { readonly kind: 'add-touchpoint'; readonly stageId: string }
  | { readonly kind: 'add-opportunity'; readonly touchpointId: string }
  | { readonly kind: 'make-loop'; readonly linkIds: readonly string[] }
  /** Opens the field, for what only a person can know. */
  | {
      readonly kind: 'edit-field';
      readonly collection: 'touchpoints' | 'channels' | 'links';
      readonly id: string;
      readonly field: string;
    };

/** What the words are filled with. */
export interface FindingValues {
  /** The title or name of what the finding is about. */
  readonly name: string;
  /** Names of what else is concerned: the other touchpoints of a cycle, the personas over a cap, the tiers. */
  readonly others: readonly string[];
  readonly amount: number | null;
  readonly limit: number | null;
}

export interface Finding {
  readonly code: CheckCode;
  readonly kind: FindingKind;
  /** What a dismissal names beside code and target: the part of `kind` behind the slash. */
  readonly aspect: string;
  readonly severity: 'warning' | 'info';
  /** The record it is about; the map's id where it is the whole map. A mark belongs there. */
  readonly targetId: string;
  /** Everything concerned, the target first. */
  readonly ids: readonly string[];
  readonly values: FindingValues;
  readonly remedy: Remedy | null;
  /** Set aside by somebody; null: still to be looked at. */
  readonly dismissed: {
    readonly id: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string | null;
  } | null;
}
