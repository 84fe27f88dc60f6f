/** How the file looks: whose curves, paper, ground, text, size, language, and what stands on the sheet. Only what its format takes. */
import type { ReactNode } from 'react';
import { optionSpecs, type ExportOptions, type OptionName } from '../../export/exportOptions.ts';
import type { FileFormat } from '../../export/fileFormats.ts';
import { sliceMap } from '../../export/slice.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useOutline, useProjection } from '../../state/mapSession.ts';
import { baseSign, personaSign } from '../../theme/inks.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { exportDialogWords } from '../../words/exportDialog.ts';
import { numbersIn } from '../../words/numbers.ts';
import { overlayWords } from '../../words/overlays.ts';
import styles from './ExportDialog.module.css';

export interface LookChoiceProps {
  readonly format: FileFormat;
  readonly options: ExportOptions;
  readonly onChange: (options: Partial<ExportOptions>) => void;
}

const flags = ['title', 'legend', 'date', 'logo', 'notes', 'marks', 'compact', 'grey'] as const;
/** What a report decides for itself. */
const ofTheSheet: readonly OptionName[] = ['title', 'date', 'curves', 'spread', 'scale', 'lang'];
const pictureScales = [1, 2, 3, 4] as const;
const printScales = [0.5, 0.75, 1] as const;
const widthAtFirst = 3840;

