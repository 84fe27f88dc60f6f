/** The checks (L01 to L17) on the page of insights: the same rows as beside the map, with the touchpoints' numbers. */
import type { Finding } from '../model/finding.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { AsideList, FindingList } from '../panels/checks/FindingList.tsx';
import styles from '../panels/checks/FindingList.module.css';
import { useWords } from '../state/interfaceStore.ts';
import { checkListWords } from '../words/checkList.ts';
import { checkWords, findingMessage } from '../words/checks.ts';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Section, Tag } from './Section.tsx';
import insightsStyles from './Insights.module.css';

export function ChecksSection({ onGo }: { readonly onGo: (id: string) => void }) {
  const { map, analyses } = useInsights();
  const words = useWords(checkListWords);
  const open = analyses.lint.filter(({ dismissed }) => dismissed === null);
  const aside = analyses.lint.filter(({ dismissed }) => dismissed !== null);
  const head = (finding: Finding) => <Said finding={finding} />;
  return (
    <Section
      number={20}
      name={words.name}
      rests={<Figure quiet ids={touchpointsOf(open, map)} text={words.open(open.length)} />}
      testId="insights-checks"
      className={insightsStyles.allWide}
    >
      {open.length === 0 && <Empty says={words.none} />}
      <FindingList findings={open} head={head} onGo={onGo} />
      <AsideList findings={aside} head={head} />
    </Section>
  );
}

function touchpointsOf(findings: readonly Finding[], { touchpoints }: JourneyMap): readonly string[] {
  const known = new Set(touchpoints.map(({ id }) => id));
  return [...new Set(findings.flatMap(({ ids }) => ids))].filter((id) => known.has(id));
}

/** Name of the check, where it is, and the sentence about it. */
function Said({ finding }: { readonly finding: Finding }) {
  const { map, language } = useInsights();
  const { name } = checkWords[language][finding.kind];
  const ids = touchpointsOf([finding], map);
  const [first] = ids;
  return (
    <>
      {first !== undefined && <Tag id={first} />}
      {ids.length > 0 ? <Figure ids={ids} text={name} className={styles.name} /> : <strong>{name}</strong>}
      <span>{findingMessage(finding, language)}</span>
    </>
  );
}
