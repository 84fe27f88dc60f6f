/**
 * Compare: this map beside another state of it, an earlier version or another map (A14), its personas beside each other (A15),
 * its tiers (A13). A page of the Insights, reached from their bar; what is compared stands in the address.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { actionOf } from '../../canvas/actions.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Comparing } from '../../state/comparing.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select, type Choice } from '../../ui/Select.tsx';
import { withoutSuffix } from '../../words/futureWords.ts';
import { useInsights } from '../insightsContext.ts';
import { Empty } from '../Section.tsx';
import { OneSide } from './OneSide.tsx';
import type { KnownVersion, OtherMaps, OtherRead } from './otherMaps.ts';
import { PersonasPart } from './PersonasPart.tsx';
import { StatesPart } from './StatesPart.tsx';
import { TiersPart } from './TiersPart.tsx';
import styles from './Compare.module.css';

export interface ComparePageProps {
  readonly comparing: Comparing;
  readonly others: OtherMaps;
  readonly width: number;
}

type Kind = 'states' | 'personas' | 'tiers';
const kinds: readonly Kind[] = ['states', 'personas', 'tiers'];

export function CompareBar({ comparing, others }: Omit<ComparePageProps, 'width'>) {
  const { facts } = useInsights();
  const session = useMapSession();
  const words = facts.words.compare;
  const kind = kindOf(comparing);
  const compare = (next: Comparing | null) => session.screen.setState({ comparing: next });
  return (
    <section className={styles.bar} aria-label={words.name} data-testid="compare-bar">
      <SegmentedControl
        label={words.name}
        segments={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(next) => compare(next === 'states' ? 'choose' : next)}
      />
      {kind === 'states' && <OtherChoice comparing={comparing} others={others} onChoose={compare} />}
      <span className={styles.end}>
        {comparing !== 'choose' && comparing !== 'file' && (
          <Button kind="text" onClick={() => actionOf('share').run(session)}>
            {words.share}
          </Button>
        )}
        <Button kind="text" onClick={() => compare(null)} data-testid="compare-close">
          {words.close}
        </Button>
      </span>
    </section>
  );
}

function kindOf(comparing: Comparing): Kind {
  return comparing === 'personas' || comparing === 'tiers' ? comparing : 'states';
}

/** Its own base and future states first, then versions, then all other maps of this device. */
function OtherChoice({
  comparing,
  others,
  onChoose,
}: Omit<ComparePageProps, 'width'> & { readonly onChoose: (next: Comparing) => void }) {
  const { map, facts } = useInsights();
  const { mapId } = useMapSession();
  const words = facts.words.compare;
  const [versions, setVersions] = useState<readonly KnownVersion[]>([]);
  useEffect(() => {
    let gone = false;
    void others.versions().then((list) => {
      if (!gone) setVersions(list);
    });
    return () => {
      gone = true;
    };
  }, [others]);
  const { baseMapId } = map.map;
  const nameOf = (title: string): string => title || facts.words.untitled;
  const choices: Choice<Comparing>[] = [{ value: 'choose', label: words.choose }];
  for (const known of others.maps.toSorted((a, b) => rank(a.id, a.baseMapId) - rank(b.id, b.baseMapId)))
    choices.push({
      value: `map:${known.id}`,
      label:
        known.id === baseMapId
          ? words.baseOf(nameOf(known.title))
          : known.baseMapId === mapId
            ? words.futureOf(nameOf(withoutSuffix(known.title)))
            : words.map(nameOf(known.title)),
    });
  const related = choices.length - others.maps.filter((one) => rank(one.id, one.baseMapId) === 1).length;
  choices.splice(
    related,
    0,
    ...versions.map(({ id, title, at }): Choice<Comparing> => ({
      value: `version:${id}`,
      label: words.version(title, facts.numbers.moment(at)),
    })),
  );
  choices.push({ value: 'file', label: words.file });
  // A comparison somebody shared may name what this device does not know.
  if (!choices.some(({ value }) => value === comparing)) {
    const { map: aMap, version: aVersion } = words.unlisted;
    choices.push({ value: comparing, label: comparing.startsWith('version:') ? aVersion : aMap });
  }
  function rank(id: string, base: string | null): 0 | 1 {
    return id === baseMapId || base === mapId ? 0 : 1;
  }
  return (
    <label className={styles.with}>
      {words.with}
      <Select testId="compare-with" value={comparing} choices={choices} onChange={onChoose} />
    </label>
  );
}

