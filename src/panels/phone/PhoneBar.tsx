/** The bar of a map on a phone: title and state, finding, and a menu with all that the bars of a wide screen offer. */
import { useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useInterface } from '../../state/interfaceStore.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { compareCurves } from '../../state/screen.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { appWords } from '../../words/app.ts';
import { mapStateWords } from '../../words/mapStates.ts';
import { phoneWords } from '../../words/phone.ts';
import { topBarWords } from '../../words/topBar.ts';
import { overlayMenu } from '../overlays/part.ts';
import { Brand } from '../topBar/Brand.tsx';
import { SaveStateLine } from '../topBar/SaveStateLine.tsx';
import styles from './PhoneBar.module.css';

const OverlayMenu = overlayMenu.Part;

export interface PhoneBarProps {
  /** Leads to the home page. */
  readonly onHome: () => void;
  /** Opens the share dialog. */
  readonly onShare: () => void;
  /** Chooses a file to be imported; null for who may not. */
  readonly onImport: (() => void) | null;
  readonly onFind: () => void;
  /** Stands around what is opened over the page and fetched then: `onClose` takes back the wish for it. */
  readonly over: (part: ReactNode, onClose: () => void) => ReactNode;
}

export function PhoneBar({ onHome, onShare, onImport, onFind, over }: PhoneBarProps) {
  const language = useScreen((state) => state.language);
  const { title, state } = useOutline(({ journey }) => journey.map);
  return (
    <header className={styles.bar} data-testid="top-bar">
      <Brand label={topBarWords[language].home} onOpen={onHome} />
      <div className={styles.titles}>
        <h1 className={styles.title} title={title}>
          {title || topBarWords[language].untitled}
        </h1>
        <div className={styles.state}>
          <span className={styles.mapState}>{mapStateWords[language][state]}</span>
          <span className={styles.mapState} aria-hidden="true">
            •
          </span>
          <SaveStateLine />
        </div>
      </div>
      <IconButton icon="find" label={topBarWords[language].find} className={styles.tool} onClick={onFind} />
      <MoreMenu onShare={onShare} onImport={onImport} over={over} />
    </header>
  );
}

/** What this visit may do, sharing, language, and light or dark: what the bars offer on a wide screen. */
function MoreMenu({ onShare, onImport, over }: Pick<PhoneBarProps, 'onShare' | 'onImport' | 'over'>) {
  const { role, screen } = useMapSession();
  const isCompared = useScreen((state) => state.ribbons !== null);
  const hasPersonas = useOutline(({ journey }) => journey.personas.length > 0);
  const [overlays, setOverlays] = useState<Element | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const store = useInterface();
  const { language, themeChoice } = useStore(store);
  const words = appWords[language];
  const { views, versions, export: takeAway } = topBarWords[language];
  const entries: readonly MenuEntry[] = [
    { id: 'table', icon: 'table', label: views.table, onSelect: () => screen.setState({ view: 'table' }) },
    {
      id: 'insights',
      icon: 'insights',
      label: views.insights,
      onSelect: () => screen.setState({ view: 'insights' }),
    },
    ...(hasPersonas
      ? [
          {
            id: 'compare',
            kind: 'check' as const,
            label: phoneWords[language].compare,
            checked: isCompared,
            onChange: (on: boolean) => void compareCurves(screen, on),
          },
        ]
      : []),
    {
      id: 'overlay',
      icon: 'overlay',
      label: phoneWords[language].overlay,
      onSelect: () => setOverlays(place.current),
    },
    { id: 'views', icon: 'eye', label: views.saved, onSelect: () => screen.setState({ dialog: 'views' }) },
    {
      id: 'versions',
      icon: 'clock',
      label: versions,
      onSelect: () => screen.setState({ dialog: 'versions' }),
    },
    {
      id: 'export',
      icon: 'export',
      label: takeAway.menu,
      onSelect: () => screen.setState({ dialog: 'export' }),
    },
    ...(onImport
      ? [
          {
            id: 'import',
            icon: 'import' as const,
            label: phoneWords[language].importFile,
            onSelect: onImport,
          },
        ]
      : []),
    { kind: 'separator' },
    { kind: 'heading', label: phoneWords[language].yourLink(words.roles[role]) },
    { id: 'share', label: phoneWords[language].share, onSelect: onShare },
    { kind: 'heading', label: words.language },
    ...(['en', 'zh'] as const).map((id) => ({
      id,
      label: words.languageNames[id],
      current: id === language,
      onSelect: () => store.setLanguage(id),
    })),
    { kind: 'heading', label: words.theme },
    ...(['system', 'light', 'dark'] as const).map((id) => ({
      id,
      label: words.themes[id],
      current: id === themeChoice,
      onSelect: () => store.setTheme(id),
    })),
  ];
  return (
    <span ref={place}>
      <MenuButton
        label={phoneWords[language].more}
        entries={entries}
        className={styles.tool}
        testId="phone-menu"
      />
      {overlays &&
        over(<OverlayMenu place={overlays} onClose={() => setOverlays(null)} />, () => setOverlays(null))}
    </span>
  );
}
