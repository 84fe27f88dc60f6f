/** The call by which a page asks for a map's glimpse. */
import type { Hono } from 'hono';
import { mayEncode } from './encoding.ts';
import { requireAccess, type Env, type HttpWorld } from './context.ts';
import { storedState } from './mapContent.ts';
import { checked } from './readBody.ts';
import { glimpseOptions } from './schemas.ts';

/** Windows of nearly the same size get the same glimpse, drawn for the largest of them. */
const stepPx = 160;

export function addGlimpseCalls(app: Hono<Env>, world: HttpWorld): void {
  app.get('/api/maps/:id/glimpse', async (c) => {
    const { map } = await requireAccess(world, c, 'viewer', 'look at it');
    const { width, height, theme, today } = checked(glimpseOptions, c.req.query(), 'The query');
    if (!mayEncode(c.req.header('accept-encoding') ?? '', 'gzip')) return c.body(null, 204);
    const state = await storedState(world, map);
    const wish = { width: upToStep(width), height: upToStep(height), theme };
    const bytes = world.glimpses.get(map.id, state, wish, today);
    if (!bytes) return c.body(null, 204);
    return c.body(bytes, 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
  });
}

function upToStep(px: number): number {
  return Math.ceil(px / stepPx) * stepPx;
}
