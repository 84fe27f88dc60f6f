/**
 * A session for the canvas' tests: a real document with its commands, undo, projection and layout, and a presence one
 * can speak for. `remote` is another person's copy, joined to ours: what they do arrives as a remote edit.
 */
import { noImages } from '../../../src/state/noImages.ts';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { createCommands } from '../../../src/document/createCommands.ts';
import type { Commands } from '../../../src/document/commands.ts';
import { createUndo } from '../../../src/document/undo.ts';
import { writeContent } from '../../../src/document/writeContent.ts';
import { layoutOptionsFor } from '../../../src/layout/defaultOptions.ts';
import { layoutMap, layoutSteps } from '../../../src/layout/layoutMap.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import type { MapSession } from '../../../src/state/mapSession.ts';
import type { Schedule } from '../../../src/state/frame.ts';
import { createProjection, type LiveProjection } from '../../../src/state/projection.ts';
import { createScreen } from '../../../src/state/screen.ts';
import type { Person, PresenceState } from '../../../src/sync/presence.ts';
import { buildMap } from '../../support/buildMap.ts';

export interface TestSession extends MapSession {
  readonly projection: LiveProjection;
  readonly doc: Y.Doc;
  /** What presence was told, merged. */
  readonly told: Partial<PresenceState>;
  /** Somebody else's commands on their own copy. */
  readonly remote: Commands;
  /** Other people here. */
  setOthers(people: readonly Person[]): void;
}

/** `pause`: when what is in no hurry goes on; without it all is shown at once. */
export function buildSession({
  role = 'editor',
  map = sampleMap(),
  pause,
}: { role?: Role; map?: JourneyMap; pause?: Schedule } = {}): TestSession {
  const doc = new Y.Doc();
  writeContent(doc, map, 'load');
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc), 'sync');
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'sync') Y.applyUpdate(theirs, update, 'sync');
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'sync') return;
    Y.applyUpdate(doc, update, 'sync');
    projection.flush();
  });
  let made = 0;
  const newId = (): string => `new${(made += 1)}`;
  const projection = createProjection(doc, {
    layout: (journey, previous) => layoutMap(journey, layoutOptionsFor(journey), previous ?? undefined),
    // Shown when it has arrived (above): a frame would have to be waited for.
    schedule: () => () => undefined,
    ...(pause && {
      layoutSteps: (journey, previous) =>
        layoutSteps(journey, layoutOptionsFor(journey), previous ?? undefined),
      pause,
    }),
  });
  const listeners = new Set<() => void>();
  let others: readonly Person[] = [];
  const told: Partial<PresenceState> = {};
  return {
    mapId: 'm1',
    role,
    doc,
    told,
    projection,
    screen: createScreen({ theme: 'light', language: 'en' }),
    presence: {
      clientId: 1,
      set: (part) => void Object.assign(told, part),
      others: () => others,
      me: () => null,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    editing:
      role === 'viewer' || role === 'commenter'
        ? null
        : { commands: createCommands(doc, { newId, facilitates: role === 'owner' }), undo: createUndo(doc) },
    saveState: createStore(() => ({ kind: 'saved' as const })),
    retry: () => undefined,
    images: noImages,
    askExport: () => Promise.reject(new Error('there is no server')),
    remote: createCommands(theirs, { newId: () => `their${(made += 1)}` }),
    setOthers(people) {
      others = people;
      for (const listener of listeners) listener();
    },
  };
}

export function person(clientId: number, part: Partial<Person> = {}): Person {
  return {
    clientId,
    name: `Person ${clientId}`,
    colour: clientId,
    role: 'editor',
    cursor: null,
    selection: [],
    drag: null,
    editing: null,
    idle: false,
    ...part,
  };
}

function sampleMap(): JourneyMap {
  return buildMap({
    stages: [
      { id: 's1', name: 'Look', width: 640 },
      { id: 's2', name: 'Buy', width: 640 },
    ],
    lanes: [
      { id: 'l1', name: 'Contact', kind: 'contact' },
      { id: 'l2', name: 'Backstage', kind: 'backstage' },
      { id: 'l3', name: 'Emotion', kind: 'emotion' },
      { id: 'l4', name: 'Thoughts', kind: 'thoughts' },
    ],
    touchpoints: [
      { id: 't1', title: 'Reads reviews', t: 0.2, emotion: 0.5 },
      { id: 't2', title: 'Visits the shop', t: 0.8, emotion: -1 },
      { id: 't3', title: 'Pays', stageId: 's2', t: 0.5, emotion: 1 },
    ],
    links: [{ id: 'k1', from: 't1', to: 't2' }],
    insights: [{ id: 'n1', text: 'Is it worth it?', stageId: 's1', laneId: 'l4', kind: 'thought' }],
  });
}
