/** The formats to choose from, two rows of cells (picture dialogs-light-en). Radio buttons for keys and screen readers. */
import { fileFormats, type FileFormatName } from '../../export/fileFormats.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { exportDialogWords } from '../../words/exportDialog.ts';
import styles from './ExportDialog.module.css';

/** In the order in which people look for them. */
const order: readonly FileFormatName[] = ['pdf', 'png', 'svg', 'pptx', 'html', 'xlsx', 'csv', 'md', 'json'];

export interface FormatGridProps {
  readonly value: FileFormatName;
  readonly onChange: (format: FileFormatName) => void;
}

export function FormatGrid({ value, onChange }: FormatGridProps) {
  const words = useWords(exportDialogWords);
  const formats = fileFormats.toSorted((a, b) => order.indexOf(a.format) - order.indexOf(b.format));
  return (
    <fieldset className={styles.formats}>
      <legend className={styles.unseen}>{words.format}</legend>
      {formats.map(({ format }) => (
        <label key={format} className={styles.format} data-format={format}>
          <input
            type="radio"
            name="format"
            value={format}
            checked={format === value}
            onChange={() => onChange(format)}
          />
          <b>{words.formats[format].name}</b>
          <span>{words.formats[format].note}</span>
        </label>
      ))}
    </fieldset>
  );
}
