/**
 * Which part of the map the file is about: how much of it (all, some stages, the selection), whose journey, as which saved
 * view. These are chosen each by itself and hold together; and whether the map is drawn or its findings are reported.
 */
import { stageLetter } from '../../model/address.ts';
import { sliceMap } from '../../export/slice.ts';
import type { FileFormat } from '../../export/fileFormats.ts';
import type { ExportOptions } from '../../export/exportOptions.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useOutline, useProjection, useScreen } from '../../state/mapSession.ts';
import { Field } from '../../ui/Field.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { exportDialogWords } from '../../words/exportDialog.ts';
import { sortedViews } from '../views/sortedViews.ts';
import type { Extent, GoneChoice } from './exportChoice.ts';
import styles from './ExportDialog.module.css';

export interface PartChoiceProps {
  readonly format: FileFormat;
  readonly extent: Extent;
  /** What the file is made with, and what was chosen for extents that it does not have now. */
  readonly options: ExportOptions;
  readonly chosen: ExportOptions;
  /** What was chosen and has been deleted since. */
  readonly gone: readonly GoneChoice[];
  readonly onChange: (options: Partial<ExportOptions>, extent?: Extent) => void;
}

export function PartChoice({ format, extent, options, chosen, gone, onChange }: PartChoiceProps) {
  const language = useLanguage();
  const words = exportDialogWords[language];
  const journey = useProjection((state) => state.journey);
  const selection = useScreen((state) => state.selection);
  const { stages, personas } = journey;
  const views = sortedViews(journey.views, language);
  const extents: readonly Extent[] = [
    'whole',
    ...(stages.length > 1 || extent === 'stages' ? (['stages'] as const) : []),
    ...(selection.size > 0 || extent === 'selection' ? (['selection'] as const) : []),
  ];
  const begin: Readonly<Record<Extent, () => Partial<ExportOptions>>> = {
    whole: () => ({}),
    stages: () => (chosen.stage.length > 0 ? {} : { stage: stagesOf(journey, selection) }),
    selection: () => ({ select: [...selection] }),
  };
  return (
    <section className={styles.section} aria-labelledby="export-part">
      {format.takes.includes('content') && <ContentChoice {...{ format, options, onChange }} />}
      <h3 id="export-part" className={styles.label}>
        {words.part.label}
      </h3>
      <SegmentedControl
        label={words.part.label}
        value={extent}
        segments={extents.map((value) => ({ value, label: words.part[value] }))}
        onChange={(value) => onChange(begin[value](), value)}
        testId="export-part"
      />
      <p role="status" className={styles.gone} data-testid="export-gone">
        {gone.map((one) => words.gone[one]).join(' ')}
      </p>
      {extent === 'stages' && <StagePicker chosen={chosen.stage} onChange={(stage) => onChange({ stage })} />}
      {personas.length > 0 && (
        <OneOf
          label={words.part.persona}
          none={words.everyone}
          records={personas}
          value={options.persona}
          onChange={(persona) => onChange({ persona })}
        />
      )}
      {views.length > 0 && (
        <OneOf
          label={words.part.view}
          none={words.part.noView}
          records={views}
          value={options.view}
          onChange={(view) => onChange({ view })}
        />
      )}
      <PartCount options={options} />
    </section>
  );
}

/** The map, or what its analyses find. */
function ContentChoice({
  format,
  options,
  onChange,
}: Pick<PartChoiceProps, 'format' | 'options' | 'onChange'>) {
  const words = exportDialogWords[useLanguage()];
  // A report is for print, unless a paper was chosen before.
  const paper = options.paper === 'sheet' && format.takes.includes('paper') ? { paper: 'A4' as const } : {};
  return (
    <>
      <div className={styles.row}>
        <span className={styles.label} aria-hidden="true">
          {words.content.label}
        </span>
        <SegmentedControl
          label={words.content.label}
          value={options.content}
          segments={(['map', 'report'] as const).map((value) => ({ value, label: words.content[value] }))}
          onChange={(content) => onChange({ content, ...(content === 'report' ? paper : {}) })}
        />
      </div>
      {options.content === 'report' && <p className={styles.about}>{words.reportNote}</p>}
    </>
  );
}

interface OneOfProps {
  readonly label: string;
  /** Choosing none of them. */
  readonly none: string;
  readonly records: readonly { readonly id: string; readonly name: string }[];
  /** An id; empty: none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function OneOf({ label, none, records, value, onChange }: OneOfProps) {
  const words = exportDialogWords[useLanguage()];
  return (
    <Field label={label}>
      {({ id: control }) => (
        <Select
          id={control}
          value={value}
          choices={[
            { value: '', label: none },
            ...records.map(({ id, name }) => ({ value: id, label: name || words.unnamed })),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

/** How many touchpoints all the choices together leave; nothing when they leave all. */
function PartCount({ options }: Pick<PartChoiceProps, 'options'>) {
  const words = exportDialogWords[useLanguage()];
  const journey = useProjection((state) => state.journey);
  const { records } = sliceMap(journey, options);
  const [part, all] = [records.touchpoints.length, journey.touchpoints.length];
  if (records === journey || all === 0) return null;
  return <p className={styles.count}>{part === 0 ? words.none : words.count(part, all)}</p>;
}

/** A letter and a piece of the scale bar for each stage: on or off, each by itself. At least one stays on. */
function StagePicker({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (stages: readonly string[]) => void;
}) {
  const words = exportDialogWords[useLanguage()];
  const stages = useOutline((state) => state.journey.stages);
  return (
    <div role="group" aria-label={words.stages} className={styles.stages}>
      {stages.map(({ id, name }, index) => {
        const on = chosen.includes(id);
        const next = stages.flatMap((stage) =>
          (stage.id === id) !== chosen.includes(stage.id) ? [stage.id] : [],
        );
        return (
          <button
            key={id}
            type="button"
            className={styles.stage}
            aria-pressed={on}
            aria-label={`${stageLetter(index)} ${name || words.unnamed}`}
            title={name || words.unnamed}
            onClick={() => next.length > 0 && onChange(next)}
          >
            <span>{stageLetter(index)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The stages that the selection lies in; the first when there is none. */
function stagesOf(
  { stages, touchpoints }: Parameters<typeof sliceMap>[0],
  selection: ReadonlySet<string>,
): readonly string[] {
  const touched = new Set(touchpoints.flatMap(({ id, stageId }) => (selection.has(id) ? [stageId] : [])));
  const chosen = stages.flatMap(({ id }) => (selection.has(id) || touched.has(id) ? [id] : []));
  return chosen.length > 0 ? chosen : stages.slice(0, 1).map(({ id }) => id);
}
