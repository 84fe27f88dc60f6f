/**
 * An empty document of our own. Its client id has 30 bits, not the 32 that Yjs draws: engines keep such a number in the
 * place of a reference, and each larger one in a box of its own, of which a map of thousands has one for each value.
 * Two sessions that meet still have different ids but once in 10⁹; Yjs then takes another one, and copies are compared.
 */
import * as Y from 'yjs';

export function newDoc(options?: ConstructorParameters<typeof Y.Doc>[0]): Y.Doc {
  const doc = new Y.Doc(options);
  doc.clientID >>>= 2;
  return doc;
}
