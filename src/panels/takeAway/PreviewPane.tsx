/** The preview beside the choices: the sheet on a desk with what it measures, or the beginning of a table or text. */
import type { CSSProperties } from 'react';
import type { SheetPreview, TablePreview } from '../../export/preview.ts';
import { pixelSize } from '../../export/pngFile.ts';
import type { ExportOptions } from '../../export/exportOptions.ts';
import type { FileFormatName } from '../../export/fileFormats.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { palettes } from '../../theme/colours.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { exportDialogWords } from '../../words/exportDialog.ts';
import { numbersIn } from '../../words/numbers.ts';
import type { ShownPreview } from './usePreview.ts';
import styles from './ExportDialog.module.css';

export interface PreviewPaneProps {
  readonly shown: ShownPreview;
  readonly format: FileFormatName;
  readonly options: ExportOptions;
  readonly onSheet: (sheet: number) => void;
  /** 1 fits the pane. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

export const zooms = [1, 2, 4] as const;

export function PreviewPane({ shown, format, options, onSheet, zoom, onZoom }: PreviewPaneProps) {
  const words = exportDialogWords[useLanguage()].preview;
  const { preview, picture, state, isOfThis } = shown;
  const sheetOf = format === 'pptx' ? words.slideOf : words.sheetOf;
  return (
    <section className={styles.preview} aria-label={words.label} aria-busy={state === 'drawing'}>
      <div className={styles.desk} data-state={state} data-testid="export-preview">
        {preview?.kind === 'sheet' && picture && (
          <img
            src={picture}
            alt={sheetOf(preview.sheet + 1, preview.sheets)}
            style={{ width: `${zoom * 100}%`, ...deskUnder(options) }}
            data-fits={zoom === 1}
          />
        )}
        {preview?.kind === 'table' && <Rows {...preview} />}
        {preview?.kind === 'text' && <pre className={styles.text}>{preview.text}</pre>}
        {state !== 'shown' && (
          <p role="status" className={styles.drawing}>
            {state === 'failed' ? words.failed : words.drawing}
          </p>
        )}
      </div>
      <div className={styles.facts}>
        {isOfThis && preview?.kind === 'sheet' && (
          <SheetFacts {...{ preview, format, options, onSheet, zoom, onZoom }} />
        )}
        {isOfThis && preview && preview.kind !== 'sheet' && <span>{words.start}</span>}
      </div>
    </section>
  );
}

/** A drawing without a ground lies on a desk of its own theme, whatever the page's is: else it could not be read. */
function deskUnder({ ground, theme }: ExportOptions): CSSProperties {
  return ground === 'clear' ? { background: palettes[theme].desk } : {};
}

function SheetFacts({
  preview,
  format,
  options,
  onSheet,
  zoom,
  onZoom,
}: Omit<PreviewPaneProps, 'shown'> & { readonly preview: SheetPreview }) {
  const language = useLanguage();
  const words = exportDialogWords[language].preview;
  const numbers = numbersIn(language);
  const { sheet, sheets, paper } = preview;
  const size =
    format === 'png'
      ? pixelSize(preview, options.width === null ? { scale: options.scale } : { width: options.width })
      : preview;
  const step = zooms.indexOf(zoom as (typeof zooms)[number]);
  return (
    <>
      <b>{(format === 'pptx' ? words.slideOf : words.sheetOf)(sheet + 1, sheets)}</b>
      {sheets > 1 && (
        <span className={styles.steps}>
          <IconButton
            icon="chevron-left"
            label={words.previous}
            disabled={sheet === 0}
            onClick={() => onSheet(sheet - 1)}
          />
          <IconButton
            icon="chevron-right"
            label={words.next}
            disabled={sheet === sheets - 1}
            onClick={() => onSheet(sheet + 1)}
          />
        </span>
      )}
      {paper ? (
        <>
          <span>{words.mm(numbers.plain(paper.width), numbers.plain(paper.height))}</span>
          <span>{words.mapAt(numbers.percent(Math.round(paper.scale * 100) / 100))}</span>
          {paper.pages > sheets && <span>{words.pages(paper.pages)}</span>}
        </>
      ) : format === 'pptx' ? null : (
        <span>{words.px(numbers.plain(Math.round(size.width)), numbers.plain(Math.round(size.height)))}</span>
      )}
      <span className={styles.zoom}>
        <IconButton
          icon="minus"
          label={words.smaller}
          disabled={step <= 0}
          onClick={() => onZoom(zooms[step - 1] ?? 1)}
        />
        <span>{zoom === 1 ? words.fit : `${zoom}×`}</span>
        <IconButton
          icon="plus"
          label={words.larger}
          disabled={step === zooms.length - 1}
          onClick={() => onZoom(zooms[step + 1] ?? zoom)}
        />
      </span>
    </>
  );
}

function Rows({ heads, rows }: TablePreview) {
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={index} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
