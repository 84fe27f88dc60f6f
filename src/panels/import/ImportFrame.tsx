/** The dialog of every import: title and source above, what to do below. Whatever is inside says what would happen. */
import type { ReactNode } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { importWords } from '../../words/imports.ts';
import styles from './ImportDialog.module.css';

export interface ImportFrameProps {
  readonly title: string;
  readonly subtitle: string;
  /** On the main button; null while there is nothing to import. */
  readonly action: string | null;
  readonly onImport: () => void;
  readonly onClose: () => void;
  /** Offers to make a map of its own instead. */
  readonly onNewMap: (() => void) | null;
  readonly width?: number;
  /** What is brought in, where there is a choice; above everything else. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function ImportFrame({
  title,
  subtitle,
  action,
  onImport,
  onClose,
  onNewMap,
  width = 960,
  lead,
  children,
}: ImportFrameProps) {
  const words = useWords(importWords);
  return (
    <Dialog
      title={title}
      subtitle={subtitle}
      closeLabel={words.close}
      onClose={onClose}
      width={width}
      testId="import-dialog"
      foot={
        <>
          {onNewMap && (
            <Button kind="text" onClick={onNewMap}>
              {words.asNewInstead}
            </Button>
          )}
          <span className={styles.space} />
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" disabled={action === null} onClick={onImport} data-testid="import-now">
            {action ?? words.title}
          </Button>
        </>
      }
    >
      {lead}
      {children}
    </Dialog>
  );
}
