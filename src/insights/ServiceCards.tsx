/** Sections below the journey that are about how customers are served: media, response times, tiers, contact pressure. */
import { limitStrip } from '../charts/barCharts.ts';
import { mediaFill, mediaKinds, mediaRows, mixChart } from '../charts/mixChart.ts';
import { tierChart } from '../charts/tierChart.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { ChartView, Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Figure, Nothing, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

export function MediaSection({ width }: { readonly width: number }) {
  const { map, analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A8 } = analyses;
  const mix = A8.value;
  const rows = mix && mediaRows(mix, map.stages, words.media);
  return (
    <Section
      number={9}
      name={words.media.name}
      rests={<Rests outcome={A8} what={words.media.what} />}
      testId="insights-media"
    >
      {!mix || !rows ? (
        <Nothing reason={A8.reason ?? 'no-media'} />
      ) : (
        <>
          <p className={styles.key}>
            {mediaKinds.map((kind) => (
              <span key={kind} className={styles.preferred}>
                <Drawing width={19} height={11} items={mediaFill(kind, 0.5, 0.5, 18, 10)} />
                {words.media.kinds[kind]}
                {mix.byCount.shares && (
                  <Figure
                    ids={mix.byCount.ids[kind]}
                    label={words.media.kinds[kind]}
                    text={numbers.percent(mix.byCount.shares[kind])}
                    className={styles.strong}
                  />
                )}
              </span>
            ))}
            {mix.byCount.unset > 0 && (
              <Figure
                quiet
                ids={mix.byCount.ids.unset}
                text={`${words.media.kinds.unset} ${mix.byCount.unset}`}
              />
            )}
          </p>
          <ChartView
            caption={words.media.name}
            keys={mediaKinds.map((kind) => ({
              sample: { width: 19, height: 11, items: mediaFill(kind, 0.5, 0.5, 18, 10) },
              text: words.media.kinds[kind],
            }))}
            chart={mixChart(rows, Math.min(150, width * 0.4), width, facts)}
          />
          <p className={styles.note}>
            {mix.byCount.concentration !== null && (
              <Figure
                quiet
                ids={A8.ids}
                text={words.media.concentration(numbers.fixed(mix.byCount.concentration, 2))}
              />
            )}
            {!mix.byReached.shares && ` ${words.media.noReached}`}
          </p>
        </>
      )}
    </Section>
  );
}

export function ResponseSection() {
  const { analyses, facts, language } = useInsights();
  const { words, numbers } = facts;
  const { A12 } = analyses;
  const result = A12.value;
  const duration = sceneWordsFor(language).duration;
  const attainment = result?.attainment;
  return (
    <Section
      number={12}
      name={words.response.name}
      rests={
        attainment?.value != null && (
          <Figure
            quiet
            ids={attainment.ids}
            text={`${numbers.percent(attainment.value)} ${words.response.met} · ${words.response.what(attainment.n, attainment.of)}`}
          />
        )
      }
      testId="insights-response"
    >
      {!result ? (
        <Nothing reason={A12.reason ?? 'no-response-times'} />
      ) : (
        <>
          <ul className={styles.ranked}>
            {result.rows.map(({ id, complaint, actualMin, targetMin, level, unknown }) => (
              <li key={id} className={styles.timed}>
                <Tag id={id} look={level === 'missed' ? 'signal' : 'plain'} />
                <span className={styles.rankName}>
                  {facts.title(id)}
                  {complaint && <span className={styles.count}> {words.response.complaint}</span>}
                </span>
                <Drawing
                  {...limitStrip(actualMin, targetMin, 1.2 * Math.max(actualMin ?? 0, targetMin ?? 0), 84)}
                />
                <Figure
                  ids={[id]}
                  label={facts.title(id)}
                  text={
                    actualMin !== null && targetMin !== null
                      ? words.response.of(duration(actualMin), duration(targetMin))
                      : actualMin !== null
                        ? duration(actualMin)
                        : targetMin !== null
                          ? words.response.promised(duration(targetMin))
                          : words.reasons[unknown ?? 'no-target'].short
                  }
                />
                <span className={styles.count}>
                  {level ? words.response.levels[level] : words.reasons[unknown ?? 'not-measured'].short}
                </span>
              </li>
            ))}
          </ul>
          <HiddenTable
            caption={words.response.name}
            table={{
              columns: words.response.columns,
              rows: result.rows.map(({ id, actualMin, targetMin, level, unknown }) => [
                `${facts.tag(id)} ${facts.title(id)}`,
                actualMin === null ? '–' : duration(actualMin),
                targetMin === null ? '–' : duration(targetMin),
                level ? words.response.levels[level] : words.reasons[unknown ?? 'not-measured'].short,
              ]),
            }}
          />
        </>
      )}
    </Section>
  );
}