export function ComparePage({ comparing, others, width }: ComparePageProps) {
  switch (comparing) {
    case 'personas':
      return <PersonasPart width={width} />;
    case 'tiers':
      return <TiersPart width={width} />;
    case 'choose':
      return <Start others={others} width={width} />;
    case 'file':
      return <FromFile others={others} width={width} />;
    default:
      return <Other key={comparing} comparing={comparing} others={others} width={width} />;
  }
}

/** Asks for the other side; this one is drawn already. */
function Start({ others, width }: Omit<ComparePageProps, 'comparing'>) {
  const { map, facts } = useInsights();
  const session = useMapSession();
  const words = facts.words.compare;
  const { baseMapId } = map.map;
  const related = others.maps.filter((one) => one.id === baseMapId || one.baseMapId === session.mapId);
  return (
    <>
      <div className={styles.start} data-testid="compare-start">
        <h2 className={styles.startTitle}>{words.startTitle}</h2>
        <p>{words.start}</p>
        {related.map(({ id, title }) => (
          <Button key={id} kind="second" onClick={() => session.screen.setState({ comparing: `map:${id}` })}>
            {id === baseMapId
              ? words.baseOf(title || facts.words.untitled)
              : words.futureOf(withoutSuffix(title) || facts.words.untitled)}
          </Button>
        ))}
        {map.map.state !== 'future' && (
          <>
            <p>{words.startFuture}</p>
            <Button kind="main" onClick={() => actionOf('makeFuture').run(session)} data-testid="make-future">
              {words.makeFuture}
            </Button>
          </>
        )}
      </div>
      <OneSide width={width} />
    </>
  );
}

/** Another map, as it is now, or a version. */
function Other({ comparing, others, width }: ComparePageProps) {
  const [read, setRead] = useState<OtherRead | null>(null);
  const [first] = useState(others);
  useEffect(() => first.follow(comparing, setRead), [comparing, first]);
  const { mapId } = useMapSession();
  const isFuture = read?.ok === true && comparing.startsWith('map:') && read.map.map.baseMapId === mapId;
  return <Shown read={read} theirs={isFuture ? 'other' : 'base'} width={width} />;
}

function Shown({
  read,
  theirs,
  width,
}: {
  readonly read: OtherRead | null;
  readonly theirs: 'base' | 'other';
  readonly width: number;
}) {
  const words = useInsights().facts.words.compare;
  if (read === null)
    return (
      <p className={styles.wait} role="status">
        {words.loading}
      </p>
    );
  if (!read.ok)
    return (
      <div className={styles.wait} role="status">
        <Empty {...words.failed[read.why]} />
      </div>
    );
  return <StatesPart theirMap={read.map} theirs={theirs} width={width} />;
}

function FromFile({ others, width }: Omit<ComparePageProps, 'comparing'>) {
  const { map, facts } = useInsights();
  const chooser = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<OtherRead | null>(null);
  const words = facts.words.compare;
  const isFuture = useMemo(() => read?.ok === true && isMadeFrom(read.map, map), [read, map]);
  return (
    <>
      <div className={styles.file}>
        <Button kind="second" onClick={() => chooser.current?.click()}>
          {words.openFile}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          data-testid="compare-file"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = '';
            if (file) void others.readFile(file).then(setRead);
          }}
        />
      </div>
      {read && <Shown read={read} theirs={isFuture ? 'other' : 'base'} width={width} />}
    </>
  );
}

/** A file has ids of its own: whose touchpoints name those of the other as their origin comes later. */
function isMadeFrom(later: JourneyMap, earlier: JourneyMap): boolean {
  const ids = new Set(earlier.touchpoints.map(({ id }) => id));
  return (
    later.map.state === 'future' &&
    earlier.map.state !== 'future' &&
    later.touchpoints.some(({ originId }) => originId !== null && ids.has(originId))
  );
}
