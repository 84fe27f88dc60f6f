/**
 * What the HTTP calls need of the server, and the questions every call asks first: who is it, may it do this.
 */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { hasRole, type Role } from '../../src/protocol/roles.ts';
import { bearerToken, findAccess, type Access } from '../auth/access.ts';
import { clientAddress, isForeignOrigin, isLoopbackAddress, originOf } from '../auth/clientAddress.ts';
import type { Failures } from '../auth/failures.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import { ContentFullError } from '../rooms/content.ts';
import { CannotSaveError, type Room } from '../rooms/room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Redrawing } from '../images/redrawing.ts';
import type { MapRow, Part, Store } from '../storage/store.ts';
import * as problems from './problems.ts';
import type { Drawing } from './drawing.ts';
import type { Glimpses } from './glimpses.ts';
import type { KeptContent } from './keptContent.ts';
import type { Templates } from './templates.ts';

export type Env = { Bindings: HttpBindings };
export type Call = Context<Env>;

export interface HttpWorld {
  readonly config: Config;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly failures: Failures;
  readonly templates: Templates;
  readonly drawing: Drawing;
  readonly redrawing: Redrawing;
  readonly kept: KeptContent;
  readonly glimpses: Glimpses;
  /** Null when everybody who reaches the server may create maps. */
  readonly createToken: string | null;
}

type MapAccess = Access & { readonly map: MapRow };

/** The access of the call's token to the map in its address, with at least `needed`. Throws ProblemError. */
export async function requireAccess(
  world: HttpWorld,
  c: Call,
  needed: Role,
  does: string,
): Promise<MapAccess> {
  const access = await accessOf(world, c);
  if (access.map.deletedAt !== null) throw problems.mapDeleted();
  return withRole(access, needed, does);
}

/** The same for a map that may be in the bin. */
export async function requireAccessInBin(
  world: HttpWorld,
  c: Call,
  needed: Role,
  does: string,
): Promise<MapAccess> {
  return withRole(await accessOf(world, c), needed, does);
}

async function accessOf(world: HttpWorld, c: Call): Promise<MapAccess> {
  const mapId = c.req.param('id') ?? '';
  const access = await reading(world, () =>
    findAccess(world.store, mapId, bearerToken(c.req.header('authorization')), world.clock.now()),
  );
  if (!access) throw wrongToken(world, c, problems.unknownToken());
  const map = await reading(world, () => world.store.findMap(mapId));
  if (!map) throw problems.mapDeleted();
  return { ...access, map };
}

function withRole(access: MapAccess, needed: Role, does: string): MapAccess {
  if (!hasRole(access.role, needed)) throw problems.roleTooLow(does);
  return access;
}

/** The problem for a wrong token, or "wait" when there were too many from this address (R7). */
export function wrongToken(
  world: HttpWorld,
  c: Call,
  otherwise: problems.ProblemError,
): problems.ProblemError {
  const seconds = world.failures.note(addressOf(world, c));
  return seconds > 0 ? problems.tooMany('Too many wrong links came from your address.', seconds) : otherwise;
}

/** Calls that change something may not come from another site's page (R12). */
export function refuseForeignSite(world: HttpWorld, c: Call): void {
  if (isForeignOrigin(c.env.incoming, world.config.publicUrl, world.config.trustProxy))
    throw problems.foreignSite();
}

export function addressOf(world: HttpWorld, c: Call): string {
  return clientAddress(c.env.incoming, world.config.trustProxy);
}

export function isFromLoopback(world: HttpWorld, c: Call): boolean {
  return isLoopbackAddress(addressOf(world, c));
}

/** The address of a map's page for a token; the secret stands in the fragment, so it reaches no log. */
export function linkUrl(world: HttpWorld, c: Call, mapId: string, token: string): string {
  return `${siteOf(world, c)}/m/${mapId}#${token}`;
}

export function siteOf(world: HttpWorld, c: Call): string {
  return originOf(c.env.incoming, world.config.publicUrl, world.config.trustProxy);
}

/** The room of a map's part. Throws ProblemError when it cannot be read: never an empty map instead (R41). */
export async function openRoom(
  world: Pick<HttpWorld, 'rooms' | 'log'>,
  mapId: string,
  part: Part,
): Promise<Room> {
  const room = await reading(world, () => world.rooms.open(mapId, part));
  if (!room) throw problems.mapDeleted();
  return room;
}

/** Work that reads the store; trouble becomes "cannot read". */
export async function reading<T>(world: Pick<HttpWorld, 'log'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    world.log.error('the store cannot be read', { reason: errorText(error) });
    throw problems.cannotRead();
  }
}

/** Work that writes the store; trouble becomes "cannot save". */
export async function writing<T>(world: HttpWorld, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentFullError) throw problems.mapFull();
    if (!(error instanceof CannotSaveError)) {
      world.log.error('the store cannot be written', { reason: errorText(error) });
    }
    throw problems.cannotSave();
  }
}
