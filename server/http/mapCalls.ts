/** Calls about maps: make, look at, read and replace the content, delete. */
import type { Hono } from 'hono';
import { readDiscussion, readMap } from '../../src/document/readMap.ts';
import { writeContent, writeDiscussion } from '../../src/document/writeContent.ts';
import { blankMap } from '../../src/model/blankMap.ts';
import { fromTemplate } from '../../src/model/freshIds.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { COLLECTION_LIMITS } from '../../src/model/limits.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import type { CreatedMap, MapFacts } from '../../src/protocol/http.ts';
import { hasRole, type LinkName } from '../../src/protocol/roles.ts';
import { currencyHere } from '../../src/words/currencyHere.ts';
import { homeWords } from '../../src/words/home.ts';
import { bearerToken } from '../auth/access.ts';
import { hashToken, newId, newToken, sameSecret } from '../auth/tokens.ts';
import { newContent } from '../rooms/content.ts';
import { serverOwner } from '../rooms/room.ts';
import type { LinkRow, NewContent } from '../storage/store.ts';
import { replaceContent } from '../versions/replaceContent.ts';
import { chooseEncoding, encode } from './encoding.ts';
import {
  addressOf,
  isFromLoopback,
  linkUrl,
  openRoom,
  reading,
  refuseForeignSite,
  requireAccess,
  requireAccessInBin,
  writing,
  wrongToken,
  type Call,
  type Env,
  type HttpWorld,
} from './context.ts';
import { contentOfMap, stateOf, textOf } from './mapContent.ts';
import * as problems from './problems.ts';
import { createRates, type ReadRates, type ReplaceRates } from './rates.ts';
import { announcedBytes, checked, readBody } from './readBody.ts';
import { factsOptions, mapFile, mapWish } from './schemas.ts';

const linkNames: readonly LinkName[] = ['owner', 'edit', 'comment', 'view'];

export function addMapCalls(
  app: Hono<Env>,
  world: HttpWorld,
  mayReplace: ReplaceRates,
  mayRead: ReadRates,
): void {
  const { createsPerMinute } = world.limits;
  const mayCreate = createRates(world, createsPerMinute / 60, createsPerMinute);

  app.post('/api/maps', async (c) => {
    refuseForeignSite(world, c);
    requireCreator(world, c);
    // Loopback is not counted: a proxy in front looks like that.
    if (!isFromLoopback(world, c) && !mayCreate(addressOf(world, c), 1))
      throw problems.tooMany('Too many maps were made from your address.', 60);
    const wish = await readBody(c.req.raw, mapWish, world.limits.documentBytes);
    const journey = withTitle(
      wish.document ? parsed(wish.document) : newJourney(world, c, wish.template),
      wish.title,
    );
    return c.json(await createMap(world, c, journey), 201);
  });

  app.get('/api/maps/:id', async (c) => {
    const { map, role } = await requireAccess(world, c, 'viewer', 'look at it');
    const options = checked(factsOptions, c.req.query(), 'The query');
    const facts: MapFacts = {
      id: map.id,
      title: map.title,
      role,
      generation: map.generation,
      updatedAt: new Date(map.updatedAt).toISOString(),
      limits: {
        ...COLLECTION_LIMITS,
        frameBytes: world.limits.frameBytes,
        fileBytes: world.limits.documentBytes,
      },
    };
    if (options.with === 'here') return compressedJson(c, { ...facts, here: peopleHere(world, map.id) });
    if (options.with !== 'content') return compressedJson(c, facts);
    const content = await contentOfMap(world, map);
    return compressedText(c, `${JSON.stringify(facts).slice(0, -1)},"content":${content}}`);
  });

  app.delete('/api/maps/:id', async (c) => {
    refuseForeignSite(world, c);
    const { mapId } = await requireAccess(world, c, 'owner', 'delete the map');
    await writing(world, () => world.store.deleteMap(mapId, world.clock.now()));
    world.rooms.closeMap(mapId);
    return c.body(null, 204);
  });

  app.post('/api/maps/:id/undelete', async (c) => {
    refuseForeignSite(world, c);
    const { mapId } = await requireAccessInBin(world, c, 'owner', 'bring the map back');
    // One that is not in the bin is where it shall be already.
    await writing(world, () => world.store.undeleteMap(mapId));
    return c.body(null, 204);
  });

  app.get('/api/maps/:id/document', async (c) => {
    const { mapId, role, link } = await requireAccess(world, c, 'viewer', 'read the map');
    mayRead(link.id);
    return compressedJson(c, writeMap(await readJourney(world, mapId, hasRole(role, 'commenter'))));
  });

  app.put('/api/maps/:id/document', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'change the map');
    mayReplace(link.id, announcedBytes(c.req.raw, world.limits.documentBytes));
    const journey = parsed(await readBody(c.req.raw, mapFile, world.limits.documentBytes));
    const room = await openRoom(world, mapId, 'map');
    const { store, clock, rooms } = world;
    await writing(world, () =>
      replaceContent(room, journey, { store, versions: rooms.versions, now: clock.now() }),
    );
    return c.body(null, 204);
  });
}

