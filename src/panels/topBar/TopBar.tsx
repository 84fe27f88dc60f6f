/**
 * The top bar, 52 high: sign, title and state of saving; in the middle the tools; at the right who is here, what to
 * take away, and sharing. It knows no canvas: the tools come as plain data from whoever wires the page.
 */
import { useMapSession, useOutline } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { mapStateWords } from '../../words/mapStates.ts';
import { topBarWords } from '../../words/topBar.ts';
import { Brand } from './Brand.tsx';
import { MapTitle } from './MapTitle.tsx';
import { People } from './People.tsx';
import { SaveStateLine } from './SaveStateLine.tsx';
import { Toolbar, type ToolItem } from './Toolbar.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import styles from './TopBar.module.css';

export interface TopBarProps {
  /** Groups of tools, each set apart by a rule. */
  readonly tools: readonly (readonly ToolItem[])[];
  readonly exportEntries: readonly MenuEntry[];
  readonly onHome: () => void;
  readonly onShare: () => void;
  readonly onName: (() => void) | null;
  /** Opens what the map says about itself; null for those who cannot change it. */
  readonly onMapFacts: (() => void) | null;
  readonly onVersions: () => void;
}

export function TopBar({
  tools,
  exportEntries,
  onHome,
  onShare,
  onName,
  onMapFacts,
  onVersions,
}: TopBarProps) {
  const session = useMapSession();
  const words = useWords(topBarWords);
  const states = useWords(mapStateWords);
  const mapState = useOutline((state) => state.journey.map.state);
  return (
    <header className={styles.bar} data-testid="top-bar" data-editor={onMapFacts ? '' : undefined}>
      <Brand label={words.home} onOpen={onHome} />
      <div className={styles.title}>
        <MapTitle editable={session.editing !== null} />
        <div className={styles.state}>
          {onMapFacts ? (
            <button
              type="button"
              className={styles.mapState}
              title={words.mapFacts}
              onClick={onMapFacts}
              data-testid="map-facts"
            >
              {states[mapState]}
            </button>
          ) : (
            <span className={styles.mapState}>{states[mapState]}</span>
          )}
          <span className={styles.dot} aria-hidden="true">
            •
          </span>
          <SaveStateLine />
          <span className={styles.dot} aria-hidden="true">
            •
          </span>
          <button
            type="button"
            className={styles.mapState}
            onClick={onVersions}
            data-testid="versions-button"
          >
            {words.versions}
          </button>
        </div>
      </div>
      <ViewSwitch />
      <Toolbar label={words.tools} more={words.moreTools} groups={tools} />
      <div className={styles.right}>
        <People onName={onName} />
        <MenuButton label={words.export.menu} entries={exportEntries} icon="export" testId="export-menu">
          <span className={styles.word}>{words.export.menu}</span>
        </MenuButton>
        <Button kind="main" onClick={onShare} data-testid="share-button">
          {words.share}
        </Button>
      </div>
    </header>
  );
}
