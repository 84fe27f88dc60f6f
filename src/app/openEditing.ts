/** What an editor's session has and a viewer's page never loads: commands, undo, and the care for words that two people wrote at once. */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import { createCommands } from '../document/createCommands.ts';
import { keepBothWords } from '../document/keepBothWords.ts';
import { createUndo } from '../document/undo.ts';
import type { Editing } from '../state/mapSession.ts';

const idLength = 12;

/** `facilitates`: this person may lock the structure for all. */
export function openEditing(doc: Y.Doc, facilitates: boolean): Editing & { dispose(): void } {
  const undo = createUndo(doc);
  const stopKeeping = keepBothWords(doc);
  return {
    commands: createCommands(doc, { newId: () => nanoid(idLength), facilitates }),
    undo,
    dispose() {
      stopKeeping();
      undo.dispose();
    },
  };
}
