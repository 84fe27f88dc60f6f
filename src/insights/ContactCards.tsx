/** Sections below the journey about how contacts are made: the five Ws, who controls them, formal and informal, their kinds. */
import { kinds, phases } from '../analysis/contactKinds.ts';
import type { W } from '../analysis/fiveWs.ts';
import { rankStrip } from '../charts/barCharts.ts';
import { controlChart, controlFill, controlParts } from '../charts/controlChart.ts';
import { matrixChart } from '../charts/matrixChart.ts';
import { stageLetter } from '../model/address.ts';
import { fieldWords } from '../words/fields.ts';
import { ChartView, Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Nothing, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

const shown = 3;
const ws: readonly W[] = ['who', 'what', 'channel', 'whom', 'effect'];
const formalities = ['formal', 'informal', 'mixed'] as const;

export function FiveWsSection() {
  const { analyses, facts } = useInsights();
  const { numbers } = facts;
  const words = facts.words.contacts.fiveWs;
  const { A17 } = analyses;
  const result = A17.value;
  const rows = ws.map((w) => {
    const lacking = (result?.touchpoints ?? []).filter(({ missing }) => missing.includes(w));
    return { w, lacking: lacking.map(({ id }) => id), of: result?.touchpoints.length ?? 0 };
  });
  const least = (result?.touchpoints ?? [])
    .filter(({ completeness }) => completeness < 1)
    .toSorted((a, b) => a.completeness - b.completeness);
  return (
    <Section
      number={16}
      name={words.name}
      rests={<Rests outcome={A17} what={words.what} />}
      testId="insights-fiveWs"
    >
      {!result ? (
        <Nothing reason={A17.reason ?? 'no-touchpoints'} />
      ) : (
        <>
          <p className={styles.sieveEnd}>
            <Figure
              ids={A17.ids}
              text={numbers.percent(result.mean)}
              label={words.complete}
              className={styles.large}
            />
            <span>{words.complete}</span>
          </p>
          <ul className={styles.ranked}>
            {rows.map(({ w, lacking, of }) => (
              <li key={w} className={styles.rank}>
                <span className={styles.rankName}>{words.parts[w]}</span>
                <Drawing {...rankStrip(1 - lacking.length / of, 110)} />
                <Figure
                  ids={lacking}
                  label={words.parts[w]}
                  text={words.lacking(lacking.length)}
                  quiet
                  className={styles.said}
                />
              </li>
            ))}
          </ul>
          {least.length > 0 && (
            <>
              <h3 className={styles.small}>{words.fewest}</h3>
              <ul className={styles.ranked}>
                {least.slice(0, shown).map(({ id, completeness }) => (
                  <li key={id} className={styles.rank}>
                    <Tag id={id} />
                    <span className={styles.rankName}>{facts.title(id)}</span>
                    <Figure
                      ids={[id]}
                      label={facts.title(id)}
                      text={numbers.percent(completeness)}
                      className={styles.strong}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
          <HiddenTable
            caption={words.name}
            table={{
              columns: words.columns,
              rows: rows.map(({ w, lacking, of }) => [
                words.parts[w],
                facts.words.share(of - lacking.length, of),
              ]),
            }}
          />
        </>
      )}
    </Section>
  );
}

export function ControlSection({ width }: { readonly width: number }) {
  const { analyses, facts } = useInsights();
  const words = facts.words.contacts.control;
  const { A19 } = analyses;
  const result = A19.value;
  const led = (by: string | null) =>
    (result?.rows ?? []).filter(({ dominatedBy }) => dominatedBy === by).map(({ id }) => id);
  return (
    <Section
      number={17}
      name={words.name}
      rests={<Rests outcome={A19} what={words.what} />}
      testId="insights-control"
    >
      {!result ? (
        <Nothing reason={A19.reason ?? 'no-control-shares'} />
      ) : (
        <>
          <p className={styles.key}>
            <Figure ids={led(null)} text={words.balanced(result.balanced)} className={styles.strong} />
            {controlParts.map((part) => (
              <span key={part} className={styles.preferred}>
                <Drawing width={19} height={11} items={controlFill(part, 0.5, 0.5, 18, 10)} />
                {words.parts[part]}
              </span>
            ))}
          </p>
          <ChartView
            caption={words.name}
            chart={controlChart(result, width, facts)}
            keys={controlParts.map((part) => ({
              sample: { width: 19, height: 11, items: controlFill(part, 0.5, 0.5, 18, 10) },
              text: words.parts[part],
            }))}
          />
          <p className={styles.note}>{words.note}</p>
        </>
      )}
    </Section>
  );
}

export function FormalitySection({ width }: { readonly width: number }) {
  const { map, analyses, facts, language } = useInsights();
  const words = facts.words.contacts.formality;
  const names = fieldWords[language].values.formality;
  const { A21 } = analyses;
  const result = A21.value;
  const before = result?.informalBefore;
  const left = 84;
  const cell = (width - left) / Math.max(1, map.stages.length);
  const columns = map.stages.map(({ name }, index) => ({ name, x: left + index * cell, width: cell }));
  return (
    <Section
      number={18}
      name={words.name}
      rests={<Rests outcome={A21} what={words.what} />}
      testId="insights-formality"
    >
      {!result || !before ? (
        <Nothing reason={A21.reason ?? 'no-touchpoints'} />
      ) : (
        <>
          <p className={styles.key}>
            {formalities.map((formality) => (
              <span key={formality}>
                {names[formality]}{' '}
                <Figure
                  ids={result.total[formality]}
                  label={names[formality]}
                  text={facts.numbers.plain(result.total[formality].length)}
                  className={styles.strong}
                />
              </span>
            ))}
          </p>
          <ChartView
            caption={words.name}
            chart={matrixChart(
              formalities.map((formality) => ({
                name: names[formality],
                cells: result.stages.map(({ ids }) => ({ ids: ids[formality] })),
              })),
              columns,
              facts,
              { corner: words.row, heads: map.stages.map((_, index) => stageLetter(index)) },
            )}
          />
          <p className={styles.note}>
            {before.value === null ? (
              words.unknownBefore
            ) : before.value.length === 0 ? (
              words.noneBefore
            ) : (
              <Figure quiet ids={before.value} text={words.before(before.value.length)} />
            )}
          </p>
        </>
      )}
    </Section>
  );
}

export function KindsSection({ width }: { readonly width: number }) {
  const { analyses, facts, language } = useInsights();
  const words = facts.words.contacts.kinds;
  const { values } = fieldWords[language];
  const { A22 } = analyses;
  const result = A22.value;
  const left = 84;
  const cell = (width - left) / phases.length;
  const columns = phases.map((phase, index) => ({
    name: values.phase[phase],
    x: left + index * cell,
    width: cell,
  }));
  const inCell = new Map(result?.cells.map(({ kind, phase, ids }) => [`${kind} ${phase ?? ''}`, ids]));
  const { missingKinds = [], missingPhases = [] } = result ?? {};
  return (
    <Section
      number={19}
      name={words.name}
      rests={<Rests outcome={A22} what={words.what} />}
      testId="insights-kinds"
      className={styles.allWide}
    >
      {!result ? (
        <Nothing reason={A22.reason ?? 'no-touchpoints'} />
      ) : A22.n === 0 ? (
        <Empty says={words.noKind} todo={words.todo} />
      ) : (
        <>
          <ChartView
            caption={words.name}
            chart={matrixChart(
              kinds.map((kind) => ({
                name: values.contactKind[kind],
                cells: phases.map((phase) => ({ ids: inCell.get(`${kind} ${phase}`) ?? [] })),
              })),
              columns,
              facts,
              { corner: words.row, heads: columns.map(({ name }) => name) },
            )}
          />
          <p className={styles.note}>
            {missingKinds.length > 0 && (
              <span className={styles.item}>
                {words.missingKinds(missingKinds.map((kind) => values.contactKind[kind]))}
              </span>
            )}
            {missingPhases.length > 0 && (
              <span className={styles.item}>
                {words.missingPhases(missingPhases.map((phase) => values.phase[phase]))}
              </span>
            )}
            {result.withoutKind.length > 0 && (
              <Figure quiet ids={result.withoutKind} text={words.withoutKind(result.withoutKind.length)} />
            )}{' '}
            {result.withoutPhase.length > 0 && (
              <Figure quiet ids={result.withoutPhase} text={words.withoutPhase(result.withoutPhase.length)} />
            )}
          </p>
        </>
      )}
    </Section>
  );
}
