/**
 * The commands of commands.ts over a Y.Doc. Each is one transaction with the origin LOCAL and one undo step; what it
 * needs from outside is a source of ids.
 */
import type { CommandContext } from './commandTools.ts';
import type { Commands } from './commands.ts';
import { elementCommands } from './elementCommands.ts';
import { importCommands } from './importCommands.ts';
import { makeFragment } from './fragment.ts';
import { divideCommands } from './divideCommands.ts';
import { lockCommands } from './lockCommands.ts';
import { moveCommands } from './moveCommands.ts';
import { openText } from './liveText.ts';
import { pasteFragment } from './paste.ts';
import { readMap } from './readMap.ts';
import { recordCommands } from './recordCommands.ts';
import { structureCommands } from './structureCommands.ts';
import { withTies } from './ties.ts';

/**
 * Commands for one document. `newId`: ids unique among all people, of 1 to 40 letters, digits, `_`, `-`;
 * `facilitates`: this person may lock the structure for all.
 */
export function createCommands(
  doc: CommandContext['doc'],
  { newId, facilitates = false }: { readonly newId: () => string; readonly facilitates?: boolean },
): Commands {
  const context: CommandContext = { doc, newId, facilitates };
  const copy: Commands['copy'] = (ids) => makeFragment(readMap(doc), new Set(ids));
  return {
    ...recordCommands(context),
    ...structureCommands(context),
    ...elementCommands(context),
    ...moveCommands(context),
    ...divideCommands(context),
    ...lockCommands(context),
    ...importCommands(context),
    copy,
    cut: (ids) => withTies(copy(ids), readMap(doc)),
    paste: (fragment, at, beside) => pasteFragment(context, fragment, at, 'paste', beside ?? null),
    duplicate: (ids) => pasteFragment(context, copy(ids), null, 'duplicate', null),
    openText: (kind, id, field) => openText(context, kind, id, field),
  };
}
