/** One version: what it is, its map drawn as it would be on a sheet, and the way to put it back. */
import { useEffect, useState } from 'react';
import type { VersionFacts } from '../../protocol/http.ts';
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import type { Scene } from '../../layout/scene.ts';
import { layoutSheet } from '../../layout/sheet.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { parseMap } from '../../model/parseMap.ts';
import { nextFrame } from '../../state/frame.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { readVersion } from '../../sync/versionsApi.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { problemWords, type ProblemKey } from '../../words/problems.ts';
import { sceneWordsFor } from '../../words/scene.ts';
import { sheetWordsFor } from '../../words/sheet.ts';
import { versionWords } from '../../words/versions.ts';
import { problemOfServer } from '../problem/problemOfServer.ts';
import { ProblemNote } from '../problem/ProblemNote.tsx';
import { ScenePane, type OpenImages } from './ScenePane.tsx';
import { DeleteQuestion, NameForm, VersionMenu, type Asking } from './VersionTools.tsx';
import { writeCounts } from './versionText.ts';
import styles from './VersionsDialog.module.css';

export interface VersionPreviewProps {
  readonly version: VersionFacts;
  readonly name: string;
  readonly token: string;
  readonly openImages: OpenImages;
  readonly onBack: () => void;
  /** Null for those who may not. */
  readonly onRestore: (() => void) | null;
  readonly onRename: ((title: string) => Promise<boolean>) | null;
  readonly onDelete: (() => void) | null;
  readonly busy: boolean;
}

type Drawn =
  | { readonly kind: 'coming' }
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'problem'; readonly problem: ProblemKey };

export function VersionPreview({
  version,
  name,
  token,
  openImages,
  onBack,
  onRestore,
  onRename,
  onDelete,
  busy,
}: VersionPreviewProps) {
  const { mapId } = useMapSession();
  const language = useLanguage();
  const words = versionWords[language];
  const problems = useWords(problemWords);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);
  const drawn = useDrawn(mapId, token, version.id, attempt);
  return (
    <>
      <header className={styles.head}>
        <IconButton icon="chevron-left" label={words.back} className={styles.back} onClick={onBack} />
        <div className={styles.titles}>
          <h3 className={styles.name} data-testid="version-title">
            {name}
          </h3>
          <p className={styles.note}>
            {version.isCurrent
              ? words.sameAsNow
              : onRestore
                ? words.restoreNote
                : writeCounts(version, language)}
          </p>
        </div>
        {onRestore && !version.isCurrent && (
          <Button kind="main" onClick={onRestore} disabled={busy} data-testid="restore-version">
            {words.restore}
          </Button>
        )}
        {onRename && asking === null && (
          <VersionMenu version={version} canDelete={onDelete !== null} onAsk={setAsking} />
        )}
      </header>
      {asking === 'name' && onRename && (
        <NameForm version={version} busy={busy} onRename={onRename} onDone={() => setAsking(null)} />
      )}
      {asking === 'delete' && onDelete && (
        <DeleteQuestion busy={busy} onDelete={onDelete} onKeep={() => setAsking(null)} />
      )}
      {drawn.kind === 'coming' && (
        <p role="status" className={styles.said}>
          {words.drawing}
        </p>
      )}
      {drawn.kind === 'problem' && (
        <ProblemNote problem={drawn.problem} words={problems[drawn.problem]}>
          <Button small onClick={() => setAttempt(attempt + 1)}>
            {words.tryAgain}
          </Button>
        </ProblemNote>
      )}
      {drawn.kind === 'scene' && (
        <ScenePane scene={drawn.scene} label={words.picture(name)} openImages={openImages} />
      )}
    </>
  );
}

function useDrawn(mapId: string, token: string, id: string, attempt: number): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'coming' });
  useEffect(() => {
    let gone = false;
    setDrawn({ kind: 'coming' });
    void readVersion(mapId, token, id).then((answer) => {
      if (gone) return;
      if (!answer.ok)
        return setDrawn({ kind: 'problem', problem: problemOfServer(answer.failure, 'versionNotShown') });
      const parsed = parseMap(answer.value);
      if (parsed.ok) setDrawn({ kind: 'scene', scene: drawSheet(parsed.map) });
      else setDrawn({ kind: 'problem', problem: 'versionNotShown' });
    });
    return () => {
      gone = true;
    };
  }, [mapId, token, id, attempt]);
  return drawn;
}

/** Until a version is chosen: the map as it was when the panel opened, which every version is held against. */
export function PresentMap({
  note,
  openImages,
}: { readonly note: string } & Pick<VersionPreviewProps, 'openImages'>) {
  const { projection } = useMapSession();
  const words = useWords(versionWords);
  const [scene, setScene] = useState<Scene | null>(null);
  // Drawn when the panel is seen: a large map takes its time.
  useEffect(() => nextFrame(() => setScene(drawSheet(projection.getState().journey))), [projection]);
  return (
    <>
      <header className={styles.head} data-testid="present-map">
        <div className={styles.titles}>
          <h3 className={styles.name}>{words.present}</h3>
          <p className={styles.note}>{note}</p>
        </div>
      </header>
      {scene && <ScenePane scene={scene} label={words.present} openImages={openImages} />}
    </>
  );
}

/** The sheet of exports, so that nothing of the version is hidden by what this screen hides. */
function drawSheet(journey: JourneyMap): Scene {
  const { language } = journey.map;
  const layout = layoutMap(journey, layoutOptionsFor(journey));
  return layoutSheet(journey, layout, {
    words: sheetWordsFor(language),
    sceneWords: sceneWordsFor(language),
  });
}
