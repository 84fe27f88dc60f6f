/**
 * What clients write, up to the live document (P10 to P19): role -> gate -> size of the map -> applied. Storing, relaying
 * and acknowledging are the room's. A refusal ends one connection; a gap is asked about once.
 */
import { closeCode } from '../../src/protocol/closeCodes.ts';
import type { Part } from '../storage/store.ts';
import { BrokenUpdateError, type RoomContent } from './content.ts';
import { step1Frame, type ClientFrame } from './frames.ts';
import type { Owners } from './owners.ts';
import type { RoomClient } from './roomClient.ts';
import { refuse, turnAway, type RoomWorld } from './roomWorld.ts';
import { CostlyUpdateError, type WorkLimit } from './slicedApply.ts';
import { judgeUpdate, type PlainEdit } from './updateGate.ts';

/** The room as the writing of its clients needs it. */
export interface WritingRoom {
  readonly part: Part;
  readonly clients: ReadonlySet<RoomClient>;
  readonly content: RoomContent;
  readonly owners: Owners;
  /** The store cannot be written at present. */
  readonly isFailing: boolean;
  /** Runs now, or after the commit under way. */
  whenIdle(run: () => void): void;
  /** Sets memory aside for what a client's frame needs while it waits; false when there is none left. */
  hold(client: RoomClient, bytes: number): boolean;
  giveBack(client: RoomClient, bytes: number): void;
  /** An edit came that takes a live document. */
  needLive(): void;
  /** Takes what an update changed into the batch to be stored. */
  take(sender: RoomClient, bytes: Uint8Array): void;
  /** A client's frame was taken; it is to hear when everything so far is stored. */
  owe(client: RoomClient): void;
}

/** To ask what CPU time it took costs as much as to judge an update of so many bytes. */
const smallBytes = 256;
/** How often people are told that a map is nearly full. */
const warnEveryMs = 60_000;

export class Writing {
  readonly #room: WritingRoom;
  readonly #world: RoomWorld;
  #warnedMs = Number.NEGATIVE_INFINITY;

  constructor(room: WritingRoom, world: RoomWorld) {
    this.#room = room;
    this.#world = world;
  }

  receive(client: RoomClient, frame: ClientFrame & { kind: 'write' }): void {
    const number = ++client.received;
    if (!client.mayWrite || this.#room.part !== 'map') {
      this.#world.counts.refusals++;
      client.fallOutOfStep(this.#world.clock.elapsed());
      const detail = 'This link may look but not edit. Nothing was changed for others.';
      client.notify({ kind: 'refused', detail });
      return;
    }
    if (this.#world.budgets.isSpent(client)) {
      return client.close(
        closeCode.busy,
        'Edits from here cost the server too much work; try again in a minute.',
      );
    }
    const size = frame.update.length + this.#world.limits.heldFrameBytes;
    if (!this.#room.hold(client, size)) return turnAway(client);
    this.#room.whenIdle(() => {
      this.#room.giveBack(client, size);
      if (client.isOpen) this.#write(client, number, frame.update, frame.isStep2);
    });
  }

