/**
 * Sharing (picture dialogs-light-en): the owner sees every share link by what it allows, copies those this device
 * knows, makes further ones and withdraws them; anybody else sees what their own link is worth and may copy that.
 */
import { useState } from 'react';
import { writeComparing } from '../../state/comparing.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { shareWords } from '../../words/share.ts';
import { problemWords } from '../../words/problems.ts';
import { topBarWords } from '../../words/topBar.ts';
import { ProblemNote } from '../problem/ProblemNote.tsx';
import { AddressField } from './AddressField.tsx';
import { LinkTable } from './LinkTable.tsx';
import { MakeLink } from './MakeLink.tsx';
import { OwnerKey } from './OwnerKey.tsx';
import { linkAddress, SharedView } from './SharedView.tsx';
import { useLinks } from './useLinks.ts';
import styles from './ShareDialog.module.css';

export interface ShareDialogProps {
  readonly storage: Storage;
  /** What this visit opened the map with. */
  readonly token: string;
  /** `https://maps.example.org`: where share links lead. */
  readonly origin: string;
  readonly onClose: () => void;
}

export function ShareDialog(props: ShareDialogProps) {
  const { role } = useMapSession();
  return role === 'owner' ? <OwnerDialog {...props} /> : <GuestDialog {...props} />;
}

function OwnerDialog({ storage, token, origin, onClose }: ShareDialogProps) {
  const { mapId } = useMapSession();
  const words = useWords(shareWords);
  const problems = useWords(problemWords);
  const untitled = useWords(topBarWords).untitled;
  const title = useOutline((state) => state.journey.map.title) || untitled;
  const links = useLinks(mapId, token, storage);
  const [making, setMaking] = useState(false);
  const view = useScreen((state) => state.sharedView);
  const compare = writeComparing(useScreen((state) => state.comparing));
  const [present, setPresent] = useState(false);
  const addressOf = (linkToken: string) =>
    linkAddress({ origin, mapId, view, compare, present, token: linkToken });

  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      testId="share-dialog"
      foot={
        <MakeLink
          busy={making}
          onMake={async (name, label) => {
            setMaking(true);
            await links.make(name, label);
            setMaking(false);
          }}
        />
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      <SharedView />
      <Presented on={present} onChange={setPresent} />
      {links.problem && <ProblemNote problem={links.problem} words={problems[links.problem]} />}
      {links.fresh && (
        <section className={styles.fresh} data-testid="fresh-link">
          <p className={styles.freshTitle}>
            <b>{links.fresh.label || words.unnamed[links.fresh.name]}</b>{' '}
            {words.groups[links.fresh.name].name.toLocaleLowerCase()}
          </p>
          <AddressField key={links.fresh.id} address={addressOf(links.fresh.token)} selected />
          <p className={styles.note}>{words.freshNote}</p>
        </section>
      )}
      {links.list === null && !links.problem && <p role="status">{words.loading}</p>}
      {links.list && (
        <LinkTable
          links={links.list}
          tokens={links.tokens}
          addressOf={addressOf}
          onWithdraw={links.withdraw}
        />
      )}
      <OwnerKey
        title={title}
        address={linkAddress({ origin, mapId, view: null, compare: null, present: false, token })}
      />
    </Dialog>
  );
}

function GuestDialog({ token, origin, onClose }: ShareDialogProps) {
  const { mapId, role } = useMapSession();
  const view = useScreen((state) => state.sharedView);
  const compare = writeComparing(useScreen((state) => state.comparing));
  const words = useWords(shareWords);
  const [present, setPresent] = useState(false);
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose} testId="share-dialog">
      <p className={styles.intro}>
        <b>{words.guest[role]}</b> {words.guest.pass}
      </p>
      <SharedView />
      <Presented on={present} onChange={setPresent} />
      <AddressField address={linkAddress({ origin, mapId, view, compare, present, token })} />
      <p className={styles.note}>{words.guest.ask}</p>
    </Dialog>
  );
}

/** Whether the link opens the presentation. */
function Presented({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const words = useWords(shareWords);
  return (
    <Checkbox checked={on} onChange={onChange} className={styles.presents} testId="shared-presenting">
      {words.presents}
    </Checkbox>
  );
}
