/**
 * A map's connection: the copy on this device, the socket, the state of saving and presence, for one Y.Doc.
 *
 * y-websocket's provider does the talking; set right here are what it leaves open: broken updates are never ignored
 * (R36), tries to come back are spread out (U39), nothing crosses between tabs (R25), viewers send nothing, and
 * "Saved" is what the server has stored, not what was sent (U36).
 * Everything starts with `connectMap` and ends with `destroy`.
 */
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { closeCode, isFinalClose } from '../protocol/closeCodes.ts';
import { devicePrefix, subprotocol, type Notice } from '../protocol/frames.ts';
import { hasRole, type Role } from '../protocol/roles.ts';
import { watchAgreement } from './agreement.ts';
import { countingSocket } from './countingSocket.ts';
import { createPresence } from './createPresence.ts';
import { localCopyName, openLocalCopy, type LocalCopy, type LocalProblem } from './localCopy.ts';
import { installHandlers } from './messageHandlers.ts';
import { tellOwnPresenceOnly } from './ownPresence.ts';
import type { Presence } from './presence.ts';
import { retryDelay } from './retryDelay.ts';
import { createSaveTracker } from './saveTracker.ts';
import type { SaveState } from './saveState.ts';

/** Why the connection has ended for good. */
export type ClosedReason =
  | 'token-unknown'
  | 'role-too-low'
  | 'map-deleted'
  | 'other-generation'
  | 'too-large'
  | 'refused'
  /** Two full resyncs could not be applied, or left the copies different: only loading the page again helps (R36, R37). */
  | 'out-of-step';
export interface Closed {
  readonly reason: ClosedReason;
  /** The server's sentence, '' when it gave none. */
  readonly detail: string;
}

/** What keeps edits from being saved for now. */
interface Problem {
  readonly kind: 'cannot-save' | 'refused';
  readonly detail: string;
}

