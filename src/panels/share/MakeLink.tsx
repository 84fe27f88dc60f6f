/** The dialog's foot: what a further link allows, for whom, make it. */
import { useState } from 'react';
import type { LinkName } from '../../protocol/roles.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { shareWords } from '../../words/share.ts';
import control from '../../ui/control.module.css';
import styles from './ShareDialog.module.css';

type Kind = Exclude<LinkName, 'owner'>;
const longest = 120;

export function MakeLink({
  busy,
  onMake,
}: {
  busy: boolean;
  onMake: (name: Kind, label: string) => Promise<void>;
}) {
  const words = useWords(shareWords);
  const [kind, setKind] = useState<Kind>('view');
  const [label, setLabel] = useState('');
  return (
    <form
      className={styles.make}
      onSubmit={(event) => {
        event.preventDefault();
        void onMake(kind, label.trim()).then(() => setLabel(''));
      }}
    >
      <SegmentedControl<Kind>
        large
        label={words.kind}
        value={kind}
        onChange={setKind}
        segments={(['view', 'comment', 'edit'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        }))}
      />
      <input
        className={`${control.control} ${control.large}`}
        aria-label={words.forWhom}
        placeholder={words.forWhom}
        maxLength={longest}
        value={label}
        data-testid="link-label"
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button kind="main" type="submit" disabled={busy} data-testid="make-link">
        {words.makeLink}
      </Button>
    </form>
  );
}
