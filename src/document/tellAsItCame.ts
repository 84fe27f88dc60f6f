/**
 * A first content is told to whoever listens to `update` as it came. Yjs would write all of the document anew for them,
 * which for a large map takes as long as reading it.
 *
 * In:  a transaction that has brought all of an update, and nothing else, into an empty document, before its clean-up, and
 *      the update. Each listener is called once for it, before any is told what observers of it have written: when Yjs
 *      would, but that those who hear of `afterAllTransactions` before others may hear of that first.
 */
/* oxlint-disable no-underscore-dangle -- Yjs names its internal fields so */
import type * as Y from 'yjs';

type Listeners = Set<(...args: never[]) => void>;

export function tellAsItCame(transaction: Y.Transaction, update: Uint8Array): void {
  const { doc } = transaction;
  const observers = doc._observers as Map<string, Listeners>;
  const hide = (cleaned: Y.Transaction): void => {
    if (cleaned !== transaction) return;
    doc.off('afterTransactionCleanup', hide);
    const listeners = observers.get('update');
    if (!listeners) return;
    observers.delete('update');
    const tell = (): void => {
      doc.off('beforeObserverCalls', tell);
      doc.off('afterAllTransactions', tell);
      observers.set('update', listeners);
      // Whoever sends or keeps it may do so later, when what it came in is used for something else.
      doc.emit('update', [update.slice(), transaction.origin, doc, transaction]);
    };
    // What comes next: the clean-up of what observers have written, or the end.
    doc.on('beforeObserverCalls', tell);
    doc.on('afterAllTransactions', tell);
  };
  doc.on('afterTransactionCleanup', hide);
}
