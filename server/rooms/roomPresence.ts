/**
 * Presence of one room on its way out (P24, P25): changes are gathered, the latest of each client wins, and go out in
 * one frame for all who have no part in it. Nobody gets an entry of their own that way: it would overwrite
 * what they have set since. Sockets that are behind get the whole table once they have caught up.
 */
import type { Limits } from '../limits.ts';
import { presenceFrame, type PresenceEntry } from './frames.ts';
import { PresenceTable } from './presenceTable.ts';
import type { RoomClient } from './roomClient.ts';

export class RoomPresence {
  readonly #clients: ReadonlySet<RoomClient>;
  readonly #table: PresenceTable<RoomClient>;
  readonly #due: () => void;
  /** Changed since the last flush, by client id. */
  readonly #changed = new Map<number, PresenceEntry>();

  /** `due` asks for a call of `flush` in a moment. */
  constructor(clients: ReadonlySet<RoomClient>, limits: Limits, due: () => void) {
    this.#clients = clients;
    this.#table = new PresenceTable(limits);
    this.#due = due;
  }

  join(client: RoomClient): void {
    if (this.#table.size > 0) this.tellAll(client);
  }

  take(client: RoomClient, entries: readonly PresenceEntry[], isForeignId: (id: number) => boolean): void {
    const { changed, echo } = this.#table.take(client, entries, isForeignId);
    if (echo) client.send(presenceFrame([echo]));
    this.#note(changed);
  }

  leave(client: RoomClient): void {
    this.#note(this.#table.leave(client));
  }

  /** Everybody else, to one client. */
  tellAll(client: RoomClient): void {
    client.missedPresence = false;
    client.send(presenceFrame(this.#table.all(client)));
  }

  flush(): void {
    if (this.#changed.size === 0) return;
    const entries = [...this.#changed.values()];
    this.#changed.clear();
    const pins = new Set(entries.map((entry) => entry.client));
    let shared: Uint8Array | null = null;
    for (const client of this.#clients) {
      const own = this.#table.pinOf(client);
      const isIn = own !== null && pins.has(own);
      if (isIn && entries.length === 1) continue;
      if (!client.canTakePresence) {
        client.missedPresence = true;
        continue;
      }
      if (isIn) {
        client.send(presenceFrame(entries.filter((entry) => entry.client !== own)));
      } else {
        shared ??= presenceFrame(entries);
        client.send(shared);
      }
    }
  }

  #note(entry: PresenceEntry | null): void {
    if (!entry) return;
    this.#changed.set(entry.client, entry);
    this.#due();
  }
}
