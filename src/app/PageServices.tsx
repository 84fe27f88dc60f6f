/**
 * What only the page can do for the table of actions: going home, files, language, theme, settings; and what waits until
 * nobody touches the page: parts that will soon be wanted, and all others kept on the device of those who edit.
 */
import { useEffect, useEffectEvent } from 'react';
import { servePage } from '../canvas/pageRuns.ts';
import type { ExportOptions } from '../export/exportOptions.ts';
import type { FileFormatName } from '../export/fileFormats.ts';
import { useInterface, useWords } from '../state/interfaceStore.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { topBarWords } from '../words/topBar.ts';
import { prepareMenu } from '../ui/MenuButton.tsx';
import { keepPartsOnDevice } from './keepPartsOnDevice.ts';
import { present } from './presenting.ts';
import { showAddress, showRecord } from './showRecord.ts';
import { untilQuiet } from './untilQuiet.ts';

interface Fetched {
  fetch(): Promise<void>;
}

/** The map has been drawn by then, also on a slow machine. */
const quietMs = 1500;

export interface PageNeeds {
  readonly storage: Storage;
  readonly onHome: () => void;
  /** Null for those whose name nobody sees. */
  readonly onName: (() => void) | null;
  /** Where it may be wanted. */
  readonly inspector?: Fetched;
  /** What is typed at once after its key shall find its field: the first for everybody, the rest for those who edit. */
  readonly ahead?: readonly Fetched[];
  /** Nobody has touched the page for a while: for what may cost a moment. */
  readonly onQuiet?: () => void;
}

export function PageServices({ storage, onHome, onName, inspector, ahead = [], onQuiet }: PageNeeds): null {
  const session = useMapSession();
  const look = useInterface();
  const toast = useToast();
  const words = useWords(topBarWords).export;
  const home = useEffectEvent(onHome);
  const tell = useEffectEvent((text: string) => toast({ text, stays: true }));
  const mention = useEffectEvent((text: string) => toast({ text }));
  // Of what comes once its part is here, which may be after the map became live.
  const shown = useEffectEvent(() => session);
  const goToMatch = useEffectEvent(
    (step: 1 | -1) =>
      void import('../panels/find/useMatches.ts').then((part) =>
        part.goToMatch(shown(), { onGo: (id) => showRecord(shown(), id), onAddress: showAddress }, step),
      ),
  );
  const askName = useEffectEvent(() => onName?.());
  const take = useEffectEvent((format: FileFormatName, wished: Partial<ExportOptions> = {}) => {
    import('../panels/takeAway/takeAway.ts')
      .then((takeAway) => takeAway.takeFile(shown(), format, new Date(), { wished }))
      .then((name) => toast({ text: words.done(name) }))
      .catch((error: unknown) => toast({ text: words.failed, details: String(error), stays: true }));
  });
  const future = useEffectEvent(() => {
    import('./makeFuture.ts')
      .then((part) => part.makeFuture(shown(), storage, look.getState().language))
      .then((text) => toast({ text, stays: true }))
      .catch((error: unknown) => toast({ text: words.failed, details: String(error), stays: true }));
  });
  const startFrom = useEffectEvent((template: string, name: string) => {
    import('./startFrom.ts')
      .then((part) => part.startFrom(template, name, storage, look.getState().language))
      .then((text) => text !== null && toast({ text, stays: true }))
      .catch((error: unknown) => toast({ text: words.failed, details: String(error), stays: true }));
  });
  const hasName = onName !== null;
  // What edits is wanted first of all, and again by whoever was offline just then.
  const wanted = session.editing !== null && !session.isFirst ? inspector : undefined;
  useEffect(() => {
    if (!wanted) return;
    const fetch = () => wanted.fetch().catch(() => undefined);
    void fetch();
    addEventListener('online', fetch);
    return () => removeEventListener('online', fetch);
  }, [wanted]);
  const { isFirst } = session;
  const canEdit = session.editing !== null;
  const fetchAhead = useEffectEvent(() => {
    onQuiet?.();
    const parts = ahead.slice(0, canEdit ? undefined : 1).map((part) => part.fetch());
    if (canEdit) prepareMenu();
    for (const part of canEdit ? [...parts, keepPartsOnDevice()] : parts) part.catch(() => undefined);
  });
  const isAwaited = onQuiet !== undefined && !isFirst;
  useEffect(() => {
    if (!isAwaited) return;
    let isGone = false;
    void untilQuiet(quietMs).then(() => !isGone && fetchAhead());
    return () => {
      isGone = true;
    };
  }, [isAwaited, canEdit]);
  useEffect(
    () =>
      servePage({
        home: () => home(),
        present: () => present(session),
        goToMatch: (step) => goToMatch(step),
        askName: hasName ? () => askName() : null,
        takeFile: (format) => take(format),
        takeReport: () => take('pdf', { content: 'report', paper: 'A4' }),
        importFile: () => void import('./bringFiles.ts').then((part) => part.chooseFile()),
        startFrom: (template, name) => startFrom(template, name),
        makeFuture: () => future(),
        tell: (text) => tell(text),
        mention: (text) => mention(text),
        setLanguage: (language) => look.setLanguage(language),
        setTheme: (theme) => look.setTheme(theme),
        setLetterKeys: (on) => look.setLetterKeys(on),
        setWheel: (use) => look.setWheel(use),
        setCursors: (shown) => look.setCursors(shown),
      }),
    [session, look, hasName],
  );
  return null;
}
