/**
 * One step of a person's work: a local transaction that carries its name, the records it is about and whether it may
 * join the step before it (typing). Commands write it, undo reads it; neither knows the other.
 */
import type * as Y from 'yjs';
import type { StepName } from './commands.ts';
import { LOCAL } from './roots.ts';

export interface Step {
  readonly name: StepName;
  /** Records to bring into view when the step is undone or redone. */
  readonly ids: readonly string[];
  /** Steps with the same key that follow each other closely become one; null joins nothing. */
  readonly joins: string | null;
  /** The record that this step gives its first title, if that is all it does: it completes the record's creation. */
  readonly firstTitleOf?: string;
  /** So much that it is shown step by step, and not before the command has answered. */
  readonly isLarge?: true;
}

const key = Symbol('step');

/** Runs one intent as one transaction of this person. The step is named afterwards, when its records are known. */
export function takeStep<T>(doc: Y.Doc, act: () => T, describe: (result: T) => Step): T {
  return doc.transact((transaction) => {
    const result = act();
    transaction.meta.set(key, describe(result));
    return result;
  }, LOCAL);
}

export function stepOf(transaction: Y.Transaction): Step | null {
  return (transaction.meta.get(key) as Step | undefined) ?? null;
}
