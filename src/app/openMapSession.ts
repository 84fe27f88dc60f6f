/**
 * Opens a map: key from the address (or remembered on this device), facts and content from the server, and the session.
 *
 * Whatever comes first is shown first. A device that knows the map opens its own copy at once, before any network; else
 * the content that came with the facts is shown as a first picture until the live session has it too. Without a network
 * a map this device knows opens from its copy; one it does not have says so. A link of lower rights than the device
 * already holds is used for this visit but never replaces the better key.
 */
import { curveLabels, editingLayer, liveCanvas, sheetIndex } from '../canvas/parts.ts';
import { titleField } from '../panels/topBar/part.ts';
import type { MapWithContent } from '../protocol/http.ts';
import { hasRole } from '../protocol/roles.ts';
import { rememberedMap, rememberMap, type DeviceMap } from '../state/deviceMaps.ts';
import type { InterfaceState } from '../state/interfaceStore.ts';
import type { MapSession, Projection, ProjectionState } from '../state/mapSession.ts';
import { readComparing } from '../state/comparing.ts';
import { createScreen, type ScreenState } from '../state/screen.ts';
import { readView } from '../state/viewMemory.ts';
import type { Failure } from '../sync/mapsApi.ts';
import type { ProblemKey } from '../words/problems.ts';
import { askForMap } from './askForMap.ts';
import { fetchChineseFaces, holdsChinese } from './chineseFaces.ts';
import { createDrawing } from './createDrawing.ts';
import { endGlimpse } from './showGlimpse.ts';
import { openFirst, type First } from './openFirst.ts';
import type { Entry, Live, OnNotice } from './openLive.ts';
import { untilQuiet, untilReleased } from './untilQuiet.ts';

export interface OpenOptions {
  readonly mapId: string;
  /** Null when the address has none. */
  readonly token: string | null;
  /** It has something in its place that can be no key. */
  readonly brokenKey: boolean;
  /** The page shows the layout itself, so a first picture waits for it. */
  readonly wide: boolean;
  readonly storage: Storage;
  readonly look: Pick<InterfaceState, 'language' | 'theme'> & Pick<ScreenState, 'isAlone'>;
  /** What the server said, where whoever opens has asked it already. */
  readonly asked?: ReturnType<typeof askForMap>;
  readonly onNotice: OnNotice;
  /**
   * A session to show; a later one takes the place of the one before. `token` is what this visit opened the map with;
   * `onSeen` wants to be called when it is on the screen: what makes a first picture live is not fetched before.
   */
  readonly onSession: (session: MapSession, token: string, onSeen: () => void) => void;
  /** It could not be opened, or the connection has ended for good. */
  readonly onProblem: (problem: ProblemKey, detail?: string) => void;
}

/** How long nobody has touched a first picture before its Chinese is set in our faces. */
const facesWaitMs = 150;
/** How long a press on a first picture is waited for. */
const pressMs = 2000;
/** How long a map opened without a network may look for its local copy. */
const localWaitMs = 4000;

/** Starts opening; gives back its end, after which nothing is told any more. */
export function openMapSession(options: OpenOptions): () => void {
  const { mapId, storage } = options;
  const known = rememberedMap(storage, mapId);
  const token = options.token ?? known?.token;
  if (token === undefined) {
    options.onProblem(options.brokenKey ? 'keyDoesNotFit' : 'noToken');
    return () => undefined;
  }
  const visit = createVisit(options, token);
  openFrom(visit, options, token, known).catch((error: unknown) => visit.fail('partMissing', String(error)));
  return visit.end;
}

async function openFrom(
  visit: Visit,
  options: OpenOptions,
  token: string,
  known: DeviceMap | null,
): Promise<void> {
  const { mapId, storage, asked = askForMap(mapId, token) } = options;
  const kept = known?.token === token ? { ...known, openedAt: Date.now() } : null;
  const fromDevice = kept && visit.goLive(kept);
  const answer = await asked;
  if (answer.ok) {
    const { role, generation, title } = answer.value;
    const entry: Entry = { id: mapId, title, role, token, generation, openedAt: Date.now() };
    remember(storage, entry, known);
    if (fromDevice && kept?.role === role && kept.generation === generation) {
      await visit.showFirst(answer.value);
      return;
    }
    // What the device knew holds no longer.
    visit.letGo();
    const isSeen = await visit.showFirst(answer.value);
    const session = await visit.goLive(entry);
    if (!isSeen && session) visit.show(session);
    return;
  }
  const { failure } = answer;
  if (failure.kind === 'refused') {
    if (failure.status === 401 && known?.token === token) rememberMap(storage, { ...known, role: 'viewer' });
    visit.fail(await refusal(failure), failure.status >= 500 ? failure.problem?.detail : undefined);
    return;
  }
  // No network: only a key this device has used before says what it may do.
  const session = await fromDevice;
  if (!session || !(await hasContent(session))) visit.fail('serverDown');
}

/** One answer for every key that does not fit; a proxy's 403 or 404 says no more than that. */
async function refusal(failure: Extract<Failure, { kind: 'refused' }>): Promise<ProblemKey> {
  const { status, problem } = failure;
  if (problem?.code === 'map-deleted') return 'mapDeleted';
  if (status === 401 || status === 403 || status === 404) return 'linkWithdrawn';
  const { problemOfServer } = await import('../panels/problem/problemOfServer.ts');
  return problemOfServer(failure, 'serverDown');
}

