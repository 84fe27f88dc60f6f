/** Which part of the map the file is about: all of it, some stages, one persona's journey, the selection, a saved view. */
import { stageLetter } from '../../model/address.ts';
import { sliceMap } from '../../export/slice.ts';
import type { FileFormat } from '../../export/fileFormats.ts';
import type { ExportOptions } from '../../export/exportOptions.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useProjection, useScreen } from '../../state/mapSession.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { exportDialogWords } from '../../words/exportDialog.ts';
import { sortedViews } from '../views/sortedViews.ts';
import type { GonePart, PartKind } from './exportChoice.ts';
import styles from './ExportDialog.module.css';

export interface PartChoiceProps {
  readonly format: FileFormat;
  readonly part: PartKind;
  /** What the file is made with, and what was chosen for parts that it is not made of now. */
  readonly options: ExportOptions;
  readonly chosen: ExportOptions;
  /** The part that was chosen and has been deleted since. */
  readonly gone: GonePart | null;
  readonly onPart: (part: PartKind, options: Partial<ExportOptions>) => void;
}

export function PartChoice({ format, part, options, chosen, gone, onPart }: PartChoiceProps) {
  const language = useLanguage();
  const words = exportDialogWords[language];
  const journey = useProjection((state) => state.journey);
  const selection = useScreen((state) => state.selection);
  const { stages, personas } = journey;
  const views = sortedViews(journey.views, language);
  const [firstPersona] = personas;
  const [firstView] = views;
  const kinds: readonly PartKind[] = [
    'whole',
    ...(stages.length > 1 || part === 'stages' ? (['stages'] as const) : []),
    ...(firstPersona ? (['persona'] as const) : []),
    ...(selection.size > 0 || part === 'selection' ? (['selection'] as const) : []),
    ...(firstView ? (['view'] as const) : []),
    ...(format.takes.includes('content') ? (['report'] as const) : []),
  ];
  const begin: Readonly<Record<PartKind, () => Partial<ExportOptions>>> = {
    whole: () => ({}),
    stages: () => (chosen.stage.length > 0 ? {} : { stage: stagesOf(journey, selection) }),
    persona: () => (chosen.persona === '' ? { persona: firstPersona?.id ?? '' } : {}),
    selection: () => ({ select: [...selection] }),
    view: () => (chosen.view === '' ? { view: firstView?.id ?? '' } : {}),
    // For print, unless a paper was chosen before.
    report: () => (chosen.paper === 'sheet' && format.takes.includes('paper') ? { paper: 'A4' } : {}),
  };
  return (
    <section className={styles.section} aria-labelledby="export-part">
      <h3 id="export-part" className={styles.label}>
        {words.part.label}
      </h3>
      <SegmentedControl
        label={words.part.label}
        value={part}
        segments={kinds.map((value) => ({ value, label: words.part[value] }))}
        onChange={(value) => onPart(value, begin[value]())}
        className={styles.wrapping}
        testId="export-part"
      />
      <p role="status" className={styles.gone} data-testid="export-gone">
        {gone && words.gone[gone]}
      </p>
      {part === 'stages' && (
        <StagePicker chosen={chosen.stage} onChange={(stage) => onPart('stages', { stage })} />
      )}
      {part === 'persona' && (
        <Select
          aria-label={words.part.persona}
          value={chosen.persona}
          choices={personas.map(({ id, name }) => ({ value: id, label: name || words.unnamed }))}
          onChange={(persona) => onPart('persona', { persona })}
        />
      )}
      {part === 'view' && (
        <Select
          aria-label={words.part.view}
          value={chosen.view}
          choices={views.map(({ id, name }) => ({ value: id, label: name || words.unnamed }))}
          onChange={(view) => onPart('view', { view })}
        />
      )}
      {part === 'report' && <p className={styles.count}>{words.reportNote}</p>}
      {part !== 'whole' && part !== 'report' && (
        <p className={styles.count}>
          {words.count(sliceMap(journey, options).records.touchpoints.length, journey.touchpoints.length)}
        </p>
      )}
    </section>
  );
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
  const stages = useProjection((state) => state.journey.stages);
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
