/** Every action with its keys, searchable (U11). The rows come from the one table of actions (U1). */
import { useState } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { appWords } from '../../words/app.ts';
import { helpWords } from '../../words/help.ts';
import styles from './HelpDialog.module.css';

export interface HelpRow {
  readonly id: string;
  readonly label: string;
  /** As this platform writes them. */
  readonly keys: readonly string[];
}

export function HelpDialog({ rows, onClose }: { rows: readonly HelpRow[]; onClose: () => void }) {
  const words = useWords(helpWords);
  const { close } = useWords(appWords);
  const [search, setSearch] = useState('');
  const wanted = plain(search);
  const shown = rows.filter(({ label, keys }) => plain(`${label} ${keys.join(' ')}`).includes(wanted));
  return (
    <Dialog title={words.title} closeLabel={close} onClose={onClose} width={620} testId="help-dialog">
      <TextField
        large
        type="search"
        data-autofocus
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onType={setSearch}
        onCommit={setSearch}
      />
      <ul className={styles.hints}>
        {words.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <table className={styles.table}>
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.keys}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <td>{row.label}</td>
              <td>
                {row.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p role="status">{words.nothing}</p>}
    </Dialog>
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase().trim();
}
