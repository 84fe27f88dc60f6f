/** What an editor's session has and a viewer's page never loads: commands and undo. */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import { createCommands } from '../document/createCommands.ts';
import { createUndo } from '../document/undo.ts';
import type { Editing } from '../state/mapSession.ts';

const idLength = 12;

/** `facilitates`: this person may lock the structure for all. */
export function openEditing(doc: Y.Doc, facilitates: boolean): Editing & { dispose(): void } {
  const undo = createUndo(doc);
  return {
    commands: createCommands(doc, { newId: () => nanoid(idLength), facilitates }),
    undo,
    dispose: () => undo.dispose(),
  };
}
