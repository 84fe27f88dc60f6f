/**
 * All HTTP addresses: the API, the health of the server, the built page. Every error leaves as problem details
 * (problems.ts), every answer with the security headers.
 */
import path from 'node:path';
import { Hono } from 'hono';
import { bearerToken } from '../auth/access.ts';
import { isLocalRequest } from '../auth/clientAddress.ts';
import { sameSecret } from '../auth/tokens.ts';
import { errorText } from '../log.ts';
import { preferredLanguage, type InterfaceLanguage } from '../../src/words/language.ts';
import { siteOf, type Call, type Env, type HttpWorld } from './context.ts';
import { addAnalysisCalls } from './analysisCalls.ts';
import { addGlimpseCalls } from './glimpseCalls.ts';
import { addImageCalls } from './imageCalls.ts';
import { addExportCalls } from './exportCalls.ts';
import { addLinkCalls } from './linkCalls.ts';
import { addMapCalls } from './mapCalls.ts';
import { createReadRates, createReplaceRates } from './rates.ts';
import { addVersionCalls } from './versionCalls.ts';
import type { Metrics } from './metrics.ts';
import { openApi } from './openApi.ts';
import { mayNotCreate, notFound, ProblemError, unexpected } from './problems.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { StaticFiles } from './staticFiles.ts';
import { templateFacts } from './templates.ts';

export function createApp(world: HttpWorld, files: StaticFiles, metrics: Metrics): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    await next();
    // A call may say something stricter, or that its answer may be kept.
    const standard = {
      ...securityHeaders,
      ...(c.req.path.startsWith('/api/') && { 'Cache-Control': 'no-store' }),
    };
    for (const [name, value] of Object.entries(standard))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.onError((error) => {
    if (error instanceof ProblemError) return answerProblem(error);
    world.log.error('a request failed', { reason: errorText(error) });
    return answerProblem(unexpected());
  });
  app.notFound(() => answerProblem(notFound()));

  const canWrite = writeTest(world);
  app.get('/healthz', async (c) => {
    const works = world.rooms.canSave && (await canWrite());
    return c.json({ status: works ? 'ok' : 'cannot-save' }, works ? 200 : 503);
  });
  app.get('/metrics', (c) => {
    const token = bearerToken(c.req.header('authorization'));
    const hasToken = token !== null && world.createToken !== null && sameSecret(token, world.createToken);
    if (!isLocalRequest(c.env.incoming) && !hasToken) throw mayNotCreate();
    return c.text(metrics.text(world.rooms.counts()));
  });
  app.get('/openapi.json', (c) => c.json(openApi(siteOf(world, c))));
  app.get('/api/templates', (c) => c.json([...world.templates].map(([id, map]) => templateFacts(id, map))));
  const mayReplace = createReplaceRates(world);
  const mayRead = createReadRates(world);
  addMapCalls(app, world, mayReplace, mayRead);
  addGlimpseCalls(app, world);
  addVersionCalls(app, world, mayReplace);
  addExportCalls(app, world);
  addLinkCalls(app, world);
  addAnalysisCalls(app, world, mayRead);
  addImageCalls(app, world);

  app.get('/', (c) => servePage(c, files));
  app.get('/m/:id{[A-Za-z0-9_-]{1,64}}', async (c) => {
    const page = await servePage(c, files);
    const ahead = page.ok && (await partsAhead(c, files));
    if (ahead) page.headers.set('Link', ahead);
    return page;
  });
  app.get('*', async (c) => (await serveFile(c, files, c.req.path)) ?? (await answerUnknown(c, files)));
  return app;
}

/** Anybody may ask for the health, and each try is a write to the disk: one answer serves this long. */
const healthMs = 1000;

function writeTest(world: HttpWorld): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly works: Promise<boolean> } | null = null;
  const test = async () => {
    try {
      await world.store.probe();
      return true;
    } catch (error) {
      world.log.error('the store cannot be written', { reason: errorText(error) });
      return false;
    }
  };
  return () => {
    const nowMs = world.clock.elapsed();
    if (!last || nowMs - last.atMs >= healthMs) last = { atMs: nowMs, works: test() };
    return last.works;
  };
}

async function servePage(c: Call, files: StaticFiles): Promise<Response> {
  const page = await serveFile(c, files, '/index.html');
  if (page) return page;
  return c.text(
    'The page is not built yet. Nothing is wrong with your maps. Run "npm run build", or start with "npm start".',
    503,
  );
}

/** The parts that the page of a map will ask for, as the build lists them (scripts/partsAhead.ts); null when there is no list. */
async function partsAhead(c: Call, files: StaticFiles): Promise<string | null> {
  const list = await files.serve('/ahead.json', '', null);
  const page = c.req.query('present') === undefined ? 'map' : 'presented';
  const languages = (c.req.header('accept-language') ?? '').split(',').map((tag) => tag.trim());
  const ahead = list && ((await list.json()) as Record<typeof page, Record<InterfaceLanguage, string>>);
  return ahead && ahead[page][preferredLanguage(languages)];
}

/** A person who opens an unknown address gets our page, which says so and leads home; a program gets the problem. */
async function answerUnknown(c: Call, files: StaticFiles): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !path.extname(c.req.path);
  if (!wantsPage || c.req.path.startsWith('/api/')) return answerProblem(notFound());
  const page = await servePage(c, files);
  return page.ok ? new Response(page.body, { status: 404, headers: page.headers }) : page;
}

function serveFile(c: Call, files: StaticFiles, address: string): Promise<Response | null> {
  return files.serve(address, c.req.header('accept-encoding') ?? '', c.req.header('if-none-match') ?? null);
}

function answerProblem(error: ProblemError): Response {
  return new Response(JSON.stringify(error.problem), {
    status: error.status,
    headers: { 'Content-Type': 'application/problem+json', ...error.headers },
  });
}
