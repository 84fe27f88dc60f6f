/**
 * The page from 640 px up: top bar, points of view, canvas with the inspector docked at its right, status line.
 * What only some need (inspector, dialogs, name line, files) is fetched when it is wanted.
 */
import { lazy, Suspense, useState } from 'react';
import { canvasCamera } from '../canvas/camera.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { runAction } from '../canvas/toolActions.ts';
import { findBox } from '../panels/find/part.ts';
import type { StatusLineProps } from '../panels/statusLine/StatusLine.tsx';
import { PersonaStrip } from '../panels/personaStrip/PersonaStrip.tsx';
import { TopBar } from '../panels/topBar/TopBar.tsx';
import { useIsSeen, useMapSession, useScreen } from '../state/mapSession.ts';
import { useLanguage, useWords } from '../state/interfaceStore.ts';
import { readName, writeName } from '../state/personName.ts';
import { createPart, useFetched } from '../ui/part.tsx';
import { topBarWords } from '../words/topBar.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import type { PageNeeds } from './PageServices.tsx';
import { showAddress, showRecord } from './showRecord.ts';
import { toolGroups } from './toolItems.ts';
import { useExportEntries } from './useExportEntries.ts';
import { useInspectorOnSelection } from './useInspectorOnSelection.ts';
import { useLooking } from './useLooking.tsx';
import { useUndoSteps } from './useUndoSteps.ts';
import { useView } from './useView.ts';
import { OverlayButton, ViewsButton } from './StripButtons.tsx';
import styles from './WideMap.module.css';

const FindBox = findBox.Part;

const overlayHost = createPart(() => import('./OverlayHost.tsx').then((part) => part.OverlayHost));
const OverlayHost = overlayHost.Part;
const checksHost = createPart(() => import('./ChecksHost.tsx').then((part) => part.ChecksHost));
const ChecksHost = checksHost.Part;

const { Part: TableView } = createPart(() => import('../table/TableView.tsx').then((part) => part.TableView));
const { Part: WideInsights } = createPart(() =>
  import('./WideInsights.tsx').then((part) => part.WideInsights),
);
const inspector = createPart(() =>
  import('../panels/inspector/Inspector.tsx').then((part) => part.Inspector),
);
const Inspector = inspector.Part;
const palette = createPart(() => import('./PaletteHost.tsx').then((part) => part.PaletteHost));
const PaletteHost = palette.Part;
const readingPanel = createPart(() =>
  import('../panels/reading/ReadingPanel.tsx').then((part) => part.ReadingPanel),
);
const ReadingPanel = readingPanel.Part;
const statusLine = createPart(() => import('./seenParts.ts').then((part) => part.StatusLine));
const StatusLine = statusLine.Part;
const pageServices = createPart(() => import('./seenParts.ts').then((part) => part.PageServices));
const PageServices = pageServices.Part;
const { Part: KeepInSight } = createPart(() => import('./KeepInSight.tsx').then((part) => part.KeepInSight));
const NamePrompt = lazy(() =>
  import('../panels/name/NamePrompt.tsx').then((part) => ({ default: part.NamePrompt })),
);

const Importing = lazy(() => import('./Importing.tsx').then((part) => ({ default: part.Importing })));

export interface WideMapProps {
  readonly storage: Storage;
  /** What this visit opened the map with. */
  readonly token: string;
  readonly onHome: () => void;
  readonly onImport: (file: File) => void;
}

const zoom = {
  fitAll: () => canvasCamera.fitAll(),
  zoomIn: () => canvasCamera.zoomIn(),
  zoomOut: () => canvasCamera.zoomOut(),
  zoomTo: (level: number) => canvasCamera.zoomTo(level),
};