/** Somebody with two tabs is one person; who tells no device is one for each socket. */
function peopleHere(world: HttpWorld, mapId: string): number {
  return new Set([...world.rooms.clients(mapId, 'map')].map((client) => client.deviceId ?? client)).size;
}

/** JSON as small as the client can read it: a map is mostly its own keys, said a thousand times. */
export function compressedJson(c: Call, value: object): Promise<Response> {
  return compressedText(c, JSON.stringify(value));
}

async function compressedText(c: Call, json: string): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('accept-encoding') ?? '');
  const bytes = await encode(new TextEncoder().encode(json), encoding);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/json',
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    },
  });
}

/** The whole map as plain data, repaired so that it can be imported again; the discussion only when asked for. */
export async function readJourney(
  world: HttpWorld,
  mapId: string,
  withDiscussion: boolean,
): Promise<JourneyMap> {
  const room = await openRoom(world, mapId, 'map');
  const content = await reading(world, () => room.read(readMap));
  if (!withDiscussion) return repairMap(content);
  const discussion = await openRoom(world, mapId, 'discussion');
  return repairMap({ ...content, ...(await reading(world, () => discussion.read(readDiscussion))) });
}

async function createMap(world: HttpWorld, c: Call, journey: JourneyMap): Promise<CreatedMap> {
  const id = newId();
  const now = world.clock.now();
  const issued = linkNames.map((name) => ({ name, id: newId(), token: newToken() }));
  const links = issued.map((link): LinkRow => ({
    id: link.id,
    mapId: id,
    name: link.name,
    label: '',
    tokenHash: hashToken(link.token),
    createdAt: now,
    expiresAt: null,
    lastOpenedAt: null,
  }));
  const hasDiscussion = journey.comments.length + journey.votes.length > 0;
  const contents = [
    contentOf(
      'map',
      newContent((doc) => writeContent(doc, journey, serverOwner)),
    ),
    contentOf(
      'discussion',
      newContent(hasDiscussion ? (doc) => writeDiscussion(doc, journey, serverOwner) : null),
    ),
  ];
  const row = {
    id,
    title: journey.map.title,
    generation: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await writing(world, () => world.store.createMap(row, links, contents));
  // Whoever made a map, or those it was made for, look at it next.
  world.glimpses.made(id);
  world.kept.keep(id, { state: stateOf(row, 0), json: textOf({ ...journey, comments: [], votes: [] }) });
  const answers = issued.map((link) => [
    link.name,
    { id: link.id, token: link.token, url: linkUrl(world, c, id, link.token) },
  ]);
  return { id, links: Object.fromEntries(answers) as CreatedMap['links'] };
}

function contentOf(part: NewContent['part'], made: ReturnType<typeof newContent>): NewContent {
  return { part, snapshot: made.snapshot, owners: new Map(made.clientIds.map((id) => [id, serverOwner])) };
}

/** A template's content under new ids, or a blank map in the language the request asks for. */
function newJourney(world: HttpWorld, c: Call, template: string | undefined): JourneyMap {
  const now = new Date(world.clock.now()).toISOString();
  if (template === undefined) {
    const tags = (c.req.header('accept-language') ?? '')
      .split(',')
      .map((tag) => tag.split(';')[0]?.trim() ?? '');
    const words = /^zh\b/i.test(tags[0] ?? '') ? homeWords.zh : homeWords.en;
    return blankMap({
      title: words.blankMapTitle,
      language: words.blankMapLanguage,
      currency: currencyHere(words.blankMapLanguage, tags),
      stageNames: words.blankStages,
      laneNames: words.blankLanes,
      newId,
      now,
    });
  }
  const found = world.templates.get(template);
  if (!found) throw problems.unknownTemplate([...world.templates.keys()]);
  return fromTemplate(found, newId, now);
}

function parsed(file: unknown): JourneyMap {
  const result = parseMap(file);
  if (!result.ok) throw problems.wrongContent('The map', result.reasons.map(problems.toProblemReason));
  return result.map;
}

function withTitle(journey: JourneyMap, title: string | undefined): JourneyMap {
  return title === undefined ? journey : { ...journey, map: { ...journey.map, title } };
}

function requireCreator(world: HttpWorld, c: Call): void {
  if (world.createToken === null) return;
  const token = bearerToken(c.req.header('authorization'));
  if (token === null || !sameSecret(token, world.createToken))
    throw wrongToken(world, c, problems.mayNotCreate());
}
