/** Calls about share links: list, make, withdraw. Only owners; a token is shown once, when it is made. */
import type { Hono } from 'hono';
import type { LinkFacts } from '../../src/protocol/http.ts';
import { roleOfLink } from '../../src/protocol/roles.ts';
import { hashToken, newId, newToken } from '../auth/tokens.ts';
import type { LinkRow } from '../storage/store.ts';
import {
  linkUrl,
  reading,
  refuseForeignSite,
  requireAccess,
  writing,
  type Env,
  type HttpWorld,
} from './context.ts';
import * as problems from './problems.ts';
import { readBody } from './readBody.ts';
import { linkWish } from './schemas.ts';

export function addLinkCalls(app: Hono<Env>, world: HttpWorld): void {
  app.get('/api/maps/:id/links', async (c) => {
    const { mapId, link: mine } = await requireAccess(world, c, 'owner', 'see the share links');
    const links = await reading(world, () => world.store.listLinks(mapId));
    return c.json(links.map((link) => factsOf(world, link, mine.id)));
  });

  app.post('/api/maps/:id/links', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link: mine } = await requireAccess(world, c, 'owner', 'make share links');
    const wish = await readBody(c.req.raw, linkWish, world.limits.bodyBytes);
    const token = newToken();
    const link: LinkRow = {
      id: newId(),
      mapId,
      name: wish.name,
      label: wish.label ?? '',
      tokenHash: hashToken(token),
      createdAt: world.clock.now(),
      expiresAt: wish.expiresAt ? Date.parse(wish.expiresAt) : null,
      lastOpenedAt: null,
    };
    await writing(world, () => world.store.addLink(link));
    return c.json({ ...factsOf(world, link, mine.id), token, url: linkUrl(world, c, mapId, token) }, 201);
  });

  app.delete('/api/maps/:id/links/:linkId', async (c) => {
    refuseForeignSite(world, c);
    const { mapId } = await requireAccess(world, c, 'owner', 'withdraw share links');
    const linkId = c.req.param('linkId');
    const links = await reading(world, () => world.store.listLinks(mapId));
    const otherOwners = links.filter(
      (link) => link.name === 'owner' && link.expiresAt === null && link.id !== linkId,
    );
    if (!links.some((link) => link.id === linkId)) throw problems.notFound();
    if (otherOwners.length === 0) throw problems.lastOwnerLink();
    await writing(world, () => world.store.withdrawLink(mapId, linkId));
    world.rooms.closeLink(linkId);
    return c.body(null, 204);
  });
}

function factsOf(world: HttpWorld, link: LinkRow, mineId: string): LinkFacts {
  let here = 0;
  for (const client of world.rooms.clients(link.mapId, 'map')) if (client.linkId === link.id) here++;
  return {
    id: link.id,
    name: link.name,
    role: roleOfLink[link.name],
    label: link.label,
    createdAt: new Date(link.createdAt).toISOString(),
    expiresAt: timeText(link.expiresAt),
    lastOpenedAt: timeText(link.lastOpenedAt),
    here,
    mine: link.id === mineId,
  };
}

function timeText(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