export function TierSection({ width }: { readonly width: number }) {
  const { map, analyses, facts } = useInsights();
  const { words } = facts;
  const { A13 } = analyses;
  const result = A13.value;
  const nameOf = (tierId: string): string =>
    map.tiers.find(({ id }) => id === tierId)?.name || words.untitled;
  const inverted = result?.rows.filter(({ inversions }) => inversions.length > 0) ?? [];
  return (
    <Section
      number={10}
      name={words.tiers.name}
      rests={
        result && <Figure quiet ids={A13.ids} text={words.tiers.what(result.cellsSet, result.cellCount)} />
      }
      testId="insights-tiers"
      className={styles.twoWide}
    >
      {!result ? (
        <Nothing reason={A13.reason ?? 'no-tiers'} />
      ) : (
        <>
          <p className={styles.key}>
            {inverted.length === 0 ? (
              <strong>{words.tiers.noInversion}</strong>
            ) : (
              <Figure
                ids={result.invertedIds}
                text={words.tiers.inversions(inverted.length)}
                className={styles.strong}
              />
            )}
            {result.flatIds.length > 0 && (
              <Figure quiet ids={result.flatIds} text={words.tiers.flatRows(result.flatIds.length)} />
            )}
            <span>{words.tiers.key}</span>
          </p>
          {inverted.length > 0 && (
            <ul className={styles.plainList}>
              {inverted.flatMap(({ id, inversions }) =>
                inversions.map(({ higherTierId, lowerTierId, by }) => (
                  <li key={`${id} ${higherTierId} ${lowerTierId} ${by}`}>
                    <Tag id={id} look="signal" /> {facts.title(id)}:{' '}
                    {words.tiers.inversion(
                      nameOf(lowerTierId),
                      nameOf(higherTierId),
                      by === 'response-target',
                    )}
                  </li>
                )),
              )}
            </ul>
          )}
          <ChartView
            caption={words.tiers.name}
            chart={tierChart(result, nameOf, width, facts)}
            keys={[{ sample: null, text: words.tiers.key }]}
          />
          {result.tiersWithoutUpgradeRule.length > 0 && (
            <p className={styles.note}>{words.tiers.noUpgrade(result.tiersWithoutUpgradeRule.map(nameOf))}</p>
          )}
        </>
      )}
    </Section>
  );
}

export function PressureSection() {
  const { map, analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A18 } = analyses;
  const channelName = (channelId: string): string =>
    map.channels.find(({ id }) => id === channelId)?.name || words.untitled;
  const personaName = (personaId: string | null): string =>
    personaId === null
      ? words.everyone
      : map.personas.find(({ id }) => id === personaId)?.name || words.untitled;
  const rows = A18.value ?? [];
  const top =
    1.2 *
    Math.max(
      0,
      ...rows.flatMap(({ capPerWeek, personas }) => [
        capPerWeek ?? 0,
        ...personas.map(({ perWeek }) => perWeek.value ?? 0),
      ]),
    );
  return (
    <Section
      number={13}
      name={words.pressure.name}
      rests={<Rests outcome={A18} what={words.pressure.what} />}
      testId="insights-pressure"
    >
      {!A18.value ? (
        <Nothing reason={A18.reason} />
      ) : (
        <>
          {rows.map(({ channelId, capPerWeek, personas }) => (
            <div key={channelId}>
              <h3 className={styles.small}>
                {channelName(channelId)}{' '}
                <Figure
                  quiet
                  ids={[...new Set(personas.flatMap(({ perWeek }) => perWeek.ids))]}
                  className={styles.count}
                  text={
                    capPerWeek === null
                      ? words.reasons['no-cap'].short
                      : words.pressure.cap(numbers.plain(capPerWeek, 1))
                  }
                />
              </h3>
              <ul className={styles.ranked}>
                {personas.map(({ personaId, perWeek, over }) => (
                  <li key={personaId ?? 'all'} className={styles.rank}>
                    <span className={styles.rankName}>{personaName(personaId)}</span>
                    <Drawing {...limitStrip(perWeek.value, capPerWeek, top, 110)} />
                    <span className={styles.weekly}>
                      <Figure
                        ids={perWeek.ids}
                        why={
                          perWeek.value === null
                            ? [words.reasons[perWeek.reason].says, words.reasons[perWeek.reason].todo].join(
                                ' ',
                              )
                            : undefined
                        }
                        label={`${channelName(channelId)}, ${personaName(personaId)}`}
                        className={styles.strong}
                        text={
                          perWeek.value === null
                            ? words.reasons[perWeek.reason].short
                            : words.pressure.perWeek(numbers.plain(perWeek.value, 1))
                        }
                      />
                      {over && <span className={styles.alert}>{words.pressure.over}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <HiddenTable
            caption={words.pressure.name}
            table={{
              columns: words.pressure.columns,
              rows: rows.flatMap(({ channelId, capPerWeek, personas }) =>
                personas.map(({ personaId, perWeek }) => [
                  channelName(channelId),
                  personaName(personaId),
                  perWeek.value === null
                    ? words.reasons[perWeek.reason].short
                    : numbers.plain(perWeek.value, 1),
                  capPerWeek === null ? '–' : numbers.plain(capPerWeek, 1),
                ]),
              ),
            }}
          />
        </>
      )}
    </Section>
  );
}
