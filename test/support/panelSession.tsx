/**
 * A session for panel tests: a real document, commands, undo and projection (shown at once), no server. `other` are
 * commands of a second person on the same map, whose edits arrive like those from a socket.
 */
import { noImages } from '../../src/state/noImages.ts';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { createCommands } from '../../src/document/createCommands.ts';
import type { Commands } from '../../src/document/commands.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { createInterface, InterfaceContext } from '../../src/state/interfaceStore.ts';
import { MapSessionContext, type MapSession } from '../../src/state/mapSession.ts';
import { createProjection, type LiveProjection } from '../../src/state/projection.ts';
import { createScreen } from '../../src/state/screen.ts';
import type { Presence } from '../../src/sync/presence.ts';
import type { SaveState } from '../../src/sync/saveState.ts';
import { ToastArea } from '../../src/ui/Toast.tsx';
import type { InterfaceLanguage } from '../../src/words/language.ts';

export interface PanelSession extends MapSession {
  readonly projection: LiveProjection;
  readonly commands: Commands;
  readonly other: Commands;
  readonly journey: () => JourneyMap;
  readonly select: (...ids: string[]) => void;
  /** Another program, perhaps a newer one, writes its schema number into the document. */
  readonly stampSchema: (schema: number) => void;
}

interface PanelOptions {
  readonly language?: InterfaceLanguage;
  readonly viewer?: boolean;
}

export function panelSession(
  map: JourneyMap,
  { language = 'en', viewer = false }: PanelOptions = {},
): PanelSession {
  const doc = new Y.Doc();
  const theirs = new Y.Doc();
  writeContent(doc, map, 'file');
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(theirs, update, 'wire'),
  );
  let count = 0;
  const newId = () => `new${(count += 1)}`;
  const commands = createCommands(doc, { newId });
  const screen = createScreen({ theme: 'light', language });
  const projection = createProjection(doc, {
    layout: (journey, previous) => layoutMap(journey, layoutOptionsFor(journey), previous ?? undefined),
    // Shown by hand below: no animation frames in tests.
    schedule: () => () => undefined,
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'wire') return;
    Y.applyUpdate(doc, update, 'wire');
    projection.flush();
  });
  return {
    mapId: map.map.id,
    role: viewer ? 'viewer' : 'editor',
    projection,
    screen,
    presence: alone,
    editing: viewer ? null : { commands, undo: createUndo(doc) },
    saveState: createStore<SaveState>(() =>
      viewer ? { kind: 'view-only', online: true } : { kind: 'saved' },
    ),
    retry: () => undefined,
    images: noImages,
    askExport: () => Promise.reject(new Error('there is no server')),
    commands,
    other: createCommands(theirs, { newId: () => `their${(count += 1)}` }),
    journey: () => projection.getState().journey,
    select: (...ids) => screen.setState({ selection: new Set(ids) }),
    stampSchema: (schema) => void theirs.getMap('meta').set('schema', schema),
  };
}

/** Draws a panel as the app does: session, interface and messages around it. */
export function renderPanel(session: PanelSession, panel: ReactNode) {
  const look = createInterface(null, [session.screen.getState().language], false);
  return render(
    <InterfaceContext value={look}>
      <ToastArea label="Messages" closeLabel="Close" copyLabel="Copy details">
        <MapSessionContext value={session}>{panel}</MapSessionContext>
      </ToastArea>
    </InterfaceContext>,
  );
}

const alone: Presence = {
  clientId: 1,
  set: () => undefined,
  others: () => [],
  me: () => null,
  subscribe: () => () => undefined,
};
