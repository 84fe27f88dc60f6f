/**
 * Everything known about one touchpoint but its title, to read: for viewers on any screen and for phones. Empty fields
 * are left out. Links lead on: pressing one shows the touchpoint at its other end.
 */
import { Suspense, type ReactNode } from 'react';
import type { Link, Touchpoint } from '../../model/journeyMap.ts';
import { emotionBand } from '../../model/emotionBand.ts';
import { effectiveMedia, effectivePhase, effectiveScore, emotionFor, meets } from '../../model/sequence.ts';
import { useOutline, useProjection, useRecord, useScreen } from '../../state/mapSession.ts';
import { baseSign, personaSign } from '../../theme/inks.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { fieldWords } from '../../words/fields.ts';
import { phoneWords } from '../../words/phone.ts';
import { numbersIn } from '../../words/numbers.ts';
import { percent, plain, sceneWordsFor, signed } from '../../words/scene.ts';
import { notesOf } from '../notesOf.ts';
import { measured } from '../readings/part.ts';
import { dot } from '../shownValues.ts';
import { linkFacts } from './linkFacts.ts';
import { NoteLine } from './PhoneCard.tsx';
import styles from './TouchpointFacts.module.css';

const Measured = measured.Part;

interface Part {
  readonly touchpoint: Touchpoint;
}

export interface TouchpointFactsProps extends Part {
  /** Another touchpoint, at the other end of a link. */
  readonly onOpen: (id: string) => void;
}

export function TouchpointFacts({ touchpoint, onOpen }: TouchpointFactsProps) {
  return (
    <div className={styles.details}>
      <Where touchpoint={touchpoint} />
      <Emotions touchpoint={touchpoint} />
      <Facts touchpoint={touchpoint} />
      <Readings touchpoint={touchpoint} />
      <Moments touchpoint={touchpoint} />
      <Notes touchpoint={touchpoint} />
      <Links touchpoint={touchpoint} onOpen={onOpen} />
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.caps}>{title}</h3>
      {children}
    </section>
  );
}

/** Address, stage and lane. */
function Where({ touchpoint }: Part) {
  const address = useOutline((state) => state.layout.cards.get(touchpoint.id)?.address);
  const stage = useRecord('stages', touchpoint.stageId);
  const lane = useRecord('lanes', touchpoint.laneId);
  return (
    <p className={styles.where}>
      {address !== undefined && <span className={styles.box}>{address}</span>}
      {[stage?.name, lane?.name].filter(Boolean).join(dot)}
    </p>
  );
}

