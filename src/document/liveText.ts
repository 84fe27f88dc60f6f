/**
 * A long text for live typing. Two people's words merge by character; typing without long pauses is one undo step.
 * When the record is gone, reading gives '' and typing does nothing: the editor keeps its own copy (U24).
 */
import * as Y from 'yjs';
import { cutInsert } from '../model/cutText.ts';
import { longTexts } from '../model/schema.ts';
import type { CommandContext } from './commandTools.ts';
import type { Commands, LiveText } from './commands.ts';
import { ownerOf, schemaOfKind, targetOf } from './recordForm.ts';
import { takeStep } from './step.ts';
import { textName, textOf } from './texts.ts';

type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

export function openText(
  { doc }: CommandContext,
  ...[kind, id, field]: Parameters<Commands['openText']>
): LiveText {
  const spec = schemaOfKind(kind)[field];
  if (!longTexts[kind].includes(field) || spec?.kind !== 'text')
    throw new Error(`no long text: ${kind}.${field}`);
  const text = textOf(doc, ownerOf(kind, id), field) ?? new Y.Text();
  const name = textName(ownerOf(kind, id), field);
  let typing = false;
  const exists = (): boolean => text.doc !== null && targetOf(doc, kind, id) !== undefined;

  return {
    exists,
    read: () => (exists() ? text.toJSON() : ''),
    splice(at, remove, insert) {
      if (!exists()) return;
      const start = Math.min(Math.max(0, at), text.length);
      const count = Math.min(Math.max(0, remove), text.length - start);
      const room = spec.max - (text.length - count);
      const added = cutInsert(text.toJSON().slice(0, start), insert, room);
      if (count === 0 && added === '') return;
      // A note's text is its title.
      const isFirstTitle = kind === 'insights' && field === 'text' && text.length === 0;
      typing = true;
      try {
        takeStep(
          doc,
          () => {
            if (count > 0) text.delete(start, count);
            if (added !== '') text.insert(start, added);
          },
          () => ({
            name: { what: 'type', count: 1 },
            ids: kind === 'map' ? [] : [id],
            joins: name,
            ...(isFirstTitle ? { firstTitleOf: id } : {}),
          }),
        );
      } finally {
        typing = false;
      }
    },
    subscribe(listener) {
      const handle = (event: Y.YTextEvent): void => {
        if (!typing) listener(editsOf(event));
      };
      text.observe(handle);
      return () => text.unobserve(handle);
    },
  };
}

/** Each edit's place is in the text as the edits before it left it. */
function editsOf(event: Y.YTextEvent): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { retain, insert, delete: remove } of event.delta) {
    if (retain !== undefined) at += retain;
    if (remove !== undefined) edits.push({ at, remove, insert: '' });
    if (typeof insert === 'string') {
      edits.push({ at, remove: 0, insert });
      at += insert.length;
    }
  }
  return edits;
}