export interface ConnectOptions {
  readonly mapId: string;
  readonly token: string;
  readonly role: Role;
  /** Of the map as the server (or, offline, this device) knows it; the local copy and the socket are tied to it. */
  readonly generation: number;
  readonly doc: Y.Doc;
  readonly deviceKey: string;
  /** Nothing is kept on this device, and nobody on the map sees who looks. */
  readonly traceless?: boolean | undefined;
  /** Where the server is, `ws://host`; the page's own host when absent. */
  readonly baseUrl?: string;
  readonly WebSocketClass?: typeof WebSocket;
  readonly onNotice?: (notice: Notice | LocalProblem) => void;
  /** How long "Saved" may wait for what lies on this device. */
  readonly localCopyPatienceMs?: number;
  /** 0 to 1, spreads the tries to come back. */
  readonly random?: () => number;
  /** Tells `offline` and `online` as the browser's window does, which is it when absent. */
  readonly network?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

export interface MapConnection {
  readonly saveState: StoreApi<SaveState>;
  readonly presence: Presence;
  /** Where the first content came from; `closed` when the server refused before there was any. */
  readonly ready: Promise<'device' | 'server' | 'closed'>;
  /** Set once, when there is no coming back. */
  readonly closed: StoreApi<Closed | null>;
  /** Try to connect now. */
  retry(): void;
  /** Whether closing the page now would lose something: neither stored by the server nor kept on this device (U38). */
  wouldLose(): boolean;
  destroy(): Promise<void>;
}

/** The network is not kept waiting longer than this for a slow store on the device. */
const LOCAL_COPY_WAIT_MS = 1500;
/** A store that has not answered by then is taken for one that keeps nothing; what it brings later still counts. */
const LOCAL_COPY_PATIENCE_MS = 15_000;
const KEPT_WRITE_MS = 250;
const RESYNCS = 2;

const reasons: Readonly<Record<number, ClosedReason>> = {
  [closeCode.tokenUnknown]: 'token-unknown',
  [closeCode.roleTooLow]: 'role-too-low',
  [closeCode.mapDeleted]: 'map-deleted',
  [closeCode.otherGeneration]: 'other-generation',
  [closeCode.contentTooLarge]: 'too-large',
  [closeCode.badFrame]: 'refused',
};

export function connectMap(options: ConnectOptions): MapConnection {
  const {
    mapId,
    token,
    role,
    generation,
    doc,
    deviceKey,
    onNotice = () => {},
    random = Math.random,
    localCopyPatienceMs = LOCAL_COPY_PATIENCE_MS,
  } = options;
  const canWrite = hasRole(role, 'editor');
  const tracker = createSaveTracker();
  const closed = createStore<Closed | null>(() => null);
  let local: LocalCopy | null = null;
  // What lies on this device and is not read yet may hold edits the server lacks.
  let isDeviceKnown = false;
  let problem: Problem | null = null;
  let isOnline = false;
  let hasTried = false;
  let isDestroyed = false;
  let retryAt: number | null = null;
  let attempts = 0;
  let broken = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let keptTimer: ReturnType<typeof setTimeout> | null = null;
  const saveState = createStore<SaveState>(() => presentState());
  const { promise: ready, resolve: isReady } = Promise.withResolvers<'device' | 'server' | 'closed'>();

  // Before the provider listens: an edit is known before the frame that carries it goes out.
  doc.on('update', handleUpdate);
  const awareness = new Awareness(doc);
  const presence = createPresence(awareness, { role, unseen: options.traceless });
  const provider = new WebsocketProvider(options.baseUrl ?? ownHost(), `sync/${mapId}`, doc, {
    connect: false,
    disableBc: true,
    awareness,
    params: { g: String(generation) },
    protocols: [subprotocol, token, devicePrefix + deviceKey],
    shouldReconnect: ({ code }) => !isFinalClose(code),
    WebSocketPolyfill: countingSocket(options.WebSocketClass ?? WebSocket, {
      canWrite,
      onWritten(socket, sent) {
        if (socket !== provider.ws) return;
        tracker.written(sent);
        show();
      },
    }),
  });
  const agreement = watchAgreement({
    doc,
    isInStep: () =>
      provider.synced &&
      isDeviceKnown &&
      doc.store.pendingStructs === null &&
      doc.store.pendingDs === null &&
      (!canWrite || tracker.isSaved()),
    onDiffers: askForAll,
    onApart: () => void comeApart(),
  });
  const stopTelling = tellOwnPresenceOnly(provider);
  installHandlers(provider, {
    canWrite,
    onApplied() {
      broken = 0;
    },
    onBroken: resync,
    onStored(frames) {
      tracker.stored(frames);
      if (problem?.kind === 'refused' && tracker.isSaved()) problem = null;
      show();
    },
    onNotice: handleNotice,
    onDigest: (digest) => agreement.compare(digest),
    onOwnState: presence.stamped,
  });
  provider.on('connection-close', handleClose);
  provider.on('closed', ({ code, reason }) => end({ reason: reasons[code] ?? 'refused', detail: reason }));
  provider.on('sync', (synced) => {
    if (!synced) return;
    attempts = 0;
    isOnline = true;
    retryAt = null;
    isReady('server');
    show();
  });
  const network = options.network ?? (typeof window === 'undefined' ? null : window);
  network?.addEventListener('online', handleOnline);
  network?.addEventListener('offline', handleOffline);
  void start();

  async function start(): Promise<void> {
    if (options.traceless) {
      isDeviceKnown = true;
      provider.connect();
      return;
    }
    patience = setTimeout(() => {
      isDeviceKnown = true;
      onNotice({ kind: 'not-kept' });
      show();
    }, localCopyPatienceMs);
    const opening = openLocalCopy(doc, localCopyName(mapId, generation), onNotice).then(takeLocalCopy);
    await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, LOCAL_COPY_WAIT_MS))]);
    if (!isDestroyed) provider.connect();
  }

  async function takeLocalCopy(copy: LocalCopy | null): Promise<void> {
    clearTimeout(patience);
    isDeviceKnown = true;
    if (isDestroyed) {
      await copy?.close();
      return;
    }
    local = copy;
    if (copy && canWrite && copy.kept > 0) tracker.found(copy.kept);
    if (copy?.hadContent) isReady('device');
    show();
  }

  function handleUpdate(
    _update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void {
    // Only what was made here: what the server or the local copy brought is not local to the document.
    if (!canWrite || !transaction.local) return;
    tracker.edited();
    show();
  }

  function handleNotice(notice: Notice): void {
    if (notice.kind === 'cannot-save' || notice.kind === 'refused')
      problem = { kind: notice.kind, detail: notice.detail };
    if (notice.kind === 'saving-again') problem = null;
    onNotice(notice);
    show();
  }

  /** Called before the provider works out when to try again, from these two figures. */
  function handleClose(): void {
    isOnline = false;
    hasTried = true;
    tracker.lost();
    // Whoever answers next says it again if it still holds (PROTOCOL.md P18).
    if (problem?.kind === 'cannot-save') problem = null;
    attempts += 1;
    const delay = retryDelay(attempts, random);
    provider.wsUnsuccessfulReconnects = 30;
    provider.maxBackoffTime = delay;
    retryAt = Date.now() + delay;
    show();
  }

  /** What came could not be applied: ask for everything again over a new connection, then give up loudly. */
  function resync(): void {
    broken += 1;
    if (broken <= RESYNCS) return askForAll();
    provider.disconnect();
    end({ reason: 'out-of-step', detail: '' });
  }

  function askForAll(): void {
    provider.disconnect();
    provider.connect();
  }

  /** The copies cannot be brought together any more: this one is kept, the next visit begins with the server's. */
  async function comeApart(): Promise<void> {
    provider.disconnect();
    await local?.setApart().catch(() => undefined);
    if (!isDestroyed) end({ reason: 'out-of-step', detail: '' });
  }

  /**
   * The device has lost its network. A socket notices only after half a minute, in which edits would seem on their way:
   * so it is let go at once, and the tries to come back begin.
   */
  function handleOffline(): void {
    if (isDestroyed || closed.getState() || provider.ws === null) return;
    provider.disconnect();
    provider.shouldConnect = true;
  }

  /** A try begun without a network may hang for minutes: a new one takes its place. */
  function handleOnline(): void {
    if (provider.wsconnecting) provider.disconnect();
    retry();
  }

  function end(why: Closed): void {
    retryAt = null;
    closed.setState(
      problem?.kind === 'refused' && why.detail === '' ? { ...why, detail: problem.detail } : why,
      true,
    );
    isReady('closed');
    show();
  }

  function presentState(): SaveState {
    const why = closed.getState();
    if (!canWrite) return { kind: 'view-only', online: isOnline };
    if (why) {
      const isOwn = why.reason === 'refused' || why.reason === 'too-large';
      return { kind: 'cannot-save', reason: isOwn ? why.reason : 'closed' };
    }
    if (problem) return { kind: 'cannot-save', reason: problem.kind };
    if (!isOnline && hasTried) return { kind: 'offline', kept: tracker.kept(), retryAt };
    return { kind: isOnline && isDeviceKnown && tracker.isSaved() ? 'saved' : 'saving' };
  }

  function show(): void {
    const next = presentState();
    if (JSON.stringify(next) !== JSON.stringify(saveState.getState())) saveState.setState(next, true);
    if (canWrite && local && keptTimer === null) {
      keptTimer = setTimeout(() => {
        keptTimer = null;
        local?.keepCount(tracker.kept());
      }, KEPT_WRITE_MS);
    }
  }

  function retry(): void {
    if (isDestroyed || closed.getState() || provider.ws !== null) return;
    retryAt = null;
    provider.connect();
    show();
  }

  return {
    saveState,
    presence,
    ready,
    closed,
    retry,
    wouldLose: () => tracker.kept() > 0 && local?.isKeeping() !== true,
    async destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      clearTimeout(patience);
      network?.removeEventListener('online', handleOnline);
      network?.removeEventListener('offline', handleOffline);
      doc.off('update', handleUpdate);
      agreement.stop();
      provider.off('connection-close', handleClose);
      if (keptTimer !== null) clearTimeout(keptTimer);
      local?.keepCount(tracker.kept());
      provider.destroy();
      stopTelling();
      presence.dispose();
      awareness.destroy();
      await local?.close();
    },
  };
}

function ownHost(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
}
