/**
 * Presence: who is here now and what they point at, in map units. Never stored.
 * `name`, `role` and `colour` of others come stamped by the server.
 */
import type { Role } from '../protocol/roles.ts';

export interface PresenceState {
  readonly name: string;
  /** Index for `peopleInk`. */
  readonly colour: number;
  readonly role: Role;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly selection: readonly string[];
  /** The cards being dragged and how far, one delta for all. */
  readonly drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null;
  readonly editing: { readonly id: string; readonly field: string } | null;
}

export interface Person extends PresenceState {
  readonly clientId: number;
  /** No sign of life for 60 s. */
  readonly idle: boolean;
  /** The same device has another tab here: shown once. */
  readonly deviceId?: string;
}

export interface Presence {
  readonly clientId: number;
  /** Merge into my own state; sending is throttled (30 a second; nothing when alone). */
  readonly set: (
    part: Partial<Pick<PresenceState, 'name' | 'cursor' | 'selection' | 'drag' | 'editing'>>,
  ) => void;
  /** The others, in a stable order; the array is replaced when anything in it changed. */
  readonly others: () => readonly Person[];
  /** Me as the server stamped me. */
  readonly me: () => Person | null;
  readonly subscribe: (listener: () => void) => () => void;
}