export function LookChoice({ format, options, onChange }: LookChoiceProps) {
  const language = useLanguage();
  const words = exportDialogWords[language];
  const isReport = options.content === 'report';
  const takes = (name: OptionName) => format.takes.includes(name) && !(isReport && ofTheSheet.includes(name));
  const shownFlags = flags.filter(takes);
  const tiled = options.spread === 'tiles' && takes('spread');
  return (
    <>
      {takes('curves') && <Curves {...{ options, onChange }} />}
      <section className={styles.section}>
        {takes('paper') && (
          <Row label={words.paper.label}>
            {(id) => (
              <Select
                id={id}
                value={options.paper}
                choices={choicesOf('paper').map((value) => ({
                  value,
                  label: isReport && value === 'sheet' ? words.paperOfReport : words.paper[value],
                }))}
                onChange={(paper) =>
                  onChange(
                    paper === 'sheet' && options.spread === 'tiles' ? { paper, spread: 'one' } : { paper },
                  )
                }
              />
            )}
          </Row>
        )}
        {takes('spread') && (
          <Row label={words.spread.label}>
            {(id) => (
              <Select
                id={id}
                value={options.spread}
                choices={choicesOf('spread').map((value) => ({ value, label: words.spread[value] }))}
                onChange={(spread) =>
                  // Tiles are of a paper.
                  onChange(
                    spread === 'tiles' && options.paper === 'sheet' ? { spread, paper: 'A3' } : { spread },
                  )
                }
              />
            )}
          </Row>
        )}
        {tiled && (
          <Part label={words.printed.label}>
            <SegmentedControl
              label={words.printed.label}
              value={String(options.scale)}
              segments={printScales.map((scale) => ({
                value: String(scale),
                label: numbersIn(language).percent(scale),
              }))}
              onChange={(scale) => onChange({ scale: Number(scale) })}
            />
          </Part>
        )}
        {takes('width') && <PictureSize {...{ options, onChange }} />}
        {takes('theme') && (
          <Part label={words.ground.label}>
            <span className={styles.ground}>
              <SegmentedControl
                label={words.ground.label}
                value={options.theme}
                segments={(['light', 'dark'] as const).map((value) => ({
                  value,
                  label: words.ground[value],
                }))}
                onChange={(theme) => onChange({ theme })}
              />
              {takes('ground') && (
                <Checkbox
                  checked={options.ground === 'clear'}
                  onChange={(isClear) => onChange({ ground: isClear ? 'clear' : 'painted' })}
                >
                  {words.ground.clear}
                </Checkbox>
              )}
            </span>
          </Part>
        )}
        {takes('overlay') && <OverlayChoice {...{ options, onChange }} />}
        {takes('text') && (
          <Part label={words.text.label}>
            <SegmentedControl
              label={words.text.label}
              value={options.text}
              segments={choicesOf('text').map((value) => ({ value, label: words.text[value] }))}
              onChange={(text) => onChange({ text })}
            />
          </Part>
        )}
        {takes('lang') && (
          <Row label={words.lang.label}>
            {(id) => (
              <Select
                id={id}
                value={options.lang}
                choices={choicesOf('lang').map((value) => ({ value, label: words.lang[value] }))}
                onChange={(lang) => onChange({ lang })}
              />
            )}
          </Row>
        )}
        {takes('encoding') && (
          <Part label={words.encoding.label}>
            <SegmentedControl
              label={words.encoding.label}
              value={options.encoding}
              segments={choicesOf('encoding').map((value) => ({ value, label: words.encoding[value] }))}
              onChange={(encoding) => onChange({ encoding })}
            />
          </Part>
        )}
      </section>
      {shownFlags.length > 0 && (
        <section className={styles.section} role="group" aria-label={words.sheet}>
          <div className={styles.boxes}>
            {shownFlags.map((name) => (
              <Checkbox key={name} checked={options[name]} onChange={(on) => onChange({ [name]: on })}>
                {words.parts[name]}
              </Checkbox>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** What is laid over the map; a saved view may bring an overlay of its own. */
function OverlayChoice({ options, onChange }: Pick<LookChoiceProps, 'options' | 'onChange'>) {
  const language = useLanguage();
  const words = overlayWords[language];
  const views = useOutline((state) => state.journey.views);
  const ofView = views.find(({ id }) => id === options.view)?.overlay ?? null;
  return (
    <Row label={words.overlay}>
      {(id) => (
        <Select
          id={id}
          value={options.overlay}
          choices={choicesOf('overlay').map((value) => ({
            value,
            label:
              value !== 'none'
                ? words.names[value]
                : ofView
                  ? exportDialogWords[language].overlayOfView(words.names[ofView])
                  : words.none,
          }))}
          onChange={(overlay) => onChange({ overlay })}
        />
      )}
    </Row>
  );
}

function Curves({ options, onChange }: Pick<LookChoiceProps, 'options' | 'onChange'>) {
  const words = exportDialogWords[useLanguage()];
  const journey = useProjection((state) => state.journey);
  // A persona's journey has one curve, a saved view may have hidden some: they cannot be chosen.
  const off = sliceMap(journey, { ...options, curves: [] }).layout.hiddenCurves;
  const rows = [
    { id: 'base', name: words.everyone, sign: baseSign },
    ...journey.personas.map(({ id, name }, index) => ({
      id,
      name: name || words.unnamed,
      sign: personaSign(index),
    })),
  ].filter(({ id }) => !off?.has(id));
  if (rows.length < 2) return null;
  const all = rows.map(({ id }) => id);
  const shown = options.curves.length === 0 ? all : all.filter((id) => options.curves.includes(id));
  return (
    <section className={styles.section} role="group" aria-labelledby="export-curves">
      <h3 id="export-curves" className={styles.label}>
        {words.curves}
      </h3>
      <div className={styles.boxes}>
        {rows.map(({ id, name, sign }) => (
          <Checkbox
            key={id}
            checked={shown.includes(id)}
            disabled={shown.length === 1 && shown[0] === id}
            onChange={(on) => {
              const next = all.filter((one) => (one === id ? on : shown.includes(one)));
              onChange({ curves: next.length === all.length ? [] : next });
            }}
          >
            <span className={styles.curve}>
              <LineSample sign={sign} width={30} /> {name}
            </span>
          </Checkbox>
        ))}
      </div>
    </section>
  );
}

function PictureSize({ options, onChange }: Pick<LookChoiceProps, 'options' | 'onChange'>) {
  const words = exportDialogWords[useLanguage()];
  const { scale, width } = options;
  return (
    <>
      <Part label={words.size.label}>
        <SegmentedControl
          label={words.size.label}
          value={width === null ? String(scale) : 'width'}
          segments={[
            ...pictureScales.map((value) => ({ value: String(value), label: words.size.times(value) })),
            { value: 'width', label: words.size.width },
          ]}
          onChange={(value) =>
            onChange(value === 'width' ? { width: widthAtFirst } : { width: null, scale: Number(value) })
          }
        />
      </Part>
      {width !== null && (
        <Row label={words.size.pixels}>
          {(id) => (
            <NumberField
              id={id}
              value={width}
              min={100}
              max={100_000}
              step={100}
              optional={false}
              onCommit={(value) => onChange({ width: value })}
            />
          )}
        </Row>
      )}
    </>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  return <Field label={label}>{({ id }) => children(id)}</Field>;
}

/** A row whose control names itself. */
function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

/** The values of an option that is a choice between a few. */
function choicesOf<O extends 'overlay' | 'paper' | 'spread' | 'text' | 'lang' | 'encoding'>(
  name: O,
): readonly ExportOptions[O][] {
  return (optionSpecs[name].choices ?? []) as readonly ExportOptions[O][];
}
