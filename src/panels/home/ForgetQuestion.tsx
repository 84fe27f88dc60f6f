/** Asks before this device forgets a map: for an owner that may be the only key. */
import { useWords } from '../../state/interfaceStore.ts';
import type { DeviceMap } from '../../state/deviceMaps.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { appWords } from '../../words/app.ts';
import { homeWords } from '../../words/home.ts';

export function ForgetQuestion({
  map,
  onClose,
  onForget,
}: {
  map: DeviceMap;
  onClose: () => void;
  onForget: () => void;
}) {
  const words = useWords(homeWords);
  const { close } = useWords(appWords);
  return (
    <Dialog
      title={words.forgetTitle}
      closeLabel={close}
      onClose={onClose}
      width={480}
      testId="forget-dialog"
      foot={
        <>
          <Button onClick={onClose} data-autofocus>
            {words.keep}
          </Button>
          <Button kind="signal" onClick={onForget} data-testid="forget">
            {words.forget}
          </Button>
        </>
      }
    >
      <p>{words.forgetText(map.title || words.blankMapTitle)}</p>
      {map.role === 'owner' && <p>{words.forgetOwner}</p>}
    </Dialog>
  );
}
