/**
 * The first page: my maps on this device, the templates, a file to import, a blank map. Everything that makes a map
 * opens it at once, so the first touchpoint is two actions away (U32).
 */
import {
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type DragEvent,
} from 'react';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import {
  forgetMap,
  onRemembered,
  rememberedChanges,
  rememberedMaps,
  type DeviceMap,
} from '../../state/deviceMaps.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { prepareMenu } from '../../ui/MenuButton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { homeWords } from '../../words/home.ts';
import { problemWords } from '../../words/problems.ts';
import { ruleText } from '../../words/reasons.ts';
import { ProblemNote } from '../problem/ProblemNote.tsx';
import { readableFiles } from '../import/readableFiles.ts';
import { homeImport, readForHome, type ImportedHere } from '../import/homeImport.ts';
import { HomeHead } from './HomeHead.tsx';
import {
  makeBlankMap,
  makeFromMap,
  makeFromTemplate,
  type Made,
  type MapProblem,
  type Workshop,
} from './makeMap.ts';
import { MapBin } from './MapBin.tsx';
import { MapGrid } from './MapGrid.tsx';
import { MapQuestion, type MapQuestionKind } from './MapQuestion.tsx';
import { TemplateRow } from './TemplateRow.tsx';
import { useMapBin } from './useMapBin.ts';
import styles from './HomePage.module.css';

const HomeImport = homeImport.Part;

/** How long the server keeps a deleted map; longer, and its key opens nothing. */
const binMs = 30 * 24 * 3_600_000;

export interface HomePageProps {
  readonly workshop: Workshop;
  readonly onOpen: (id: string, token: string) => void;
  /** Removes the local copy of a map's content. */
  readonly onForget: (id: string) => void;
  /** A file chosen elsewhere (a map's export menu) to start with. */
  readonly firstFile: File | null;
  /** It has been taken up. */
  readonly onFirstFile: () => void;
}

export function HomePage({ workshop, onOpen, onForget, firstFile, onFirstFile }: HomePageProps) {
  const { storage } = workshop;
  const words = useWords(homeWords);
  const problems = useWords(problemWords);
  const language = useLanguage();
  const toast = useToast();
  const remembered = useRememberedMaps(storage);
  const maps = remembered.filter(({ deletedAt }) => !deletedAt);
  const binned = remembered.filter(({ deletedAt }) => deletedAt);
  const bin = useMapBin(storage);
  const [search, setSearch] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<MapProblem | null>(null);
  const [imported, setImported] = useState<ImportedHere | null>(null);
  const [asked, setAsked] = useState<{ readonly kind: MapQuestionKind; readonly map: DeviceMap } | null>(
    null,
  );
  const [dropping, setDropping] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  useEffect(prepareMenu, []);
  useEffect(() => {
    document.title = 'Touchline';
  }, []);

  const make = async (sentence: string, making: () => Promise<Made>) => {
    if (busy !== null) return;
    setProblem(null);
    setBusy(sentence);
    const made = await making().catch((error: unknown): Made => ({
      ok: false,
      problem: { problem: 'partMissing', detail: String(error) },
    }));
    setBusy(null);
    if (made.ok) onOpen(made.id, made.token);
    else setProblem(made.problem);
  };
  const makeBlank = () => void make(words.creating, () => makeBlankMap(workshop, words));
  const importFile = async (file: File | undefined) => {
    if (!file || busy !== null) return;
    setProblem(null);
    setBusy(words.reading);
    const read = await readForHome(workshop, file, language).catch((error: unknown) => ({
      problem: { problem: 'partMissing' as const, detail: String(error) },
    }));
    setBusy(null);
    if ('problem' in read) setProblem(read.problem);
    else setImported(read);
  };
  const takeUp = useEffectEvent(() => {
    if (!firstFile) return;
    onFirstFile();
    void importFile(firstFile);
  });
  useEffect(() => takeUp(), []);
  const forget = (map: DeviceMap) => {
    forgetMap(storage, map.id);
    onForget(map.id);
  };
  const emptyBin = useEffectEvent(() => {
    for (const map of binned) if (workshop.now() - (map.deletedAt ?? 0) > binMs) forget(map);
  });
  useEffect(() => emptyBin(), []);

  const dropProps = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => event.currentTarget === event.target && setDropping(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      void importFile(event.dataTransfer.files[0]);
    },
  };
  return (
    <div className={classes(styles.page, dropping && styles.dropping)} data-testid="home" {...dropProps}>
      <HomeHead
        search={search}
        onSearch={setSearch}
        onImport={() => chooser.current?.click()}
        onNew={makeBlank}
      />
      <input
        ref={chooser}
        type="file"
        accept={readableFiles}
        hidden
        data-testid="import-file"
        onChange={(event) => {
          void importFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <main className={styles.main}>
        <p role="status" className={classes(styles.busy, busy === null && styles.quiet)}>
          {dropping ? words.dropHere : busy}
        </p>
        {problem && (
          <div className={styles.problem}>
            <ProblemNote
              problem={problem.problem}
              words={problems[problem.problem]}
              detail={problem.detail}
              reasons={problem.reasons?.map(({ path, rule }) => ({
                path: path.replace(/^#(\d+)$/, (_, line: string) => words.line(Number(line))),
                text: ruleText(rule, language),
              }))}
            >
              <Button onClick={() => setProblem(null)}>{words.understood}</Button>
            </ProblemNote>
          </div>
        )}
        <MapGrid
          maps={maps}
          storage={storage}
          search={search}
          onClearSearch={() => setSearch('')}
          onOpen={onOpen}
          onAsk={(kind, map) => setAsked({ kind, map })}
          onNew={makeBlank}
        />
        {search.trim() === '' && <MapBin maps={binned} onBringBack={(map) => void bin.bringBack(map)} />}
        <TemplateRow
          onUse={(template, title) =>
            void make(words.creating, () => makeFromTemplate(workshop, template, title))
          }
        />
      </main>
      {imported && (
        <Suspense fallback={null}>
          <HomeImport
            imported={imported}
            now={workshop.now}
            onClose={() => setImported(null)}
            onMake={(map) => {
              setImported(null);
              void make(words.creating, () => makeFromMap(workshop, map));
            }}
          />
        </Suspense>
      )}
      {asked && (
        <MapQuestion
          {...asked}
          onClose={() => setAsked(null)}
          onYes={() => {
            setAsked(null);
            if (asked.kind === 'delete') return void bin.remove(asked.map);
            forget(asked.map);
            toast({ text: words.forgotten(asked.map.title || words.blankMapTitle) });
          }}
        />
      )}
    </div>
  );
}

/** Read once, and again when something was written: a map that was left for this page is while this page is drawn. */
function useRememberedMaps(storage: Storage): readonly DeviceMap[] {
  const change = useSyncExternalStore(onRemembered, rememberedChanges);
  const [read, setRead] = useState(() => ({ change, maps: rememberedMaps(storage) }));
  if (read.change !== change) setRead({ change, maps: rememberedMaps(storage) });
  return read.maps;
}
