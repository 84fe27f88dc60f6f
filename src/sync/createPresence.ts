/**
 * Presence over y-protocols' awareness (U44): what I point at goes out at most 30 times a second and not at all while
 * nobody else is here; others are read leniently, as anybody may send anything, and shown once a device (R55).
 */
import type { Awareness } from 'y-protocols/awareness';
import type { Role } from '../protocol/roles.ts';
import type { Person, Presence, PresenceState } from './presence.ts';

const SEND_EVERY_MS = 1000 / 30;
const IDLE_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
/** Ids sent of a selection or a drag: a state may have 2 KiB (PROTOCOL.md P22). */
const MOST_SENT = 30;
const MOST_READ = 500;

export interface PresenceOptions {
  readonly role: Role;
  /** Sees others and is not there for them. */
  readonly unseen?: boolean | undefined;
  readonly now?: () => number;
}

export interface LivePresence extends Presence {
  /** Me as the server sent me back. */
  readonly stamped: (state: unknown) => void;
  dispose(): void;
}

interface Seen {
  readonly person: Person;
  /** When the state last changed; a mere renewal is no sign of life. */
  readonly at: number;
}

export function createPresence(
  awareness: Awareness,
  { role, unseen = false, now = Date.now }: PresenceOptions,
): LivePresence {
  const listeners = new Set<() => void>();
  const seen = new Map<number, Seen>();
  let mine: PresenceState = {
    name: '',
    colour: 0,
    role,
    cursor: null,
    selection: [],
    drag: null,
    editing: null,
  };
  let me: Person | null = null;
  let others: readonly Person[] = [];
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pending = false;

  awareness.setLocalState(unseen ? null : { ...mine });

  const isAlone = (): boolean => awareness.getStates().size <= 1;

  function publish(): void {
    if (timer !== null) return;
    const wait = sentAt + SEND_EVERY_MS - now();
    if (wait > 0) {
      timer = setTimeout(() => {
        timer = null;
        publish();
      }, wait);
      return;
    }
    pending = false;
    sentAt = now();
    awareness.setLocalState(bounded(mine));
  }

  function refresh(): void {
    const next = oncePerDevice([...seen.values()], me?.deviceId);
    if (next.length === others.length && next.every((person, index) => person === others[index])) return;
    others = next;
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function handleChange({
    added,
    updated,
    removed,
  }: {
    added: number[];
    updated: number[];
    removed: number[];
  }): void {
    for (const id of removed) seen.delete(id);
    for (const id of [...added, ...updated]) {
      if (id === awareness.clientID) continue;
      const person = parsePerson(id, awareness.getStates().get(id));
      if (person) seen.set(id, { person, at: now() });
      else seen.delete(id);
    }
    // Whoever comes in has not heard what I did alone.
    if (pending && added.some((id) => id !== awareness.clientID)) publish();
    refresh();
  }

  function lookForIdle(): void {
    for (const [id, { person, at }] of seen) {
      const idle = now() - at >= IDLE_AFTER_MS;
      if (idle !== person.idle) seen.set(id, { person: { ...person, idle }, at });
    }
    refresh();
  }

  awareness.on('change', handleChange);
  const looking = setInterval(lookForIdle, LOOK_EVERY_MS);

  return {
    clientId: awareness.clientID,
    set(part) {
      if (unseen) return;
      const changed = (Object.keys(part) as (keyof typeof part)[]).some(
        (key) => !isSame(part[key], mine[key]),
      );
      if (!changed) return;
      const renamed = part.name !== undefined && part.name !== mine.name;
      mine = { ...mine, ...part };
      pending = true;
      // My name is worth telling also when alone: the server keeps it for whoever comes.
      if (renamed || !isAlone()) publish();
    },
    others: () => others,
    me: () => me,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stamped(state) {
      const person = parsePerson(awareness.clientID, state);
      if (!person || isSame(person, me)) return;
      me = person;
      refresh();
      tell();
    },
    dispose() {
      listeners.clear();
      awareness.off('change', handleChange);
      clearInterval(looking);
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function bounded(state: PresenceState): PresenceState {
  const { selection, drag } = state;
  return {
    ...state,
    selection: selection.slice(0, MOST_SENT),
    drag: drag && { ...drag, ids: drag.ids.slice(0, MOST_SENT) },
  };
}

/** In a stable order, each device once (with its latest sign of life), my own other tabs left out. */
function oncePerDevice(seen: readonly Seen[], ownDevice: string | undefined): readonly Person[] {
  const latest = new Map<string, Seen>();
  for (const entry of seen) {
    const { deviceId, clientId } = entry.person;
    if (deviceId !== undefined && deviceId === ownDevice) continue;
    const key = deviceId ?? `client ${clientId}`;
    const known = latest.get(key);
    if (!known || entry.at > known.at) latest.set(key, entry);
  }
  return [...latest.values()].map(({ person }) => person).toSorted((a, b) => a.clientId - b.clientId);
}

const roles: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];

/** A person from whatever was sent; null when it is no person at all. */
function parsePerson(clientId: number, state: unknown): Person | null {
  if (!isObject(state)) return null;
  const { name, colour, role, cursor, selection, drag, editing, deviceId } = state;
  return {
    clientId,
    idle: false,
    name: typeof name === 'string' ? name.slice(0, 40) : '',
    colour: typeof colour === 'number' && Number.isInteger(colour) && colour >= 0 ? colour : 0,
    role: roles.find((known) => known === role) ?? 'viewer',
    cursor:
      isObject(cursor) && isNumber(cursor['x']) && isNumber(cursor['y'])
        ? { x: cursor['x'], y: cursor['y'] }
        : null,
    selection: idsOf(selection),
    drag:
      isObject(drag) && isNumber(drag['dx']) && isNumber(drag['dy'])
        ? { ids: idsOf(drag['ids']), dx: drag['dx'], dy: drag['dy'] }
        : null,
    editing:
      isObject(editing) && typeof editing['id'] === 'string' && typeof editing['field'] === 'string'
        ? { id: editing['id'], field: editing['field'] }
        : null,
    ...(typeof deviceId === 'string' ? { deviceId } : {}),
  };
}

function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string').slice(0, MOST_READ) : [];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
