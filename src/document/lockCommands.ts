/** Commands that lock and unlock: things one by one, stages and lanes together. */
import { exists, nothingToSay, refuse, type CommandContext } from './commandTools.ts';
import type { Commands } from './commands.ts';
import { isLocked, lockableCollections } from './locks.ts';
import { writeFields } from './recordForm.ts';
import { takeStep } from './step.ts';

type Part = Pick<Commands, 'lock' | 'lockStructure'>;

export function lockCommands({ doc, facilitates }: CommandContext): Part {
  return {
    lock(ids, locked) {
      const found = ids.flatMap((id) =>
        lockableCollections.flatMap((collection) =>
          exists(doc, collection, id) ? [{ collection, id }] : [],
        ),
      );
      if (found.length === 0) return refuse(ids.length === 0 ? 'not-allowed' : 'gone');
      const changed = found.filter(({ collection, id }) => isLocked(doc, collection, id) !== locked);
      if (changed.length === 0) return nothingToSay;
      takeStep(
        doc,
        () => {
          for (const { collection, id } of changed) writeFields(doc, collection, id, { locked });
        },
        () => ({
          name: { what: locked ? 'lock' : 'unlock', count: changed.length },
          ids: changed.map(({ id }) => id),
          joins: null,
        }),
      );
      return nothingToSay;
    },
    lockStructure(structureLocked) {
      if (!facilitates) return refuse('not-allowed');
      takeStep(
        doc,
        () => writeFields(doc, 'map', '', { structureLocked }),
        () => ({ name: { what: structureLocked ? 'lock' : 'unlock', count: 1 }, ids: [], joins: null }),
      );
      return nothingToSay;
    },
  };
}