  /** A step 1 to a client; when it is out of step, its answer puts it back. */
  askForAll(client: RoomClient): void {
    if (client.outOfStepSince !== null) {
      client.outOfStepSince = this.#world.clock.elapsed();
      client.asked = true;
    }
    client.send(step1Frame(this.#room.content.vector()));
  }

  /** Ends the connection of a client that was asked for everything and did not answer. */
  endIfSilent(client: RoomClient, nowMs: number): void {
    const { outOfStepSince, asked } = client;
    if (!asked || outOfStepSince === null || this.#room.isFailing) return;
    if (nowMs - outOfStepSince <= this.#world.limits.resyncMs) return;
    refuse(this.#world, client, 'An edit is missing, and it was not sent again.');
  }

  /** A small edit of a small map is free up to where it is applied to a live document: before that it costs what its bytes do. */
  #write(client: RoomClient, number: number, update: Uint8Array, isStep2: boolean): void {
    const judge = () => this.#judge(client, number, update, isStep2);
    if (this.#isSmall(update)) judge();
    else this.#charged(client, update, judge);
  }

  #isSmall(update: Uint8Array): boolean {
    return update.length <= smallBytes && this.#room.content.isSmall;
  }

  /** What CPU time it takes is charged to the client. */
  #charged<T>(client: RoomClient, update: Uint8Array, work: () => T): T {
    const startMs = this.#world.clock.worked();
    try {
      return work();
    } finally {
      this.#world.budgets.charge(client, update.length, this.#world.clock.worked() - startMs);
    }
  }

  #judge(client: RoomClient, number: number, update: Uint8Array, isStep2: boolean): void {
    const { limits, clock, counts } = this.#world;
    const { content, owners } = this.#room;
    if (this.#room.isFailing) {
      client.fallOutOfStep(clock.elapsed());
      client.asked = false;
      return;
    }
    const known = {
      clockOf: (id: number) => content.clockOf(id),
      ownerOf: (id: number) => owners.of(id),
      ownedIds: owners.size,
    };
    const verdict = judgeUpdate(update, client.person, known, limits);
    if (verdict.kind === 'refuse')
      return refuse(this.#world, client, `An edit was refused: ${verdict.reason}.`);
    if (verdict.kind === 'gap') return this.#meetGap(client, isStep2);
    if (verdict.adds && this.#isFull(update.length)) {
      const sentence = 'This map has reached its largest size. Delete something, or start another map.';
      return refuse(this.#world, client, sentence, closeCode.contentTooLarge);
    }
    try {
      // Everybody who joins sends one that holds nothing: no reason to build a live document.
      const changed = isEmptyUpdate(update) ? null : this.#apply(client, update, verdict.plain);
      for (const id of verdict.newIds) owners.claim(id, client.person);
      if (changed) this.#room.take(client, changed);
    } catch (error) {
      if (!(error instanceof BrokenUpdateError)) throw error;
      const why = error.cause instanceof CostlyUpdateError ? error.cause.message : 'it could not be applied';
      return refuse(this.#world, client, `An edit was refused: ${why}.`);
    }
    if (isStep2) {
      client.outOfStepSince = null;
      client.asked = false;
    }
    if (client.outOfStepSince === null) client.taken = number;
    counts.edits++;
    this.#room.owe(client);
  }

  #apply(client: RoomClient, update: Uint8Array, plain: PlainEdit | null): Uint8Array | null {
    const { content } = this.#room;
    const taken = plain && content.applyPlain(update, plain);
    if (taken) return taken;
    if (!plain) this.#room.needLive();
    const apply = () => content.apply(update, this.#workFor(update));
    return this.#isSmall(update) ? this.#charged(client, update, apply) : apply();
  }

  #workFor(update: Uint8Array): WorkLimit {
    const { limits, clock } = this.#world;
    return {
      spentMs: () => clock.worked(),
      budgetMs: limits.updateWorkMs + (update.length / 1024) * limits.updateWorkMsPerKiB,
    };
  }

  /** A gap once: ask for everything the client has. A gap in the answer: it cannot be helped (P14). */
  #meetGap(client: RoomClient, isStep2: boolean): void {
    if (isStep2 && client.asked) {
      refuse(this.#world, client, 'An edit is missing, also after asking for it.');
      return;
    }
    client.fallOutOfStep(this.#world.clock.elapsed());
    if (!client.asked) this.askForAll(client);
  }

  /** Whether adding must stop; warns when it soon must (P19). */
  #isFull(more: number): boolean {
    const { content, clients } = this.#room;
    const { liveStateBytes, nearlyFull } = this.#world.limits;
    // A long tail counts what was deleted since; look closely before refusing. Not before warning: at 16 MiB a look
    // takes seconds, and would be taken for every edit.
    if (content.bytes + more > liveStateBytes) content.full();
    const size = content.bytes + more;
    const nowMs = this.#world.clock.elapsed();
    if (size > liveStateBytes * nearlyFull && nowMs - this.#warnedMs > warnEveryMs) {
      this.#warnedMs = nowMs;
      const detail = `This map fills ${Math.round((size / liveStateBytes) * 100)} % of what a map can hold.`;
      for (const one of clients) if (one.mayWrite) one.notify({ kind: 'nearly-full', detail });
    }
    return size > liveStateBytes;
  }
}

/** No structs, no deletions: what a page with an empty copy answers to a step 1. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
