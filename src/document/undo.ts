/**
 * Undo and redo of this person's own steps (SCHEMA.md D20 to D26). Yjs' UndoManager keeps the stacks; this file gives
 * steps their names, makes one press act on exactly one step, and holds back what would take others' work along.
 */
import * as Y from 'yjs';
import type { Undo } from './commands.ts';
import { recordsWithOthersWork } from './othersWork.ts';
import { createRootIndex } from './rootIndex.ts';
import { LOCAL } from './roots.ts';
import { type Step, stepOf } from './step.ts';

type StackItem = Y.UndoManager['undoStack'][number];

export interface UndoOptions {
  /** Typing in one text with shorter pauses than this is one step. */
  readonly typingPauseMs?: number;
}

/** What one undo or redo must leave alone. */
interface Guard {
  /** Records others have worked on: they stay whole (D23). */
  readonly kept: ReadonlySet<string>;
  /** What the step had replaced or deleted. */
  readonly replaced: StackItem['deletions'];
}

const namelessStep: Step = { name: { what: 'edit', count: 1 }, ids: [], joins: null };

/** Undo for one document. `dispose` forgets all steps and stops listening. */
export function createUndo(
  doc: Y.Doc,
  { typingPauseMs = 500 }: UndoOptions = {},
): Undo & { dispose(): void } {
  const index = createRootIndex(doc);
  const listeners = new Set<() => void>();
  const mine = new Set<number>([doc.clientID]);
  let latest: Step = namelessStep;
  let guard: Guard | null = null;

  const manager = new Y.UndoManager(doc, {
    captureTimeout: typingPauseMs,
    trackedOrigins: new Set<unknown>([LOCAL]),
    captureTransaction(transaction) {
      if (transaction.origin !== LOCAL) return true;
      if (transaction.changed.size === 0) return false;
      mine.add(doc.clientID);
      // An import is written under an id of its own.
      for (const [client, clock] of transaction.afterState)
        if (clock !== transaction.beforeState.get(client)) mine.add(client);
      const step = stepOf(transaction) ?? namelessStep;
      if (latest.name.what === 'create' && latest.ids[0] === step.firstTitleOf) {
        // However long the title took to type: the manager joins what follows "soon".
        manager.lastChange = Infinity;
      } else if (step.joins === null || step.joins !== latest.joins) manager.stopCapturing();
      latest = step;
      return true;
    },
    deleteFilter(item) {
      if (!guard) return true;
      const owner = index.ownerOfItem(item);
      return !(owner !== null && guard.kept.has(owner)) && !hidesOthersValue(item, guard.replaced);
    },
  });

  manager.on('stack-item-added', ({ stackItem, origin }) => {
    stackItem.meta.set('step', origin === LOCAL ? latest : stepOfItem(manager.currStackItem ?? undefined));
    tell();
  });
  manager.on('stack-cleared', tell);

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function go(stack: StackItem[], act: () => unknown): ReturnType<Undo['undo']> {
    const item = stack.at(-1);
    if (!item) return null;
    mine.add(doc.clientID);
    const kept = recordsWithOthersWork(doc, item.insertions, mine, stack === manager.undoStack);
    guard = { kept, replaced: item.deletions };
    let done: boolean;
    try {
      done = actOnce(stack, act);
    } finally {
      guard = null;
      latest = namelessStep;
      manager.stopCapturing();
    }
    tell();
    if (!done && kept.size === 0) return null;
    return { ids: stepOfItem(item)?.ids ?? [], kept: [...kept] };
  }

  return {
    state: () => ({
      undo: stepOfItem(manager.undoStack.at(-1))?.name ?? null,
      redo: stepOfItem(manager.redoStack.at(-1))?.name ?? null,
    }),
    undo: () => go(manager.undoStack, () => manager.undo()),
    redo: () => go(manager.redoStack, () => manager.redo()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      listeners.clear();
      manager.destroy();
    },
  };
}

function stepOfItem(item: StackItem | undefined): Step | null {
  return item ? ((item.meta.get('step') as Step | undefined) ?? namelessStep) : null;
}

/**
 * A value that is still there although what it had replaced was to come back: somebody else's value lies between
 * the two. Deleting it would leave the field empty, which nobody ever wrote (D24).
 */
function hidesOthersValue(item: Y.Item, replaced: StackItem['deletions']): boolean {
  if (item.parentSub === null || item.deleted) return false;
  for (let left = item.left; left !== null; left = left.left) if (Y.isDeleted(replaced, left.id)) return true;
  return false;
}

/** Thrown by the fence to keep Yjs from going on to the next step; never leaves this file. */
const fenceReached = Symbol('fence');

/**
 * Lets the manager pop one step. By itself it goes on down the stack until some step changes something, so that a
 * press named "Undo move" would undo an older edit when others have deleted what was moved. Tells whether it did
 * anything.
 */
function actOnce(stack: StackItem[], act: () => unknown): boolean {
  const deletions = Y.createDeleteSet();
  const fence: StackItem = {
    deletions,
    get insertions(): StackItem['insertions'] {
      throw fenceReached;
    },
    meta: new Map(),
  };
  stack.splice(-1, 0, fence);
  try {
    act();
    return true;
  } catch (error) {
    if (error !== fenceReached) throw error;
    return false;
  } finally {
    const at = stack.indexOf(fence);
    if (at >= 0) stack.splice(at, 1);
  }
}