function Emotions({ touchpoint }: Part) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const { fields, values } = fieldWords[language];
  const personas = useOutline((state) => state.journey.personas);
  const readings = useOutline((state) => state.journey.readings);
  const lead = useScreen((state) => state.lead);
  const all = [
    { id: null, name: words.everyone, sign: baseSign },
    ...personas.map(({ id, name }, index) => ({ id, name, sign: personaSign(index) })),
  ];
  // Whose journey is shown comes first.
  const inOrder = [...all.filter(({ id }) => id === lead), ...all.filter(({ id }) => id !== lead)];
  const say = (emotion: number | null): string =>
    emotion === null ? words.notRated : signed(emotion) + dot + words.bands[emotionBand(emotion)];
  return (
    <Section title={words.sections.feel}>
      <ul className={styles.people}>
        {inOrder.map(({ id, name, sign }) => (
          <li key={id ?? ''} data-leads={(id !== null && id === lead) || undefined}>
            <LineSample sign={sign} />
            <span>{name}</span>
            <strong>
              {meets(touchpoint, id) ? say(emotionFor(touchpoint, id, readings)) : words.doesNotMeet}
            </strong>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {[
          touchpoint.feeling,
          words.named(
            fields.touchpoints.evidenceLevel,
            values.evidenceLevel[touchpoint.evidenceLevel].toLocaleLowerCase(),
          ),
        ]
          .filter(Boolean)
          .join(dot)}
      </p>
    </Section>
  );
}

function Facts({ touchpoint }: Part) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const { fields, values } = fieldWords[language];
  const labels = fields.touchpoints;
  const journey = useProjection((state) => state.journey);
  const { duration } = sceneWordsFor(language);
  const channel = useRecord('channels', touchpoint.channelId ?? '');
  const phase = effectivePhase(touchpoint, journey);
  const media = effectiveMedia(touchpoint, journey);
  const score = (
    field: Parameters<typeof effectiveScore>[1],
    say: (value: number) => string = plain,
  ): string => {
    const value = effectiveScore(touchpoint, field, journey);
    return value === null ? '' : say(value);
  };
  const minutes = (value: number | null): string => (value === null ? '' : duration(value));
  const reached = effectiveScore(touchpoint, 'reached', journey);
  const passed = effectiveScore(touchpoint, 'passed', journey);
  const sieve =
    reached !== null && passed !== null && reached > 0 && passed <= reached
      ? words.getThrough(plain(reached, 0), plain(passed, 0), percent(passed / reached))
      : '';
  return (
    <>
      <FactList
        title={words.sections.what}
        facts={[
          [labels.description, touchpoint.description],
          [labels.doing, touchpoint.doing],
          [labels.thinking, touchpoint.thinking],
          [labels.need, touchpoint.need],
          [labels.effect, touchpoint.effect],
          [labels.procedure, touchpoint.procedure],
        ]}
      />
      <FactList
        title={words.sections.who}
        facts={[
          [labels.channelId, channel?.name ?? ''],
          [labels.owner, [touchpoint.owner, touchpoint.team].filter(Boolean).join(dot)],
          [labels.status, values.touchpointStatus[touchpoint.status]],
          [labels.phase, phase ? values.phase[phase] : ''],
          [labels.media, media ? values.media[media] : ''],
          [labels.mode, touchpoint.mode ? values.mode[touchpoint.mode] : ''],
          [labels.contactKinds, touchpoint.contactKinds.map((kind) => values.contactKind[kind]).join(dot)],
          [labels.durationMin, minutes(touchpoint.durationMin)],
          [labels.tags, touchpoint.tags.join(dot)],
        ]}
      />
      <FactList
        title={words.sections.score}
        facts={[
          [labels.importance, score('importance')],
          [labels.performance, score('performance')],
          [labels.effort, touchpoint.effort === null ? '' : plain(touchpoint.effort)],
          [labels.nps, score('nps', (value) => plain(value, 0))],
          [labels.csat, score('csat', (value) => percent(value / 100))],
          [labels.ces, score('ces')],
          [labels.sieve, sieve],
          [labels.cost, score('cost', (value) => numbersIn(language).money(value, journey.map.currency))],
          [labels.responseTargetMin, minutes(touchpoint.responseTargetMin)],
          [labels.responseActualMin, score('responseActualMin', duration)],
        ]}
      />
    </>
  );
}

function FactList({
  title,
  facts,
}: {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
}) {
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <Section title={title}>
      <dl className={styles.facts}>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Readings({ touchpoint: { id } }: Part) {
  const words = phoneWords[useScreen((state) => state.language)];
  const has = useOutline((state) => state.journey.readings.some((one) => one.touchpointId === id));
  if (!has) return null;
  return (
    <Section title={words.sections.measured}>
      <Suspense>
        <Measured touchpointId={id} />
      </Suspense>
    </Section>
  );
}

function Moments({ touchpoint }: Part) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const all = useOutline((state) => state.journey.moments);
  const here = all.filter(({ touchpointId }) => touchpointId === touchpoint.id);
  if (here.length === 0) return null;
  return (
    <Section title={words.sections.moments}>
      {here.map((moment) => (
        <div key={moment.id} className={styles.moment}>
          <strong>{moment.question || sceneWordsFor(language).momentOf[moment.kind]}</strong>
          {moment.passWhen !== '' && (
            <span>
              {words.passWhen}: {moment.passWhen}
            </span>
          )}
          {moment.failWhen !== '' && (
            <span>
              {words.failWhen}: {moment.failWhen}
            </span>
          )}
        </div>
      ))}
    </Section>
  );
}

function Notes({ touchpoint }: Part) {
  const words = phoneWords[useScreen((state) => state.language)];
  const journey = useProjection((state) => state.journey);
  const notes = notesOf(journey, touchpoint.id);
  if (notes.length === 0) return null;
  return (
    <Section title={words.sections.noted}>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <NoteLine key={note.record.id} note={note} />
        ))}
      </ul>
    </Section>
  );
}

function Links({ touchpoint, onOpen }: Part & Pick<TouchpointFactsProps, 'onOpen'>) {
  const words = phoneWords[useScreen((state) => state.language)];
  const links = useOutline((state) => state.journey.links);
  const out = links.filter(({ from }) => from === touchpoint.id);
  const into = links.filter(({ to }) => to === touchpoint.id);
  if (out.length + into.length === 0) return null;
  return (
    <Section title={words.sections.links}>
      <ul className={styles.links}>
        {out.map((link) => (
          <LinkLine key={link.id} link={link} otherId={link.to} way={words.leadsTo} onOpen={onOpen} />
        ))}
        {into.map((link) => (
          <LinkLine key={link.id} link={link} otherId={link.from} way={words.comesFrom} onOpen={onOpen} />
        ))}
      </ul>
    </Section>
  );
}

function LinkLine({
  link,
  otherId,
  way,
  onOpen,
}: {
  readonly link: Link;
  readonly otherId: string;
  readonly way: string;
  readonly onOpen: (id: string) => void;
}) {
  const language = useScreen((state) => state.language);
  const other = useRecord('touchpoints', otherId);
  const address = useOutline((state) => state.layout.cards.get(otherId)?.address);
  if (!other) return null;
  const facts = linkFacts(link, language);
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => onOpen(otherId)}>
        <span>
          {way} {address !== undefined && <span className={styles.address}>{address}</span>}{' '}
          <strong>{other.title}</strong>
        </span>
        {facts !== '' && <span className={styles.quiet}>{facts}</span>}
      </button>
    </li>
  );
}
