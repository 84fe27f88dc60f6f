/**
 * The checks (L01 to L17) as a quiet list: what was found, what to do about it, a remedy in one step where there is one,
 * and setting aside with a reason, which is kept in the map. Who may only look reads the list.
 */
import { useId, useState } from 'react';
import type { Finding, Remedy } from '../model/finding.ts';
import { isJourneyLane } from '../model/laneKinds.ts';
import { useMapSession, type Editing, type MapSession } from '../state/mapSession.ts';
import { Button } from '../ui/Button.tsx';
import { checkWords, findingMessage } from '../words/checks.ts';
import type { InsightsWords } from '../words/insights.ts';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Section, Tag } from './Section.tsx';
import styles from './Checks.module.css';
import insightsStyles from './Insights.module.css';

export function ChecksSection({ onGo }: { readonly onGo: (id: string) => void }) {
  const { analyses, facts } = useInsights();
  const words = facts.words.checks;
  const open = analyses.lint.filter(({ dismissed }) => dismissed === null);
  const aside = analyses.lint.filter(({ dismissed }) => dismissed !== null);
  return (
    <Section
      number={20}
      name={words.name}
      rests={words.open(open.length)}
      testId="insights-checks"
      className={insightsStyles.allWide}
    >
      {open.length === 0 && <Empty says={words.none} />}
      <ul className={styles.list}>
        {open.map((finding) => (
          <OpenFinding key={`${finding.kind} ${finding.targetId}`} finding={finding} onGo={onGo} />
        ))}
      </ul>
      {aside.length > 0 && (
        <details className={styles.aside}>
          <summary>{words.setAside(aside.length)}</summary>
          <ul className={styles.list}>
            {aside.map((finding) => (
              <AsideFinding key={`${finding.kind} ${finding.targetId}`} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function OpenFinding({ finding, onGo }: { readonly finding: Finding; readonly onGo: (id: string) => void }) {
  const { language, facts } = useInsights();
  const session = useMapSession();
  const [asking, setAsking] = useState(false);
  const { editing } = session;
  const words = facts.words.checks;
  const { name, todo, remedy: remedyName } = checkWords[language][finding.kind];
  const apply = editing && remedyOf(finding, session, editing, facts.words, onGo);
  return (
    <li className={styles.finding} data-testid="finding" data-code={finding.code}>
      <Said finding={finding} name={name} />
      <p className={styles.todo}>{todo}</p>
      {editing && !asking && (
        <div className={styles.actions}>
          {apply && remedyName && (
            <Button small onClick={apply}>
              {remedyName}
            </Button>
          )}
          <Button small kind="text" onClick={() => setAsking(true)}>
            {words.dismiss}
          </Button>
        </div>
      )}
      {editing && asking && (
        <ReasonForm
          words={words}
          onCancel={() => setAsking(false)}
          onKeep={(reason) => {
            const { code, aspect, targetId } = finding;
            const by = session.presence.me()?.name ?? '';
            editing.commands.create('dismissals', {
              code,
              aspect,
              targetId,
              reason,
              by,
              at: new Date().toISOString(),
            });
          }}
        />
      )}
    </li>
  );
}

/** Name of the check, where it is, and the sentence about it. */
function Said({ finding, name }: { readonly finding: Finding; readonly name: string }) {
  const { map, language } = useInsights();
  const ids = finding.ids.filter((id) => map.touchpoints.some((touchpoint) => touchpoint.id === id));
  const [first] = ids;
  return (
    <p className={styles.said}>
      {first !== undefined && <Tag id={first} />}
      {ids.length > 0 ? <Figure ids={ids} text={name} className={styles.name} /> : <strong>{name}</strong>}
      <span>{findingMessage(finding, language)}</span>
    </p>
  );
}

interface ReasonFormProps {
  readonly words: InsightsWords['checks'];
  readonly onKeep: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ words, onKeep, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onKeep(reason.trim());
      }}
    >
      <label htmlFor={id}>{words.reason}</label>
      <input
        id={id}
        className={styles.field}
        maxLength={400}
        value={reason}
        placeholder={words.reasonHint}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button small type="submit" disabled={reason.trim() === ''}>
        {words.keep}
      </Button>
      <Button small kind="text" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}

function AsideFinding({ finding }: { readonly finding: Finding }) {
  const { language, facts } = useInsights();
  const { editing } = useMapSession();
  const words = facts.words.checks;
  const { dismissed } = finding;
  if (!dismissed) return null;
  const date = dismissed.at === null ? '' : facts.numbers.date(dismissed.at);
  return (
    <li className={styles.finding} data-testid="finding-aside">
      <Said finding={finding} name={checkWords[language][finding.kind].name} />
      <p className={styles.todo}>
        {[dismissed.reason, words.by(dismissed.by, date)].filter(Boolean).join(' · ')}
      </p>
      {editing && (
        <Button small kind="text" onClick={() => editing.commands.remove([dismissed.id])}>
          {words.restore}
        </Button>
      )}
    </li>
  );
}

/** One step of undo; what only a person can know opens the record on the map. Null where the page can do nothing. */
function remedyOf(
  { remedy, values }: Finding,
  { screen, projection }: MapSession,
  { commands }: Editing,
  words: InsightsWords,
  onGo: (id: string) => void,
): (() => void) | null {
  const { lanes, touchpoints } = projection.getState().journey;
  const act = (one: Remedy): (() => void) | null => {
    switch (one.kind) {
      case 'add-touchpoint': {
        const laneId = lanes.find(({ kind }) => isJourneyLane(kind))?.id;
        if (laneId === undefined) return null;
        return () =>
          void commands.create('touchpoints', {
            title: words.checks.newTouchpoint,
            stageId: one.stageId,
            laneId,
          });
      }
      case 'add-opportunity': {
        const stageId = touchpoints.find(({ id }) => id === one.touchpointId)?.stageId ?? null;
        const laneId = lanes.find(({ kind }) => kind === 'opportunities')?.id ?? null;
        return () =>
          void commands.create('opportunities', {
            title: words.checks.newOpportunity(values.name),
            stageId,
            laneId,
            touchpointIds: [one.touchpointId],
          });
      }
      case 'make-loop':
        return () => void commands.update('links', one.linkIds, { kind: 'loop' });
      case 'edit-field':
        if (one.collection === 'touchpoints') return () => onGo(one.id);
        if (one.collection === 'channels') return null;
        return () => screen.setState({ view: 'map', selection: new Set([one.id]), panel: 'inspector' });
    }
  };
  return remedy && act(remedy);
}
