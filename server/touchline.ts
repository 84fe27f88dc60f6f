/**
 * The whole server put together: data folder, store, rooms, sockets, HTTP. It starts once everything is sure and
 * stops in the order that loses nothing. main.ts and tests call it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createFailures } from './auth/failures.ts';
import { emptyBin } from './emptyBin.ts';
import { systemClock, type Clock } from './clock.ts';
import { isLoopbackHost, type Config } from './config.ts';
import { createApp } from './http/app.ts';
import { createDrawing } from './http/drawing.ts';
import { createGlimpses } from './http/glimpses.ts';
import { createKeptContent } from './http/keptContent.ts';
import { contentOfMap, storedState } from './http/mapContent.ts';
import { createMetrics } from './http/metrics.ts';
import { createStaticFiles } from './http/staticFiles.ts';
import { readTemplates } from './http/templates.ts';
import { createRedrawing } from './images/redrawing.ts';
import { standardLimits, type Limits } from './limits.ts';
import { errorText, type Log } from './log.ts';
import { createRooms } from './rooms/rooms.ts';
import { createSocketServer } from './rooms/socketServer.ts';
import { storeName } from './storage/backup.ts';
import { holdDataFolder, keptCreateToken } from './storage/dataFolder.ts';
import { openSqliteStore } from './storage/sqliteStore.ts';
import type { Store } from './storage/store.ts';

/** The server cannot listen; the message tells the person who started it what to do. */
class ListenError extends Error {}

export interface Touchline {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The address to open: with the create token when one is needed. */
  readonly openUrl: string;
  /** Stores what was accepted, closes everybody, lets go of the folder. */
  stop(): Promise<void>;
}

/** What tests replace. */
export interface Replacements {
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** Goes around the store that was opened. */
  readonly wrapStore?: (store: Store) => Store;
  /** The folder of the built page. */
  readonly pageFolder?: string;
}

const projectFolder = path.resolve(import.meta.dirname, '..');

/** Starts a server. Throws DataFolderError, StoreError or ListenError, each with a sentence for a person. */
export async function startTouchline(
  config: Config,
  log: Log,
  replace: Replacements = {},
): Promise<Touchline> {
  const limits = { ...standardLimits, ...replace.limits };
  const clock = replace.clock ?? systemClock;
  const letGo = holdDataFolder(config.dataDir);
  let opened: Store | null = null;
  try {
    opened = openSqliteStore(path.join(config.dataDir, storeName));
    const store = replace.wrapStore?.(opened) ?? opened;
    const isOpenToAll = isLoopbackHost(config.host) && config.createToken === null;
    const createToken = isOpenToAll ? null : (config.createToken ?? keptCreateToken(config.dataDir));

    const rooms = createRooms(store, clock, log, limits);
    const failures = createFailures(limits.wrongTokensPerMinute, clock);
    const templates = readTemplates(path.join(projectFolder, 'public', 'templates'), log);
    const metrics = createMetrics();
    const drawing = createDrawing(clock);
    const redrawing = createRedrawing(clock);
    const shared = { config, limits, clock, log, store, rooms, failures };
    const kept = createKeptContent();
    const glimpses = createGlimpses({
      ...shared,
      isOpen: (mapId) => rooms.isOpen(mapId),
      stateOf: (map) => storedState(shared, map),
      contentOf: (map) => contentOfMap({ ...shared, kept }, map),
    });
    const onEntered = (mapId: string) => glimpses.entered(mapId);
    const sockets = createSocketServer({ ...shared, onEntered });
    const world = { ...shared, templates, drawing, redrawing, kept, glimpses, createToken };
    const files = createStaticFiles(replace.pageFolder ?? path.join(projectFolder, 'dist'));
    const app = createApp(world, files, metrics);
    const http = createHttpServer(getRequestListener((request, env) => app.fetch(request, env)));
    http.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head));
    http.on('clientError', answerBrokenRequest);
    await listen(http, config);
    const leaveBin = emptyBin(store, clock, log, limits);

    const { port } = http.address() as AddressInfo;
    const url = `http://${hostInUrl(config.host)}:${port}`;
    const openUrl = `${config.publicUrl ?? url}/${createToken === null ? '' : `#${createToken}`}`;
    let stopped: Promise<void> | null = null;
    const stop = async () => {
      sockets.stopAccepting();
      http.close();
      await glimpses.stop();
      await within(limits.stopMs, clock, rooms.stop());
      await socketsGone(sockets, clock);
      sockets.terminateAll();
      http.closeAllConnections();
      metrics.stop();
      await drawing.stop();
      await redrawing.stop();
      leaveBin();
      await store.close();
      letGo();
    };
    return { url, openUrl, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await opened?.close();
    letGo();
    throw error;
  }
}

/** Slow, idle and oversized requests are ended by the HTTP server itself (R8, R20). */
function createHttpServer(listener: ReturnType<typeof getRequestListener>): Server {
  return createServer(
    {
      headersTimeout: 5000,
      requestTimeout: 120_000,
      keepAliveTimeout: 5000,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => void listener(request, response),
  );
}

/** What Node would answer by itself, had we no listener; with one it must be said here. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  const statuses: Readonly<Record<string, string>> = {
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  };
  if (socket.writable)
    socket.end(`HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
  else socket.destroy();
}

function listen(http: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${config.host}:${config.port}`;
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Another program already listens on ${where}. Nothing was changed. Stop it, or choose another port with PORT (0 takes any free one).`
          : `The server cannot listen on ${where} (${errorText(error)}). Nothing was changed. Choose another HOST or PORT.`;
      reject(new ListenError(sentence, { cause: error }));
    });
    http.listen(config.port, config.host, resolve);
  });
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function within(ms: number, clock: Clock, work: Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    work.then(resolve, reject).finally(cancel);
  });
}

/** Gives the other ends a moment to answer the close. */
async function socketsGone(sockets: { readonly size: number }, clock: Clock): Promise<void> {
  for (let waited = 0; sockets.size > 0 && waited < 1000; waited += 20) {
    await new Promise<void>((resolve) => {
      clock.after(20, resolve);
    });
  }
}
