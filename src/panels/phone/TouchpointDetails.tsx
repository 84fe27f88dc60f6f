/** What is known about one touchpoint, over the page, as on a phone. */
import type { ReactNode } from 'react';
import { useRecord, useScreen } from '../../state/mapSession.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { phoneWords } from '../../words/phone.ts';
import { TouchpointFacts } from './TouchpointFacts.tsx';

export interface TouchpointDetailsProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Another touchpoint, at the other end of a link. */
  readonly onOpen: (id: string) => void;
  /** What can be done from here. */
  readonly foot?: ReactNode;
}

export function TouchpointDetails({ id, onClose, onOpen, foot }: TouchpointDetailsProps) {
  const words = phoneWords[useScreen((state) => state.language)];
  const touchpoint = useRecord('touchpoints', id);
  // Somebody deleted it while it was being read.
  if (!touchpoint) return null;
  return (
    <Dialog
      title={touchpoint.title || words.untitled}
      closeLabel={words.close}
      onClose={onClose}
      width={560}
      testId="touchpoint-details"
      foot={foot}
    >
      <TouchpointFacts touchpoint={touchpoint} onOpen={onOpen} />
    </Dialog>
  );
}
