/** My maps on this device, last opened first, found by title, stage or touchpoint; at the end the blank sheet. */
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { whenSpare } from '../../state/frame.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { rememberedPicture, type DeviceMap } from '../../state/deviceMaps.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { appWords } from '../../words/app.ts';
import { homeWords } from '../../words/home.ts';
import { findMaps } from './findMaps.ts';
import { MapPicture } from './MapPicture.tsx';
import type { MapQuestionKind } from './MapQuestion.tsx';
import { useNear } from './useNear.ts';
import { usePeopleHere } from './usePeopleHere.ts';
import { writeWhen } from './writeWhen.ts';
import styles from './MapGrid.module.css';

export interface MapGridProps {
  readonly maps: readonly DeviceMap[];
  readonly storage: Storage;
  readonly search: string;
  readonly onClearSearch: () => void;
  readonly onOpen: (id: string, token: string) => void;
  /** Asks before the map is forgotten here, or deleted for everybody. */
  readonly onAsk: (kind: MapQuestionKind, map: DeviceMap) => void;
  readonly onNew: () => void;
}

type Whose = 'all' | 'mine' | 'shared';

export function MapGrid({ maps, storage, search, onClearSearch, onOpen, onAsk, onNew }: MapGridProps) {
  const words = useWords(homeWords);
  const [whose, setWhose] = useState<Whose>('all');
  const mine = maps.filter(({ role }) => role === 'owner');
  const groups = { all: maps, mine, shared: maps.filter(({ role }) => role !== 'owner') };
  const shown = findMaps(groups[whose], search);
  const isAll = useSpareMoment();
  return (
    <section
      aria-labelledby="my-maps"
      className={classes(maps.length === 0 && search.trim() === '' && styles.none)}
    >
      <div className={styles.caption}>
        <h1 id="my-maps">{words.title}</h1>
        {mine.length > 0 && mine.length < maps.length && (
          <div className={styles.whose} role="group" aria-labelledby="my-maps">
            {(['all', 'mine', 'shared'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === whose} onClick={() => setWhose(one)}>
                {words[one]} {groups[one].length}
              </button>
            ))}
          </div>
        )}
        {maps.length > 1 && <span className={styles.order}>{words.lastOpened}</span>}
      </div>
      {maps.length === 0 && search.trim() === '' && (
        <div className={styles.first}>
          <h2>{words.firstTitle}</h2>
          <p>{words.firstText}</p>
        </div>
      )}
      {search.trim() !== '' && shown.length === 0 && (
        <p className={styles.nothing} role="status">
          {words.nothingFound(search.trim())}{' '}
          <Button kind="text" underlined onClick={onClearSearch}>
            {words.clearSearch}
          </Button>
        </p>
      )}
      <ul className={styles.grid} data-testid="my-maps">
        {shown.slice(0, isAll ? shown.length : atOnce).map((map) => (
          <MapTile key={map.id} map={map} storage={storage} onOpen={onOpen} onAsk={onAsk} />
        ))}
        {search.trim() === '' && (
          <li>
            <button type="button" className={styles.blank} onClick={onNew} data-testid="blank-map">
              <span className={styles.sheet}>
                <Icon name="plus" size={26} />
                <b>{words.blank}</b>
              </span>
              <span className={styles.name}>{words.blankTitle}</span>
              <span className={styles.facts}>{words.blankNote}</span>
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What no screen shows at once is listed when the first maps are there to be pressed, with their pictures. */
const atOnce = 12;

/** False until the browser has had a moment to spare since the component's first picture. */
function useSpareMoment(): boolean {
  const [hasCome, setCome] = useState(false);
  useEffect(() => whenSpare(() => startTransition(() => setCome(true))), []);
  return hasCome;
}

/** A map's small picture, read and painted when it comes near the view; one that is missing is asked for then. */
function TilePicture({ map, storage }: { map: DeviceMap; storage: Storage }) {
  const frame = useRef<HTMLSpanElement>(null);
  const isNear = useNear(frame);
  // Each reading of the list gives new entries, so a picture drawn meanwhile is seen.
  const picture = useMemo(() => (isNear ? rememberedPicture(storage, map.id) : null), [isNear, storage, map]);
  const [drawn, setDrawn] = useState<Scene | null>(null);
  const isMissing = isNear && picture === null;
  const { id, token } = map;
  useEffect(() => {
    if (!isMissing) return;
    let gone = false;
    import('./missingPicture.ts')
      .then(({ drawMissing }) => drawMissing(storage, { id, token }))
      .then((scene) => !gone && setDrawn(scene))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [isMissing, storage, id, token]);
  return (
    <span ref={frame} className={styles.picture}>
      <MapPicture scene={picture ?? drawn} />
    </span>
  );
}

function MapTile({
  map,
  storage,
  onOpen,
  onAsk,
}: { map: DeviceMap; storage: Storage } & Pick<MapGridProps, 'onOpen' | 'onAsk'>) {
  const words = useWords(homeWords);
  const roles = useWords(appWords).roles;
  const tile = useRef<HTMLLIElement>(null);
  const here = usePeopleHere(tile, map);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const address = `/m/${map.id}#${map.token}`;
  const title = map.title || words.blankMapTitle;
  const deletion = {
    id: 'delete',
    label: words.delete,
    note: words.deleteNote,
    icon: 'bin',
    dangerous: true,
    onSelect: () => onAsk('delete', map),
  } as const;
  return (
    <li ref={tile} className={styles.tile} data-testid="my-map" data-id={map.id}>
      <a
        href={address}
        className={styles.link}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onOpen(map.id, map.token);
        }}
      >
        <TilePicture map={map} storage={storage} />
        <span className={styles.name}>{title}</span>
      </a>
      <div className={styles.facts}>
        <b>{roles[map.role]}</b>
        <span aria-hidden="true">•</span>
        <span>{words.opened(writeWhen(map.openedAt, now, language))}</span>
        {here !== null && here > 0 && (
          <span className={styles.here} data-testid="people-here">
            {words.here(here)}
          </span>
        )}
        <MenuButton
          small
          label={words.menuOf(title)}
          className={styles.more}
          entries={[
            { id: 'open', label: words.open, onSelect: () => onOpen(map.id, map.token) },
            {
              id: 'tab',
              label: words.openInTab,
              icon: 'open-out',
              onSelect: () => void open(address, '_blank', 'noopener'),
            },
            { kind: 'separator' },
            {
              id: 'forget',
              label: words.forget,
              note: words.forgetNote,
              icon: 'close',
              onSelect: () => onAsk('forget', map),
            },
            ...(map.role === 'owner' ? [deletion] : []),
          ]}
        />
      </div>
    </li>
  );
}
