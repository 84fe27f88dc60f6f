/** Calls about what a map says: its analyses and checks, and the metric values that others measure for it. */
import type { Hono } from 'hono';
import { addReadings, type AddedReadings } from '../../src/document/addReadings.ts';
import { hasRole } from '../../src/protocol/roles.ts';
import { tellAnalyses } from '../analyses.ts';
import { newId } from '../auth/tokens.ts';
import { openRoom, refuseForeignSite, requireAccess, writing, type Env, type HttpWorld } from './context.ts';
import { readJourney } from './mapCalls.ts';
import * as problems from './problems.ts';
import { createReadingRates, type ReadRates } from './rates.ts';
import { announcedBytes, checked, readBody } from './readBody.ts';
import { analysesOptions, readingList } from './schemas.ts';

export function addAnalysisCalls(app: Hono<Env>, world: HttpWorld, mayRead: ReadRates): void {
  const mayAdd = createReadingRates(world);

  app.get('/api/maps/:id/analyses', async (c) => {
    const { mapId, role, link } = await requireAccess(world, c, 'viewer', 'see its analyses');
    mayRead(link.id);
    const { persona = null, tier = null } = checked(analysesOptions, c.req.query(), 'The query');
    const journey = await readJourney(world, mapId, hasRole(role, 'commenter'));
    const unknown = [
      ...unknownId('$.persona', persona, journey.personas, 'personas'),
      ...unknownId('$.tier', tier, journey.tiers, 'tiers'),
    ];
    if (unknown.length > 0) throw problems.wrongContent('The query', unknown);
    const on = new Date(world.clock.now()).toISOString().slice(0, 10);
    return c.json(tellAnalyses(journey, { persona, tier, on }));
  });

  app.post('/api/maps/:id/readings', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'add readings');
    const { documentBytes } = world.limits;
    mayAdd(link.id, announcedBytes(c.req.raw, documentBytes));
    const list = await readBody(c.req.raw, readingList, documentBytes);
    const room = await openRoom(world, mapId, 'map');
    let added: AddedReadings = { ok: true, ids: [] };
    // Judged inside the edit: a touchpoint may be deleted until the moment of writing.
    await writing(world, () =>
      room.edit((doc) => {
        added = addReadings(doc, list, newId);
      }),
    );
    return c.json({ ids: idsOf(added) }, 201);
  });
}

function idsOf(added: AddedReadings): readonly string[] {
  if (!added.ok)
    throw problems.wrongContent('The list of readings', added.reasons.map(problems.toProblemReason));
  return added.ids;
}

function unknownId(
  path: string,
  id: string | null,
  records: readonly { readonly id: string }[],
  kind: string,
) {
  if (id === null || records.some((record) => record.id === id)) return [];
  return [problems.toProblemReason({ path, value: id, rule: { code: 'refers-to-nothing', kinds: [kind] } })];
}
