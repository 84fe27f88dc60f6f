/**
 * The first tab of a touchpoint: what is changed most (picture canvas-light-en): channel, owner, time; emotion for
 * everyone and for each persona; importance, performance; the sieve; what is noted here; place and people.
 */
import { useStore } from 'zustand';
import { importancePerformance } from '../../analysis/importancePerformance.ts';
import type { Touchpoint } from '../../model/journeyMap.ts';
import { effectiveScore } from '../../model/sequence.ts';
import { useMapSession, useOutline, useProjection } from '../../state/mapSession.ts';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { percent, plain } from '../../words/scene.ts';
import { dot } from '../shownValues.ts';
import { FormFields } from './controls/FormFields.tsx';
import { Reference } from './controls/References.tsx';
import { Section } from './controls/Section.tsx';
import { SharedField } from './controls/SharedField.tsx';
import { ShortText } from './controls/ShortText.tsx';
import { Steps } from './controls/Steps.tsx';
import { WhenScale } from './controls/WhenScale.tsx';
import { EmotionHere } from './EmotionHere.tsx';
import { touchpointForms } from './forms.ts';
import { useInspector } from './inspectorContext.ts';
import { MeasuredCounts } from './MeasuredCounts.tsx';
import { NotedHere } from './NotedHere.tsx';
import { PersonaEmotions } from './PersonaEmotions.tsx';
import type { Target } from './target.ts';
import styles from './Inspector.module.css';

export interface TouchpointTabProps {
  readonly touchpoint: Touchpoint;
  readonly target: Target;
}

export function BasicsTab({
  touchpoint,
  target,
  onScores,
}: TouchpointTabProps & { readonly onScores: () => void }) {
  const { words, fields } = useInspector();
  const labels = fields.fields.touchpoints;
  const channels = useOutline((state) => state.journey.channels);
  const owners = useOwners();
  return (
    <>
      <Section title={null}>
        <div data-field="channelId">
          <Field label={labels.channelId}>
            {(control) => (
              <Reference
                {...control}
                value={touchpoint.channelId}
                required={false}
                options={() => channels}
                onChange={(channelId) => target.write({ channelId })}
              />
            )}
          </Field>
        </div>
        <SharedField target={target} field="owner">
          <Field label={labels.owner}>
            {(control) => <ShortText {...control} target={target} field="owner" suggestions={owners} />}
          </Field>
        </SharedField>
        <div className={styles.row} data-field="t">
          <span className={styles.label}>{labels.t}</span>
          <WhenScale t={touchpoint.t} onChange={(t) => target.write({ t })} />
        </div>
      </Section>
      <EmotionHere touchpoints={[touchpoint]} target={target}>
        <MeasuredCounts touchpoint={touchpoint} metric="emotion" />
        <PersonaEmotions touchpoint={touchpoint} />
        <div className={styles.row} data-field="evidenceLevel">
          <span className={styles.label} aria-hidden="true">
            {labels.evidenceLevel}
          </span>
          <SegmentedControl
            label={labels.evidenceLevel}
            value={touchpoint.evidenceLevel}
            segments={(['assumed', 'observed', 'measured'] as const).map((value) => ({
              value,
              label: fields.values.evidenceLevel[value],
            }))}
            onChange={(evidenceLevel) => target.write({ evidenceLevel })}
            className={styles.grow}
          />
        </div>
      </EmotionHere>
      <Section title={null}>
        {(['importance', 'performance'] as const).map((field) => (
          <div key={field} className={styles.row} data-field={field}>
            <span className={styles.label} aria-hidden="true">
              {labels[field]}
            </span>
            <Steps
              label={labels[field]}
              value={touchpoint[field]}
              onChange={(value) => target.write({ [field]: value })}
            />
          </div>
        ))}
        <MeasuredCounts touchpoint={touchpoint} metric="importance" />
        <MeasuredCounts touchpoint={touchpoint} metric="performance" />
        <div className={styles.keyRow}>
          <button
            type="button"
            className={styles.key}
            aria-pressed={touchpoint.key}
            onClick={() => target.write({ key: !touchpoint.key })}
          >
            {touchpoint.key ? <Icon name="star" size={18} /> : <HollowStar />}
            {words.keyContact}
          </button>
          <Gap touchpoint={touchpoint} />
        </div>
      </Section>
      <Sieve touchpoint={touchpoint} onEdit={onScores} />
      <NotedHere touchpoint={touchpoint} />
      <Section title={words.place}>
        {touchpointForms.place.map(({ fields: rows }) => (
          <FormFields key="place" target={target} fields={rows} />
        ))}
      </Section>
    </>
  );
}

/** Importance less performance, and what the quarter of both asks for (A6). */
function Gap({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { words } = useInspector();
  const { id } = touchpoint;
  const importance = useProjection(({ journey }) => effectiveScore(touchpoint, 'importance', journey));
  const performance = useProjection(({ journey }) => effectiveScore(touchpoint, 'performance', journey));
  const quarter = useProjection(
    (state) => importancePerformance(state.journey).members.find((member) => member.id === id)?.quarter,
  );
  if (importance === null || performance === null) return null;
  const gap = importance > performance ? words.gap(plain(importance - performance)) : '';
  return (
    <span className={styles.quiet}>
      {[gap, quarter ? words.quadrants[quarter] : ''].filter(Boolean).join(dot)}
    </span>
  );
}

/** The counts as the sieve takes them: measured ones before those of the fields. */
function Sieve({ touchpoint, onEdit }: { readonly touchpoint: Touchpoint; readonly onEdit: () => void }) {
  const { words } = useInspector();
  const reached = useProjection(({ journey }) => effectiveScore(touchpoint, 'reached', journey));
  const passed = useProjection(({ journey }) => effectiveScore(touchpoint, 'passed', journey));
  const conversion = useProjection(({ journey }) => effectiveScore(touchpoint, 'conversion', journey));
  const period = useOutline((state) => state.journey.map.period);
  const share =
    reached !== null && passed !== null && reached > 0 && passed <= reached ? passed / reached : conversion;
  if (reached === null && passed === null && conversion === null) return null;
  const figure = (count: number | null): string => (count === null ? '–' : plain(count, 0));
  return (
    <Section title={words.sieve[period]}>
      <button type="button" className={styles.sieve} title={words.sieveEdit} onClick={onEdit}>
        {(reached !== null || passed !== null) && (
          <span className={styles.figure}>
            {figure(reached)} → {figure(passed)}
          </span>
        )}
        {share !== null && <span>{words.getThrough(percent(share))}</span>}
        {share !== null && (
          <span className={styles.bar}>
            <span className={styles.barFill} style={{ width: `${Math.min(1, share) * 100}%` }} />
          </span>
        )}
      </button>
    </Section>
  );
}

function HollowStar() {
  return (
    <svg
      width={18}
      height={18}
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      strokeLinejoin="round"
    >
      <path d="M9 1.8l2.2 4.7 5.1.6-3.8 3.5 1 5.1L9 13.2l-4.5 2.5 1-5.1L1.7 7.1l5.1-.6z" />
    </svg>
  );
}

function useOwners(): readonly string[] {
  const { projection } = useMapSession();
  const { language } = useInspector();
  const touchpoints = useStore(projection, (state) => state.journey.touchpoints);
  return [...new Set(touchpoints.map(({ owner }) => owner).filter(Boolean))].toSorted(
    new Intl.Collator(language).compare,
  );
}