export function WideMap({ storage, token, onHome, onImport }: WideMapProps) {
  const session = useMapSession();
  const { screen, editing, presence, role } = session;
  const language = useLanguage();
  const words = useWords(topBarWords);
  const dialog = useScreen((state) => state.dialog);
  const panel = useScreen((state) => state.panel);
  const tool = useScreen((state) => state.tool);
  const { undo, redo } = useUndoSteps();
  const finding = useScreen((state) => state.finding);
  const isOverlaid = useScreen(({ overlay }) => overlay !== null);
  const view = useView(storage);
  useInspectorOnSelection();
  const [askName, setAskName] = useState(() => role !== 'viewer' && readName(storage) === null);
  const exportEntries = useExportEntries();
  const openName = role === 'viewer' ? null : () => setAskName(true);
  const [isAtRest, setAtRest] = useState(false);

  const help = () => runAction('help', session);
  const backToMap = () => screen.setState({ view: 'map' });
  const going = { onGo: (id: string) => showRecord(session, id), onAddress: showAddress };
  const looking = useLooking()(going);
  const aside = (
    <div className={styles.side}>
      {finding && (
        <ErrorBoundary onClose={() => screen.setState({ finding: false })}>
          <Suspense fallback={null}>
            <FindBox {...going} onClose={() => screen.setState({ finding: false })} />
          </Suspense>
        </ErrorBoundary>
      )}
      {isAtRest && (
        <Suspense fallback={null}>
          <ErrorBoundary quiet>
            <ChecksHost storage={storage} onGo={going.onGo} />
          </ErrorBoundary>
        </Suspense>
      )}
      {panel === 'inspector' && (
        <Suspense fallback={null}>
          <ErrorBoundary quiet>
            <KeepInSight />
          </ErrorBoundary>
        </Suspense>
      )}
      {editing && panel === 'inspector' && (
        <aside className={styles.inspector} aria-labelledby="details">
          <h2 id="details" className={styles.unseen}>
            {words.details}
          </h2>
          <ErrorBoundary onClose={() => screen.setState({ panel: 'none' })}>
            <Suspense fallback={null}>
              <Inspector />
            </Suspense>
          </ErrorBoundary>
        </aside>
      )}
      {!editing && panel === 'inspector' && (
        <Suspense fallback={null}>
          <ErrorBoundary quiet>
            <ReadingPanel className={styles.inspector} onOpen={going.onGo} />
          </ErrorBoundary>
        </Suspense>
      )}
    </div>
  );
  return (
    <div className={styles.page} data-testid="map-page" data-role={role}>
      <ServicesLater
        storage={storage}
        onHome={onHome}
        onName={openName}
        inspector={inspector}
        ahead={[findBox, palette]}
        onQuiet={() => setAtRest(true)}
      />
      <TopBar
        tools={toolGroups(session, language, { tool, undo, redo })}
        exportEntries={exportEntries}
        onHome={onHome}
        onShare={() => runAction('share', session)}
        onName={openName}
        onVersions={() => runAction('versions', session)}
        onMapFacts={editing ? () => runAction('mapFacts', session) : null}
      />
      {view === 'table' ? (
        <ErrorBoundary key="table" onClose={backToMap}>
          <Suspense fallback={<Loading />}>
            <TableView
              storage={storage}
              narrow={false}
              onHelp={help}
              aside={aside}
              views={<ViewsButton />}
              bar={looking}
            />
          </Suspense>
        </ErrorBoundary>
      ) : view === 'insights' ? (
        <ErrorBoundary key="insights" onClose={backToMap}>
          <Suspense fallback={<Loading />}>
            <WideInsights aside={aside} token={token} storage={storage} />
            {looking}
          </Suspense>
        </ErrorBoundary>
      ) : (
        <>
          <PersonaStrip
            onCompare={() => runAction('compareCurves', session)}
            views={
              <>
                <OverlayButton />
                <ViewsButton />
              </>
            }
          />
          <main className={styles.middle}>
            <div className={styles.canvas}>
              <MapCanvas />
            </div>
            {aside}
          </main>
          {isOverlaid && (
            <ErrorBoundary onClose={() => screen.setState({ overlay: null })}>
              <Suspense fallback={null}>
                <OverlayHost />
              </Suspense>
            </ErrorBoundary>
          )}
          {looking}
        </>
      )}
      {askName && !session.isFirst && (
        <ErrorBoundary quiet>
          <Suspense fallback={null}>
            <NamePrompt
              name={readName(storage) ?? ''}
              onAnswer={(answer) => {
                presence.set({ name: writeName(storage, answer) });
                setAskName(false);
              }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      {view !== 'table' && <FootLater zoom={view === 'map' ? zoom : null} onHelp={help} />}
      {dialog === 'palette' && (
        <ErrorBoundary onClose={() => screen.setState({ dialog: null })}>
          <Suspense fallback={null}>
            <PaletteHost />
          </Suspense>
        </ErrorBoundary>
      )}
      {/* A Suspense of its own: while it waits, what stands beside it in the same one is hidden and loses the focus. */}
      {(editing || isAtRest) && (
        <ErrorBoundary quiet>
          <Suspense fallback={null}>
            <Importing onNewMap={onImport} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

/** Both by themselves: the page is not rendered anew when they come. */
function ServicesLater(services: PageNeeds) {
  return useFetched(pageServices, useIsSeen()) && <PageServices {...services} />;
}

function FootLater(line: StatusLineProps) {
  if (useFetched(statusLine, useIsSeen())) return <StatusLine {...line} />;
  // Its place, so that the map does not move when it comes.
  return <div className={styles.foot} />;
}
