/** The line at the foot: what the map holds, who is moving what, zoom, language, theme, help. */
import { useEffect, useState, type ReactNode } from 'react';
import { createCounting } from './counts.ts';
import { useMapSession, useOutline, useProjection, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { peopleInk } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { appWords } from '../../words/app.ts';
import { statusWords } from '../../words/statusLine.ts';
import { InterfaceMenus } from '../topBar/InterfaceMenus.tsx';
import styles from './StatusLine.module.css';

/** What the status line asks of the canvas' camera. */
export interface ZoomControls {
  readonly fitAll: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** 1 = 100 %. */
  readonly zoomTo: (zoom: number) => void;
}

export interface StatusLineProps {
  /** Null where nothing zooms. */
  readonly zoom: ZoomControls | null;
  readonly onHelp?: (() => void) | undefined;
  /** What another view says of the map, in place of the counts and the zoom. */
  readonly children?: ReactNode;
}

export function StatusLine({ zoom, onHelp, children }: StatusLineProps) {
  const words = useWords(statusWords);
  const { help } = useWords(appWords);
  return (
    <footer className={styles.line} aria-label={words.label} data-testid="status-line">
      {children ?? <Counts />}
      {zoom && <Zoom zoom={zoom} />}
      <InterfaceMenus quiet className={styles.menu} />
      {onHelp && (
        <IconButton small icon="help" label={help} keys="?" className={styles.step} onClick={onHelp} />
      )}
    </footer>
  );
}

/** What the map holds, and who moves what. */
function Counts() {
  const words = useWords(statusWords);
  const [countIn] = useState(createCounting);
  // Equal counts are the same object: an edit that changes none renders nothing.
  const counts = useProjection((state) => countIn(state.journey));
  return (
    <>
      <span>{words.touchpoints(counts.touchpoints)}</span>
      {counts.rateable > 0 && <span>{words.rated(counts.rated, counts.rateable)}</span>}
      {counts.measured > 0 && <span>{words.measured(counts.measured)}</span>}
      {counts.observed > 0 && <span className={styles.minor}>{words.observed(counts.observed)}</span>}
      <Checks />
      <Moving />
      <span className={styles.gap} />
    </>
  );
}

/** How many findings wait to be looked at; opens their list. */
function Checks() {
  const { screen } = useMapSession();
  const words = useWords(statusWords);
  const isOpen = useScreen((state) => state.checking);
  const checks = useScreen((state) => state.checks);
  const isBlank = useOutline(({ journey }) => journey.touchpoints.length === 0);
  // A map just begun is not wrong yet.
  if (!checks || isBlank) return null;
  return (
    <Button
      kind="text"
      className={styles.fit}
      aria-expanded={isOpen}
      data-testid="check-count"
      onClick={() => screen.setState({ checking: !isOpen })}
    >
      {words.checks(checks.filter(({ dismissed }) => !dismissed).length)}
    </Button>
  );
}

function Zoom({ zoom }: { readonly zoom: ZoomControls }) {
  const words = useWords(statusWords);
  const level = useScreen((state) => state.zoom);
  return (
    <div className={styles.zoom} role="group" aria-label={words.zoom}>
      <Button kind="text" className={styles.fit} title={words.fitLong} onClick={zoom.fitAll}>
        {words.fit}
      </Button>
      <IconButton small icon="minus" label={words.zoomOut} className={styles.step} onClick={zoom.zoomOut} />
      <NumberField
        aria-label={words.zoomExact}
        className={styles.value}
        value={Math.round(level * 100)}
        min={10}
        max={400}
        step={10}
        optional={false}
        testId="zoom-value"
        onCommit={(percent) => percent !== null && zoom.zoomTo(percent / 100)}
      />
      <span className={styles.percent} aria-hidden="true">
        %
      </span>
      <IconButton small icon="plus" label={words.zoomIn} className={styles.step} onClick={zoom.zoomIn} />
    </div>
  );
}

/** Who is dragging which card right now. */
function Moving() {
  const { presence, projection } = useMapSession();
  const words = useWords(statusWords);
  const [others, setOthers] = useState(() => presence.others());
  useEffect(() => {
    const read = () => setOthers(presence.others());
    read();
    return presence.subscribe(read);
  }, [presence]);
  const mover = others.find(({ drag }) => drag !== null && drag.ids.length > 0);
  const id = mover?.drag?.ids[0];
  const touchpoint = id === undefined ? undefined : projection.find('touchpoints', id);
  if (!mover || !touchpoint) return null;
  return (
    <span className={styles.moving} style={{ color: `var(--${peopleInk(mover.colour)})` }}>
      {words.moving(mover.name, touchpoint.title)}
    </span>
  );
}
