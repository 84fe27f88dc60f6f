/** Calls about the versions of a map: list, look at one, keep one under a name, name it anew, put one back, delete one. */
import type { Hono } from 'hono';
import { repairMap } from '../../src/model/repair.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import type { Restored, VersionFacts } from '../../src/protocol/http.ts';
import { newId } from '../auth/tokens.ts';
import { cleanName } from '../rooms/presenceTable.ts';
import type { NewVersion, VersionRow } from '../storage/store.ts';
import { countRecords, packDocument, unpackMap } from '../versions/packing.ts';
import { replaceContent, rowOf } from '../versions/replaceContent.ts';
import {
  openRoom,
  reading,
  refuseForeignSite,
  requireAccess,
  writing,
  type Env,
  type HttpWorld,
} from './context.ts';
import { compressedJson } from './mapCalls.ts';
import * as problems from './problems.ts';
import { createRates, type ReplaceRates } from './rates.ts';
import { readBody } from './readBody.ts';
import { restoreWish, versionName, versionWish } from './schemas.ts';

type LoadedVersion = VersionRow & { readonly packed: Uint8Array };

export function addVersionCalls(app: Hono<Env>, world: HttpWorld, mayReplace: ReplaceRates): void {
  const { versionsPerMinute, versionsAtOnce, versionLooksPerMinute, versionLooksAtOnce, bodyBytes } =
    world.limits;
  const mayName = createRates(world, versionsPerMinute / 60, versionsAtOnce);
  const mayLook = createRates(world, versionLooksPerMinute / 60, versionLooksAtOnce);
  const requireNaming = (linkId: string) => {
    if (!mayName(linkId, 1)) throw problems.tooMany('Versions of this map are being named too often.', 60);
  };

  app.get('/api/maps/:id/versions', async (c) => {
    const { mapId } = await requireAccess(world, c, 'viewer', 'see the versions');
    return c.json((await listVersions(world, mapId)).map(factsOf));
  });

  app.post('/api/maps/:id/versions', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'name versions');
    requireNaming(link.id);
    const wish = await readBody(c.req.raw, versionWish, bodyBytes);
    const version = await presentVersion(world, mapId, wish.title, wish.by);
    const known = await listVersions(world, mapId);
    requireRoom(world, known, version.packed.length);
    // The same content need not lie there twice.
    const gone = known.filter(({ kind, seq }) => kind === 'automatic' && seq === version.seq);
    await writing(world, () =>
      world.store.addVersion(
        mapId,
        version,
        gone.map(({ id }) => id),
      ),
    );
    return c.json(factsOf(rowOf(version, true)), 201);
  });

  app.get('/api/maps/:id/versions/:v', async (c) => {
    const { mapId, link } = await requireAccess(world, c, 'viewer', 'look at a version');
    if (!mayLook(link.id, 1))
      throw problems.tooMany('Versions of this map are being looked at too often.', 10);
    const version = await loadVersion(world, mapId, c.req.param('v'));
    return compressedJson(c, writeMap(repairMap(await contentOf(world, version))));
  });

  app.patch('/api/maps/:id/versions/:v', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'name versions');
    requireNaming(link.id);
    const { title } = await readBody(c.req.raw, versionName, bodyBytes);
    const known = await listVersions(world, mapId);
    const version = versionIn(known, c.req.param('v'));
    if (version.kind !== 'named') requireRoom(world, known, version.size);
    const isThere = await writing(world, () => world.store.renameVersion(mapId, version.id, title));
    if (!isThere) throw problems.unknownVersion();
    return c.json(factsOf({ ...version, kind: 'named', title }));
  });

  app.delete('/api/maps/:id/versions/:v', async (c) => {
    refuseForeignSite(world, c);
    const { mapId } = await requireAccess(world, c, 'owner', 'delete versions');
    const { id } = versionIn(await listVersions(world, mapId), c.req.param('v'));
    await writing(world, () => world.store.removeVersions(mapId, [id]));
    return c.body(null, 204);
  });

  app.post('/api/maps/:id/versions/:v/restore', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'restore a version');
    const wish = await readBody(c.req.raw, restoreWish, bodyBytes);
    const version = await loadVersion(world, mapId, c.req.param('v'));
    mayReplace(link.id, version.size);
    const journey = await contentOf(world, version);
    const room = await openRoom(world, mapId, 'map');
    const { store, clock, rooms, limits } = world;
    const restored = { version, by: cleanName(wish.by, limits.nameLength) };
    const made = await writing(world, () =>
      replaceContent(room, journey, { store, versions: rooms.versions, now: clock.now(), restored }),
    );
    const answer: Restored = {
      before: made.before && factsOf(made.before),
      version: made.after && factsOf(made.after),
    };
    return c.json(answer);
  });
}

async function presentVersion(
  world: HttpWorld,
  mapId: string,
  title: string,
  by: string | undefined,
): Promise<NewVersion> {
  const room = await openRoom(world, mapId, 'map');
  const name = cleanName(by, world.limits.nameLength);
  const facts = { kind: 'named', title, by: name === '' ? [] : [name], source: null } as const;
  return reading(world, () =>
    room.stored(({ seq, bytes }, doc) => ({
      ...facts,
      id: newId(),
      at: world.clock.now(),
      seq,
      counts: countRecords(doc),
      packed: packDocument(bytes),
    })),
  );
}

/** Throws ProblemError when a map may have no further named version of this size. */
function requireRoom(world: HttpWorld, known: readonly VersionRow[], addedBytes: number): void {
  const { versionsNamed, versionNamedBytes } = world.limits;
  const named = known.filter(({ kind }) => kind === 'named');
  const bytes = named.reduce((sum, { size }) => sum + size, addedBytes);
  if (named.length >= versionsNamed || bytes > versionNamedBytes) throw problems.versionsFull();
}

function listVersions(world: HttpWorld, mapId: string): Promise<readonly VersionRow[]> {
  return reading(world, () => world.store.listVersions(mapId));
}

function versionIn(known: readonly VersionRow[], id: string): VersionRow {
  const found = known.find((one) => one.id === id);
  if (!found) throw problems.unknownVersion();
  return found;
}

async function loadVersion(world: HttpWorld, mapId: string, id: string): Promise<LoadedVersion> {
  const found = await reading(world, () => world.store.loadVersion(mapId, id));
  if (!found) throw problems.unknownVersion();
  return found;
}

function contentOf(world: HttpWorld, { packed }: LoadedVersion) {
  // What a map can hold over HTTP bounds it, and some more for what was deleted in it.
  return reading(world, async () => unpackMap(packed, 4 * world.limits.liveStateBytes));
}

function factsOf({ id, kind, title, at, by, counts, source, isCurrent }: VersionRow): VersionFacts {
  return {
    id,
    kind,
    title,
    at: timeText(at),
    by,
    counts,
    source: source && { ...source, at: timeText(source.at) },
    isCurrent,
  };
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
