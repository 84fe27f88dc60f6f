/**
 * Opens a map: key from the address (or remembered on this device), facts from the server, then document, projection,
 * connection and, for those who may edit, commands and undo. Everything that starts here stops with `close`.
 *
 * Without a network a map this device knows opens from its local copy; one it does not have says so. A link of lower
 * rights than the device already holds is used for this visit but never replaces the better key.
 */
import * as Y from 'yjs';
import type { Notice } from '../protocol/frames.ts';
import { hasRole } from '../protocol/roles.ts';
import { rememberedMap, rememberMap, type DeviceMap } from '../state/deviceMaps.ts';
import type { InterfaceState } from '../state/interfaceStore.ts';
import type { MapSession } from '../state/mapSession.ts';
import { readName } from '../state/personName.ts';
import { createProjection } from '../state/projection.ts';
import { createScreen } from '../state/screen.ts';
import { connectMap, type Closed } from '../sync/connectMap.ts';
import { deviceKey } from '../sync/deviceKey.ts';
import type { LocalProblem } from '../sync/localCopy.ts';
import { readMapFacts } from '../sync/mapsApi.ts';
import { appWords } from '../words/app.ts';
import type { ProblemKey } from '../words/problems.ts';
import { createDrawing } from './createDrawing.ts';
import { problemOfServer } from '../panels/problem/problemOfServer.ts';
import { rememberVisit } from './rememberVisit.ts';

export interface OpenedMap {
  readonly session: MapSession;
  /** What this visit opened the map with. */
  readonly token: string;
  close(): void;
}

export type Opening =
  | { readonly ok: true; readonly opened: OpenedMap }
  | { readonly ok: false; readonly problem: ProblemKey; readonly detail?: string };

export interface OpenOptions {
  readonly mapId: string;
  /** Null when the address has none. */
  readonly token: string | null;
  /** It has something in its place that can be no key. */
  readonly brokenKey: boolean;
  readonly storage: Storage;
  readonly look: Pick<InterfaceState, 'language' | 'theme'>;
  readonly onNotice: (notice: Notice | LocalProblem) => void;
  /** The connection has ended for good. */
  readonly onClosed: (problem: ProblemKey, detail: string) => void;
}

type Entry = Pick<DeviceMap, 'id' | 'title' | 'role' | 'token' | 'generation' | 'openedAt'>;

/** How long a map opened without a network may look for its local copy. */
const localWaitMs = 4000;

export async function openMapSession(options: OpenOptions): Promise<Opening> {
  const { mapId, storage } = options;
  const known = rememberedMap(storage, mapId);
  const token = options.token ?? known?.token;
  if (token === undefined) return { ok: false, problem: options.brokenKey ? 'keyDoesNotFit' : 'noToken' };

  const facts = await readMapFacts(mapId, token);
  if (facts.ok) {
    const { role, generation, title } = facts.value;
    const entry: Entry = { id: mapId, title, role, token, generation, openedAt: Date.now() };
    remember(storage, entry, known);
    return { ok: true, opened: await open(options, entry) };
  }
  if (facts.failure.kind === 'refused') {
    const { status, problem } = facts.failure;
    if (status === 401 && known?.token === token) rememberMap(storage, { ...known, role: 'viewer' });
    // One answer for every key that does not fit; a proxy's 403 or 404 says no more than that.
    const key =
      problem?.code === 'map-deleted'
        ? 'mapDeleted'
        : status === 401 || status === 403 || status === 404
          ? 'linkWithdrawn'
          : problemOfServer(facts.failure, 'serverDown');
    const detail = status >= 500 && problem ? { detail: problem.detail } : {};
    return { ok: false, problem: key, ...detail };
  }
  // No network: only a key this device has used before says what it may do.
  if (known?.token !== token) return { ok: false, problem: 'serverDown' };
  const opened = await open(options, { ...known, openedAt: Date.now() });
  if (await hasContent(opened.session)) return { ok: true, opened };
  opened.close();
  return { ok: false, problem: 'serverDown' };
}

/** A better key stays; the rest of the entry is of this visit. */
function remember(storage: Storage, entry: Entry, known: DeviceMap | null): void {
  const better =
    known && known.token !== entry.token && known.role !== entry.role && hasRole(known.role, entry.role);
  rememberMap(storage, better ? { ...entry, role: known.role, token: known.token } : entry);
}

async function open(
  { mapId, storage, look, onNotice, onClosed }: OpenOptions,
  entry: Entry,
): Promise<OpenedMap> {
  const { role, token, generation } = entry;
  const doc = new Y.Doc();
  const screen = createScreen(look);
  const drawing = createDrawing(screen, (error) => onClosed('partMissing', String(error)));
  const projection = createProjection(doc, { layout: drawing.layout });
  const stopDrawing = drawing.keepUp(projection);
  const connection = connectMap({
    mapId,
    token,
    role,
    generation,
    doc,
    deviceKey: deviceKey(storage),
    onNotice,
  });
  const { guest } = appWords[look.language].name;
  connection.presence.set({ name: readName(storage) || guest });
  const stopClosed = connection.closed.subscribe((why) => {
    const problem = why && closedProblem(why);
    if (problem) onClosed(problem, '');
  });
  // Fetched while the connection is made; a viewer's page never asks for it.
  const editing = hasRole(role, 'editor') ? (await import('./openEditing.ts')).openEditing(doc) : null;
  const session: MapSession = {
    mapId,
    role,
    projection,
    screen,
    presence: connection.presence,
    editing,
    saveState: connection.saveState,
    retry: () => connection.retry(),
  };
  const kept = rememberedMap(storage, mapId);
  const stopRemembering = rememberVisit(
    storage,
    { ...entry, role: kept?.role ?? role, token: kept?.token ?? token },
    projection,
  );
  const warn = (event: BeforeUnloadEvent) => {
    if (connection.wouldLose()) event.preventDefault();
  };
  addEventListener('beforeunload', warn);
  return {
    session,
    token,
    close() {
      removeEventListener('beforeunload', warn);
      stopRemembering();
      stopClosed();
      stopDrawing();
      editing?.dispose();
      projection.dispose();
      void connection.destroy().finally(() => doc.destroy());
    },
  };
}

/** What ends the page, in the words of problems.ts; null where the map stays and the save state says it. */
function closedProblem({ reason }: Closed): ProblemKey | null {
  switch (reason) {
    case 'token-unknown':
      return 'linkWithdrawn';
    case 'map-deleted':
      return 'mapDeleted';
    case 'other-generation':
      return 'otherGeneration';
    case 'role-too-low':
      return 'roleChanged';
    case 'out-of-step':
    case 'refused':
      return 'outOfStep';
    case 'too-large':
      return null;
  }
}

function hasContent({ projection }: MapSession): Promise<boolean> {
  if (projection.getState().loaded) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(false), localWaitMs);
    const stop = projection.subscribe(({ loaded }) => loaded && finish(true));
    function finish(found: boolean): void {
      clearTimeout(timer);
      stop();
      resolve(found);
    }
  });
}
