/**
 * Who is here, as the server vouches for it (PROTOCOL.md P21 to P26): one entry a socket, its id pinned; name cleaned,
 * role and colour stamped. States come in as JSON from anybody and go out checked. No timers, no sockets in here.
 */
import { cutText } from '../../src/model/cutText.ts';
import type { Role } from '../../src/protocol/roles.ts';
import type { Limits } from '../limits.ts';
import type { PresenceEntry } from './frames.ts';
import { isPlainValue } from './updateReader.ts';

/** What the table must know of a socket's holder. */
export interface Holder {
  readonly person: string;
  readonly role: Role;
  /** Digest of the device key; null without one. */
  readonly deviceId: string | null;
}

interface Entry {
  readonly client: number;
  clock: number;
  state: string;
  /** What the server stamped and what may change of that. */
  readonly name: string;
  readonly colour: number;
}

export interface PresenceChange {
  /** The entry to tell the others; null when nothing changed for them. */
  readonly changed: PresenceEntry | null;
  /** The entry to send back to its own socket (P25), with the clock it came with. */
  readonly echo: PresenceEntry | null;
}

const nothing: PresenceChange = { changed: null, echo: null };
/** Clocks remembered of people who left, so that they are visible at once when they return. */
const maxMemory = 2000;
// Control, format (directions, zero width) and private characters, line and paragraph separators.
const notInNames = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

export class PresenceTable<H extends Holder> {
  readonly #limits: Pick<Limits, 'presenceBytes' | 'presenceDepth' | 'nameLength'>;
  readonly #entries = new Map<H, Entry>();
  readonly #pins = new Map<number, H>();
  readonly #pinned = new Map<H, number>();
  readonly #colours = new Map<string, number>();
  /** Last clock sent out by client id, also of those who left. */
  readonly #clocks = new Map<number, number>();

  constructor(limits: Pick<Limits, 'presenceBytes' | 'presenceDepth' | 'nameLength'>) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Everybody, except one. */
  all(except?: H): readonly PresenceEntry[] {
    return [...this.#entries].filter(([holder]) => holder !== except).map(([, entry]) => entry);
  }

  /** The client id a socket speaks for, null before its first entry. */
  pinOf(holder: H): number | null {
    return this.#pinned.get(holder) ?? null;
  }

  /** The name of a socket's holder as stamped, '' when it has none. */
  nameOf(holder: H): string {
    return this.#entries.get(holder)?.name ?? '';
  }

  /** Takes an entry a socket sent. `isForeignId`: whether a client id belongs to another person. */
  take(holder: H, sent: PresenceEntry, isForeignId: (client: number) => boolean): PresenceChange {
    const pinned = this.pinOf(holder) ?? this.#pin(holder, sent.client, isForeignId);
    if (pinned !== sent.client) return nothing;
    if (sent.state === 'null') return { changed: this.#remove(holder), echo: null };
    const stamped = this.#stamp(holder, sent.state);
    if (!stamped) return nothing;
    const before = this.#entries.get(holder);
    const { state, name, colour } = stamped;
    const entry: Entry = { client: pinned, clock: this.#nextClock(pinned, sent.clock), state, name, colour };
    this.#entries.set(holder, entry);
    const isOther = before?.name !== entry.name || before.colour !== entry.colour;
    const isNews = isOther && holder.deviceId !== null;
    return { changed: entry, echo: isNews ? { ...entry, clock: sent.clock } : null };
  }

  /** The socket is gone: the removal to tell the others, if it had an entry. */
  leave(holder: H): PresenceEntry | null {
    const removed = this.#remove(holder);
    const client = this.pinOf(holder);
    if (client !== null && this.#pins.get(client) === holder) this.#pins.delete(client);
    this.#pinned.delete(holder);
    const stillHere = [...this.#pins.values()].some((one) => one.person === holder.person);
    if (!stillHere) this.#colours.delete(holder.person);
    return removed;
  }

  #pin(holder: H, client: number, isForeignId: (client: number) => boolean): number | null {
    if (isForeignId(client)) return null;
    const other = this.#pins.get(client);
    if (other && other.person !== holder.person) return null;
    // The same person's older socket is half-open or closing: the newer one speaks for the id now.
    if (other) {
      this.#entries.delete(other);
      this.#pinned.delete(other);
    }
    this.#pins.set(client, holder);
    this.#pinned.set(holder, client);
    return client;
  }

  #remove(holder: H): PresenceEntry | null {
    const entry = this.#entries.get(holder);
    if (!entry) return null;
    this.#entries.delete(holder);
    // An equal clock removes in y-protocols, and the next state needs a higher one.
    return { client: entry.client, clock: entry.clock, state: 'null' };
  }

  /** As sent when that is ahead of what others have seen, else one more than that (P26). */
  #nextClock(client: number, sent: number): number {
    const last = this.#clocks.get(client);
    const clock = last === undefined || sent > last ? sent : last + 1;
    this.#clocks.delete(client);
    this.#clocks.set(client, clock);
    if (this.#clocks.size > maxMemory) {
      for (const old of this.#clocks.keys()) {
        if (this.#pins.has(old)) continue;
        this.#clocks.delete(old);
        break;
      }
    }
    return clock;
  }

  #stamp(holder: H, json: string): Pick<Entry, 'state' | 'name' | 'colour'> | null {
    if (Buffer.byteLength(json) > this.#limits.presenceBytes) return null;
    const state = parseObject(json);
    if (!state || !isPlainValue(state, this.#limits.presenceDepth)) return null;
    const own = {
      name: cleanName(state['name'], this.#limits.nameLength),
      role: holder.role,
      colour: this.#colourOf(holder),
      ...(holder.deviceId === null ? {} : { deviceId: holder.deviceId }),
    };
    const { deviceId: _forged, ...rest } = state;
    return { state: JSON.stringify({ ...rest, ...own }), name: own.name, colour: own.colour };
  }

  #colourOf(holder: H): number {
    const known = this.#colours.get(holder.person);
    if (known !== undefined) return known;
    const taken = new Set(this.#colours.values());
    let colour = 0;
    while (taken.has(colour)) colour++;
    this.#colours.set(holder.person, colour);
    return colour;
  }
}

/** A person's name as others may be shown it: without what could disguise it (R76), and not too long. */
export function cleanName(name: unknown, length: number): string {
  if (typeof name !== 'string') return '';
  const clean = name.replace(notInNames, ' ').replace(/\s+/g, ' ').trim();
  return cutText(clean, length).trim();
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    // No JSON: the entry is ignored.
    return null;
  }
}
