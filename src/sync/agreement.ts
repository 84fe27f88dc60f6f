/**
 * Whether this copy and the server's are the same (R37, PROTOCOL.md P36 and P37). Equal state vectors are no proof: two
 * edits forged or lost under one client id leave two copies different for ever, each thinking that it is in step.
 *
 * The server says a digest; it is compared with this document's when nothing of ours is on its way. Once they differ,
 * everything is asked for again; when they differ after that too, the copies have come apart for good.
 */
import type * as Y from 'yjs';
import { digestInSlices, type Slices } from '../document/digest.ts';

export interface Agreement {
  /** The server's digest of everything that came so far. */
  compare(theirs: string): void;
  stop(): void;
}

export interface AgreementNeeds {
  readonly doc: Y.Doc;
  /** Everything made here is stored, and everything kept here is in the document. */
  readonly isInStep: () => boolean;
  readonly onDiffers: () => void;
  readonly onApart: () => void;
}

const slices: Slices = {
  now: () => performance.now(),
  later: (run) => void setTimeout(run, 0),
};

export function watchAgreement({ doc, isInStep, onDiffers, onApart }: AgreementNeeds): Agreement {
  let differed = 0;
  let stop = (): void => undefined;
  return {
    compare(theirs) {
      stop();
      if (!isInStep()) return;
      stop = digestInSlices(doc, slices, (mine) => {
        // Null: something changed meanwhile; the next word of the server counts.
        if (mine === null || !isInStep()) return;
        differed = mine === theirs ? 0 : differed + 1;
        if (differed === 1) onDiffers();
        else if (differed > 1) onApart();
      });
    },
    stop: () => stop(),
  };
}
