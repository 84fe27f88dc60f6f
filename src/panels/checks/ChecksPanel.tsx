/**
 * The checks beside the map: a column at the right of the canvas, one part a check with what to do about it said once,
 * below it what it found with its address. Pressing a row goes to the card. What is set aside is at the foot.
 */
import { useState } from 'react';
import { address } from '../../model/address.ts';
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useFocusAtOnce } from '../../ui/focusBack.ts';
import { stopLetters } from '../../ui/panelKeys.ts';
import { checkListWords } from '../../words/checkList.ts';
import { checkWords, findingMessage } from '../../words/checks.ts';
import styles from './ChecksPanel.module.css';
import { AsideList, FindingList } from './FindingList.tsx';

export interface ChecksPanelProps {
  readonly onGo: (id: string) => void;
  readonly onMarks: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Of one check; the rest is shown when it is asked for. */
const mostRows = 12;

export function ChecksPanel({ onGo, onMarks, onClose }: ChecksPanelProps) {
  const words = useWords(checkListWords);
  const heading = useFocusAtOnce<HTMLHeadingElement>();
  const findings = useScreen((state) => state.checks) ?? [];
  const marks = useScreen((state) => state.marks);
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const groups = [...Map.groupBy(open, ({ kind }) => kind).values()];
  const head = (finding: Finding) => <Where finding={finding} onGo={onGo} />;
  return (
    <section
      className={styles.panel}
      aria-labelledby="checks"
      data-testid="checks-panel"
      onKeyDown={(event) => {
        stopLetters(event);
        // One thing a press: what the page would take back with it stays. All other keys are the page's: undo, the palette.
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id="checks" ref={heading} tabIndex={-1} className={styles.name}>
          {words.name}
        </h2>
        <span role="status" className={styles.count}>
          {words.open(open.length)}
        </span>
        <IconButton small icon="close" label={words.close} onClick={onClose} />
      </header>
      <label className={styles.marks}>
        <input
          type="checkbox"
          checked={marks}
          onChange={({ currentTarget }) => onMarks(currentTarget.checked)}
        />
        {words.marks}
      </label>
      <div className={styles.body}>
        {groups.map((group) => (
          <OneCheck key={group[0]?.kind} findings={group} head={head} onGo={onGo} />
        ))}
        <AsideList findings={findings.filter(({ dismissed }) => dismissed !== null)} head={head} />
      </div>
    </section>
  );
}

interface OneCheckProps {
  readonly findings: readonly Finding[];
  readonly head: (finding: Finding) => React.ReactNode;
  readonly onGo: (id: string) => void;
}

function OneCheck({ findings, head, onGo }: OneCheckProps) {
  const language = useLanguage();
  const words = checkListWords[language];
  const [all, setAll] = useState(false);
  const [first] = findings;
  if (!first) return null;
  const { name, todo } = checkWords[language][first.kind];
  return (
    <section className={styles.check} aria-label={name}>
      <h3 className={styles.checkName}>
        {name}
        <span className={styles.number}>{findings.length}</span>
      </h3>
      <p className={styles.todo}>{todo}</p>
      <FindingList findings={all ? findings : findings.slice(0, mostRows)} head={head} todoSaid onGo={onGo} />
      {!all && findings.length > mostRows && (
        <Button small kind="text" onClick={() => setAll(true)}>
          {words.showAll(findings.length)}
        </Button>
      )}
    </section>
  );
}

/** Address and sentence; goes to the card where there is one. */
function Where({ finding, onGo }: { readonly finding: Finding; readonly onGo: (id: string) => void }) {
  const { projection } = useMapSession();
  const language = useLanguage();
  const journey = useProjection((state) => state.journey);
  const id = finding.ids.find((one) => projection.collectionOf(one) === 'touchpoints');
  const text = findingMessage(finding, language);
  if (id === undefined) return <span className={styles.text}>{text}</span>;
  return (
    <button type="button" className={styles.go} onClick={() => onGo(id)}>
      <span className={styles.address}>{addressOf(journey, id)}</span>
      <span className={styles.text}>{text}</span>
    </button>
  );
}

function addressOf({ touchpoints, stages, lanes }: JourneyMap, id: string): string {
  const place = touchpoints.find((one) => one.id === id);
  const stage = stages.findIndex((one) => one.id === place?.stageId);
  const lane = lanes.findIndex((one) => one.id === place?.laneId);
  return stage < 0 || lane < 0 ? '' : address(stage, lane);
}
