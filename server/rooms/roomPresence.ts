/**
 * Presence of one room on its way through (P21 to P25): what clients say is gathered, the latest of each wins, and
 * every 33 ms it is checked, stamped and sent in one frame for all who have no part in it. Nobody gets an entry
 * of their own that way: it would overwrite what they have set since. Sockets that are behind get the whole
 * table once they have caught up.
 */
import type { Limits } from '../limits.ts';
import { presenceFrame, presenceFrames, type PresenceEntry } from './frames.ts';
import { PresenceTable } from './presenceTable.ts';
import type { RoomClient } from './roomClient.ts';

export class RoomPresence {
  readonly #clients: ReadonlySet<RoomClient>;
  /** None before somebody says something: its five maps are a kilobyte that a quiet room need not hold. */
  #table: PresenceTable<RoomClient> | null = null;
  readonly #isForeignId: (client: RoomClient, id: number) => boolean;
  readonly #limits: Limits;
  readonly #due: () => void;
  #lastMs = Number.NEGATIVE_INFINITY;
  /** The last entry of each client since the last flush, unchecked. */
  #said: Map<RoomClient, PresenceEntry> | null = null;
  /** Removals since the last flush, by client id. */
  #gone: Map<number, PresenceEntry> | null = null;

  /** `isForeignId`: whether a client id belongs to another person. `due` asks for a call of `flush` in a moment. */
  constructor(
    clients: ReadonlySet<RoomClient>,
    limits: Limits,
    isForeignId: (client: RoomClient, id: number) => boolean,
    due: () => void,
  ) {
    this.#clients = clients;
    this.#limits = limits;
    this.#isForeignId = isForeignId;
    this.#due = due;
  }

  join(client: RoomClient): void {
    if (this.#table && this.#table.size > 0) this.tellAll(client);
  }

  /** Entries of others are passed over: a stock client echoes them. */
  take(client: RoomClient, entries: readonly PresenceEntry[]): void {
    const own = this.#pinOf(client) ?? this.#said?.get(client)?.client ?? entries[0]?.client;
    const entry = entries.findLast((one) => one.client === own);
    if (!entry) return;
    this.#said ??= new Map();
    this.#said.set(client, entry);
    this.#due();
  }

  leave(client: RoomClient): void {
    this.#said?.delete(client);
    const removed = this.#table?.leave(client);
    if (!removed) return;
    this.#gone ??= new Map();
    this.#gone.set(removed.client, removed);
    this.#due();
  }

  /** The name a client goes by here, '' when it has said none. */
  nameOf(client: RoomClient): string {
    return this.#table?.nameOf(client) ?? '';
  }

  /** Everybody else, to one client. */
  tellAll(client: RoomClient): void {
    client.missedPresence = false;
    client.send(presenceFrame(this.#table?.all(client) ?? []));
  }

  /** Something else goes to everybody now: what is due anyway rides along, in the same write. */
  rideAlong(nowMs: number): void {
    if (nowMs - this.#lastMs >= this.#limits.presenceMs) this.flush(nowMs);
  }

  flush(nowMs: number): void {
    const said = this.#said;
    const gone = this.#gone;
    if (!said && !gone) return;
    this.#said = null;
    this.#gone = null;
    this.#lastMs = nowMs;
    const changed = gone ?? new Map<number, PresenceEntry>();
    for (const [client, entry] of said ?? []) {
      this.#table ??= new PresenceTable(this.#limits);
      const { changed: news, echo } = this.#table.take(client, entry, (id) => this.#isForeignId(client, id));
      if (echo) client.send(presenceFrame([echo]));
      if (news) changed.set(news.client, news);
    }
    if (changed.size > 0) this.#tell(changed);
  }

  #tell(changed: ReadonlyMap<number, PresenceEntry>): void {
    const frames = presenceFrames([...changed.values()]);
    for (const client of this.#clients) {
      const own = this.#pinOf(client);
      const isIn = own !== null && changed.has(own);
      if (isIn && changed.size === 1) continue;
      if (client.canTakePresence) client.send(isIn ? frames.without(own) : frames.all());
      else client.missedPresence = true;
    }
  }

  /** The client id a socket speaks for, null before its first entry. */
  #pinOf(client: RoomClient): number | null {
    return this.#table?.pinOf(client) ?? null;
  }
}
