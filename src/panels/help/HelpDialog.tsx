/** Every action with its keys, by what one wants to do, searchable (U11), and the settings of keys and wheel (U8, U13). The rows come from the one table of actions (U1). */
import { useState } from 'react';
import { useStore } from 'zustand';
import { plainText } from '../../model/searchText.ts';
import { useInterface, useWords } from '../../state/interfaceStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { appWords } from '../../words/app.ts';
import { helpWords } from '../../words/help.ts';
import styles from './HelpDialog.module.css';

export type HelpArea = keyof (typeof helpWords)['en']['areas'];

export interface HelpRow {
  readonly id: string;
  readonly area: HelpArea;
  readonly label: string;
  /** As this platform writes them. */
  readonly keys: readonly string[];
}

export function HelpDialog({ rows, onClose }: { rows: readonly HelpRow[]; onClose: () => void }) {
  const words = useWords(helpWords);
  const { close } = useWords(appWords);
  const [search, setSearch] = useState('');
  const wanted = plain(search);
  const shown = rows.filter(({ area, label, keys }) =>
    plain(`${label} ${keys.join(' ')} ${words.areas[area]}`).includes(wanted),
  );
  const areas = (Object.keys(words.areas) as HelpArea[])
    .map((area) => ({ area, rows: shown.filter((row) => row.area === area) }))
    .filter((part) => part.rows.length > 0);
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
      <Settings />
      {areas.map((part) => (
        <section key={part.area} aria-label={words.areas[part.area]}>
          <h3 className={styles.area}>{words.areas[part.area]}</h3>
          <Rows rows={part.rows} />
        </section>
      ))}
      {shown.length === 0 && <p role="status">{words.nothing}</p>}
    </Dialog>
  );
}

function Rows({ rows }: { readonly rows: readonly HelpRow[] }) {
  const words = useWords(helpWords);
  return (
    <table className={styles.table}>
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">{words.action}</th>
          <th scope="col">{words.keys}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
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
  );
}

function Settings() {
  const words = useWords(helpWords);
  const look = useInterface();
  const { letterKeys, wheel } = useStore(look);
  return (
    <div role="group" aria-label={words.settings} className={styles.settings}>
      <Checkbox checked={letterKeys} testId="letter-keys" onChange={(on) => look.setLetterKeys(on)}>
        {words.letterKeys}
      </Checkbox>
      <div className={styles.wheel}>
        <span aria-hidden="true">{words.wheel}</span>
        <SegmentedControl
          label={words.wheel}
          testId="wheel-use"
          segments={[
            { value: 'pan', label: words.trackpad },
            { value: 'zoom', label: words.mouse },
          ]}
          value={wheel}
          onChange={(use) => look.setWheel(use)}
        />
      </div>
    </div>
  );
}

function plain(text: string): string {
  return plainText(text).trim();
}
