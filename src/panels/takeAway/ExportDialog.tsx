/**
 * Export (picture dialogs-light-en): format, part and look on the left, the file as it will be on the right, below its name and
 * size, and while it is made how far that is. What was chosen is there again the next time.
 */
import { useState, type ReactNode } from 'react';
import type { ExportOptions } from '../../export/exportOptions.ts';
import { fileName } from '../../export/fileNames.ts';
import { formatOf, type FileFormat, type FileFormatName } from '../../export/fileFormats.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { exportDialogWords } from '../../words/exportDialog.ts';
import { numbersIn } from '../../words/numbers.ts';
import { topBarWords } from '../../words/topBar.ts';
import type { PageDrawing } from './drawOnPage.ts';
import {
  keepChoice,
  optionsOf,
  readChoice,
  standingChoice,
  type ExportChoice,
  type Extent,
} from './exportChoice.ts';
import { FormatGrid } from './FormatGrid.tsx';
import { LookChoice } from './LookChoice.tsx';
import { PartChoice } from './PartChoice.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { useExport, type ExportRun } from './useExport.ts';
import { usePreview } from './usePreview.ts';
import styles from './ExportDialog.module.css';

export interface ExportDialogProps {
  readonly storage: Storage;
  readonly now: () => Date;
  readonly onClose: () => void;
  /** Another thread than the browser's, for tests. */
  readonly openWorker?: PageDrawing['openWorker'];
}

/** Of the preview's pane, in pixels; sharp on fine screens too. */
const paneWidth = 480;
const copied: readonly FileFormatName[] = ['png', 'svg', 'csv', 'md'];

export function ExportDialog({ storage, now, onClose, openWorker }: ExportDialogProps) {
  const language = useLanguage();
  const words = exportDialogWords[language];
  const journey = useProjection((state) => state.journey);
  const { mapId } = useMapSession();
  const { title } = journey.map;
  const theme = useScreen((state) => state.theme);
  const [chosen, setChosen] = useState<ExportChoice>(() => readChoice(storage, theme, mapId));
  const { choice, gone } = standingChoice(chosen, journey);
  const [sheet, setSheet] = useState(0);
  const [zoom, setZoom] = useState(1);
  const { run, save, copy, stop, settle } = useExport(openWorker);
  const format = knownFormat(choice.format);
  const options = optionsOf(choice, format);
  const width = paneWidth * zoom * Math.min(2, Math.max(1, devicePixelRatio));
  const shown = usePreview(format, options, { sheet, width }, openWorker);

  const change = (next: Partial<ExportChoice>) => {
    const changed = { ...choice, ...next };
    setChosen(changed);
    settle();
    keepChoice(storage, changed, mapId);
  };
  const changeOptions = (next: Partial<ExportOptions>, extent: Extent = choice.extent) => {
    setSheet(0);
    change({ extent, options: { ...choice.options, ...next } });
  };
  const name = fileName(title, now(), format.ending);

  return (
    <Dialog
      title={words.title}
      subtitle={title || topBarWords[language].untitled}
      closeLabel={words.close}
      onClose={onClose}
      width={880}
      testId="export-dialog"
      foot={
        <Foot
          name={name}
          bytes={shown.isOfThis ? (shown.preview?.bytes ?? null) : null}
          isExact={shown.preview !== null && shown.preview.kind !== 'sheet'}
          run={run}
          isServers={format.wants(options).includes('readCut')}
        >
          {run.kind === 'working' ? (
            <Button onClick={stop}>{words.stop}</Button>
          ) : (
            <>
              {copied.includes(format.format) && (
                <Button onClick={() => copy(format, { ...options, encoding: 'utf-8' })}>{words.copy}</Button>
              )}
              <Button kind="main" onClick={() => save(format, options, name)} data-testid="export-now">
                {words.export}
              </Button>
            </>
          )}
        </Foot>
      }
    >
      <FormatGrid value={choice.format} onChange={(next) => change({ format: next })} />
      <div className={styles.columns}>
        <div className={styles.choices}>
          <PartChoice
            format={format}
            extent={choice.extent}
            options={options}
            chosen={choice.options}
            gone={gone}
            onChange={changeOptions}
          />
          <LookChoice format={format} options={options} onChange={(next) => changeOptions(next)} />
        </div>
        <PreviewPane
          shown={shown}
          format={format.format}
          options={options}
          onSheet={setSheet}
          zoom={zoom}
          onZoom={setZoom}
        />
      </div>
    </Dialog>
  );
}

interface FootProps {
  readonly name: string;
  /** Of the file, or about; null: not known yet. */
  readonly bytes: number | null;
  readonly isExact: boolean;
  readonly run: ExportRun;
  readonly isServers: boolean;
  readonly children: ReactNode;
}

function Foot({ name, bytes, isExact, run, isServers, children }: FootProps) {
  const language = useLanguage();
  const words = exportDialogWords[language];
  const size = bytes === null ? '' : sizeText(bytes, isExact, language);
  return (
    <>
      <div className={styles.file}>
        <b>{name}</b>
        <span role="status" data-testid="export-status">
          {statusText(run, { size, isServers }, language)}
        </span>
        {run.kind === 'failed' && <details>{run.details}</details>}
      </div>
      {run.kind === 'working' && <ScaleBar share={run.share} label={words.working} />}
      <div className={styles.buttons}>{children}</div>
    </>
  );
}

function statusText(
  run: ExportRun,
  { size, isServers }: { readonly size: string; readonly isServers: boolean },
  language: keyof typeof exportDialogWords,
): string {
  const words = exportDialogWords[language];
  switch (run.kind) {
    case 'idle':
      return size;
    case 'working':
      return isServers ? words.atServer : words.working;
    case 'saved':
      return words.done(run.name);
    case 'copied':
      return words.copied;
    case 'stopped':
      return words.stopped;
    case 'failed':
      return words.failed[run.problem];
  }
}

/** Eight parts, inked as far as the work is; all of them in turn while nobody says how far. */
function ScaleBar({ share, label }: { readonly share: number | null; readonly label: string }) {
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-unknown={share === null}
    >
      <span style={{ width: percent === undefined ? undefined : `${percent}%` }} />
    </div>
  );
}

const kilobyte = 1000;

function sizeText(bytes: number, isExact: boolean, language: keyof typeof exportDialogWords): string {
  const words = exportDialogWords[language];
  const numbers = numbersIn(language);
  const size =
    bytes < 0.95 * kilobyte ** 2
      ? words.bytes.kB(numbers.plain(Math.max(1, roughly(bytes / kilobyte, isExact))))
      : words.bytes.MB(numbers.plain(roughly(bytes / kilobyte ** 2, isExact), 1));
  return isExact ? size : words.about(size);
}

/** To two digits when it is an estimate. */
function roughly(amount: number, isExact: boolean): number {
  return isExact || amount < 1 ? amount : Number(amount.toPrecision(2));
}

function knownFormat(name: FileFormatName): FileFormat {
  const format = formatOf(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format;
}
