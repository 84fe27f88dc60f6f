/** The versions by day, the newest first; one of them is chosen. */
import { Fragment } from 'react';
import type { VersionFacts } from '../../protocol/http.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { versionWords } from '../../words/versions.ts';
import { writeCounts, writeDay, writeName, writeTime } from './versionText.ts';
import styles from './VersionsDialog.module.css';

export interface VersionListProps {
  readonly versions: readonly VersionFacts[];
  readonly chosen: string | null;
  /** ms since 1970. */
  readonly now: number;
  readonly onChoose: (id: string) => void;
}

export function VersionList({ versions, chosen, now, onChoose }: VersionListProps) {
  const language = useLanguage();
  const days = Map.groupBy(versions, ({ at }) => writeDay(Date.parse(at), now, language));
  return (
    <div role="group" aria-label={versionWords[language].list}>
      {[...days].map(([day, rows]) => (
        <Fragment key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul className={styles.rows}>
            {rows.map((version) => (
              <li key={version.id}>
                <Row version={version} current={version.id === chosen} now={now} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

function Row({
  version,
  current,
  now,
  onChoose,
}: {
  readonly version: VersionFacts;
  readonly current: boolean;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}) {
  const language = useLanguage();
  const words = versionWords[language];
  const time = writeTime(Date.parse(version.at), language);
  const who = version.by.join(language === 'zh' ? '、' : ', ');
  return (
    <button
      type="button"
      className={styles.row}
      data-testid="version"
      data-id={version.id}
      data-kind={version.kind}
      aria-current={current}
      onClick={() => onChoose(version.id)}
    >
      <span className={styles.time}>{time}</span>
      <span className={styles.about}>
        {version.isCurrent && <span className={styles.now}>{words.now}</span>}
        {version.kind !== 'automatic' && (
          <b className={version.kind === 'named' ? styles.named : undefined}>
            {writeName(version, now, language)}
          </b>
        )}
        {who && <span className={styles.who}>{who}</span>}
        <span className={styles.counts}>{writeCounts(version, language)}</span>
      </span>
    </button>
  );
}
