/** Asks before a map leaves this device or goes to the bin: the first may be the only key, the second is for everybody. */
import type { ReactNode } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import type { DeviceMap } from '../../state/deviceMaps.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { appWords } from '../../words/app.ts';
import { homeWords } from '../../words/home.ts';

export type MapQuestionKind = 'forget' | 'delete';

export interface MapQuestionProps {
  readonly kind: MapQuestionKind;
  readonly map: DeviceMap;
  readonly onClose: () => void;
  readonly onYes: () => void;
}

export function MapQuestion({ kind, map, onClose, onYes }: MapQuestionProps) {
  const words = useWords(homeWords);
  const title = map.title || words.blankMapTitle;
  return kind === 'forget' ? (
    <Question title={words.forgetTitle} yes={words.forget} kind={kind} onClose={onClose} onYes={onYes}>
      <p>{words.forgetText(title)}</p>
      {map.role === 'owner' && <p>{words.forgetOwner}</p>}
    </Question>
  ) : (
    <Question title={words.deleteTitle} yes={words.deleteNow} kind={kind} onClose={onClose} onYes={onYes}>
      <p>{words.deleteText(title)}</p>
      <p>{words.deleteBack}</p>
    </Question>
  );
}

function Question({
  kind,
  title,
  yes,
  onClose,
  onYes,
  children,
}: Omit<MapQuestionProps, 'map'> & {
  readonly title: string;
  readonly yes: string;
  readonly children: ReactNode;
}) {
  const words = useWords(homeWords);
  const { close } = useWords(appWords);
  return (
    <Dialog
      title={title}
      closeLabel={close}
      onClose={onClose}
      width={480}
      testId={`${kind}-dialog`}
      foot={
        <>
          <Button onClick={onClose} data-autofocus>
            {words.keep}
          </Button>
          <Button kind="signal" onClick={onYes} data-testid={kind}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