/** A better key stays; the rest of the entry is of this visit. */
function remember(storage: Storage, entry: Entry, known: DeviceMap | null): void {
  const better =
    known && known.token !== entry.token && known.role !== entry.role && hasRole(known.role, entry.role);
  rememberMap(storage, better ? { ...entry, role: known.role, token: known.token } : entry);
}

/** What is open and shown during one visit, and the one place that ends it. */
interface Visit {
  /** Shows the content that came with the facts, unless the live session shows its own; whether any is seen then. */
  showFirst(facts: MapWithContent): Promise<boolean>;
  /** Opens the live session, shown as soon as it has content; null when the visit has ended or it was let go. */
  goLive(entry: Entry): Promise<MapSession | null>;
  show(session: MapSession): void;
  /** Closes the live session. */
  letGo(): void;
  fail(problem: ProblemKey, detail?: string): void;
  readonly end: () => void;
}

function createVisit(options: OpenOptions, token: string): Visit {
  const { storage, wide, onNotice, onSession, onProblem } = options;
  const comparing = readComparing(location.search);
  const view = comparing === null ? readView(storage) : 'insights';
  const screen = createScreen({ ...options.look, view, comparing });
  const drawing = createDrawing(screen, (error) => visit.fail('partMissing', String(error)));
  let first: First | null = null;
  let live: Live | null = null;
  /** Counts the live sessions begun, so that one let go while it was fetched closes at once. */
  let turn = 0;
  let isLiveShown = false;
  let hasEnded = false;

  const visit: Visit = {
    async showFirst(facts) {
      if (hasEnded || isLiveShown) return true;
      first = openFirst(facts, screen, wide ? drawing : null);
      if (!first) return false;
      const { session } = first;
      if (wide) await until(session.projection, isLaidOut);
      if (hasEnded || isLiveShown) return true;
      await new Promise<void>((resolve) => {
        onSession(session, token, () => {
          screen.setState({ isSeen: true });
          leaveGlimpse(session);
          resolve();
        });
      });
      // Their rules are large and set all text anew: not just when the picture gets its first click. Until they are there
      // it stands in the system's face anyway.
      void untilQuiet(facesWaitMs).then(() => {
        if (!hasEnded && holdsChinese(session.projection.getState().journey)) fetchChineseFaces();
      });
      return true;
    },
    async goLive(entry) {
      turn += 1;
      const mine = turn;
      // All are asked for at once, first what the others wait for; whoever uses a part of the canvas tells when it cannot be fetched.
      const opens = import('./openLive.ts');
      const canEdit = hasRole(entry.role, 'editor');
      if (canEdit) import('./openEditing.ts').catch(() => undefined);
      const besides = [liveCanvas, sheetIndex, curveLabels, ...(canEdit ? [titleField] : [])];
      const canvas = wide ? Promise.all(besides.map((part) => part.fetch())).catch(() => undefined) : null;
      if (wide && canEdit) editingLayer.fetch().catch(() => undefined);
      const { openLive } = await opens;
      if (hasEnded || mine !== turn) return null;
      const opened = await openLive({
        entry,
        storage,
        screen,
        drawing,
        shown: () => first?.session.projection.getState().journey ?? null,
        onNotice,
        onClosed: (problem) => visit.fail(problem),
      });
      if (hasEnded || mine !== turn) {
        opened.close();
        return null;
      }
      live = opened;
      const { session } = opened;
      until(session.projection, (state) => state.loaded && (!wide || isLaidOut(state)))
        .then(() => canvas)
        // A click that began on the first picture ends there.
        .then(() => untilReleased(pressMs))
        .then(() => live === opened && visit.show(session))
        .catch((error: unknown) => visit.fail('partMissing', String(error)));
      return session;
    },
    show(session) {
      if (hasEnded) return;
      const before = first;
      before?.close();
      first = null;
      isLiveShown = true;
      onSession(session, token, () => {
        leaveGlimpse(session);
        before?.handOver(session.projection);
      });
    },
    letGo() {
      turn += 1;
      live?.close();
      live = null;
      isLiveShown = false;
    },
    fail(problem, detail) {
      if (hasEnded) return;
      visit.end();
      onProblem(problem, detail);
    },
    end() {
      hasEnded = true;
      endGlimpse();
      visit.letGo();
      first?.close();
    },
  };
  return visit;
}

/** What was selected on the glimpse is selected on what follows it. */
function leaveGlimpse({ screen, projection }: MapSession): void {
  const id = endGlimpse();
  if (id !== null && projection.collectionOf(id)) screen.setState({ selection: new Set([id]) });
}

function isLaidOut({ journey, layout }: ProjectionState): boolean {
  return layout.stages.length === journey.stages.length;
}

function until(projection: Projection, holds: (state: ProjectionState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(projection.getState())) {
      resolve();
      return;
    }
    const stop = projection.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve();
    });
  });
}

function hasContent({ projection }: MapSession): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(projection.getState().loaded), localWaitMs);
  });
  return Promise.race([until(projection, ({ loaded }) => loaded).then(() => true), late]);
}
