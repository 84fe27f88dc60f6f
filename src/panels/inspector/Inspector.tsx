/**
 * The inspector: a panel, docked by the page, that edits what is selected (look, section 5): a touchpoint, any other record, several at
 * once, or, when nothing is selected, the map itself. Loaded only where somebody may edit.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { EditableCollection } from '../../document/commands.ts';
import type { Records } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useRecord, useScreen } from '../../state/mapSession.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { classes } from '../../ui/classes.ts';
import { useFocusBack } from '../../ui/focusBack.ts';
import { stopLetters } from '../../ui/panelKeys.ts';
import { TitleField } from './controls/TitleField.tsx';
import { titleFields, type FormCollection } from './forms.ts';
import { GonePanel, type Lost } from './GonePanel.tsx';
import { InspectorContext, useInspector, useInspectorTools } from './inspectorContext.ts';
import { ManyPanel, type SelectedOf } from './ManyPanel.tsx';
import { MapPanel } from './MapPanel.tsx';
import { RecordMenu } from './RecordMenu.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { nameOf } from './recordNames.ts';
import { mapTarget, recordsTarget } from './target.ts';
import { TouchpointPanel } from './TouchpointPanel.tsx';
import { useAskedField } from './useAskedField.ts';
import styles from './Inspector.module.css';

export function Inspector() {
  const tools = useInspectorTools();
  useFocusBack();
  const panel = useRef<HTMLElement>(null);
  useAskedField(panel);
  const { words, commands } = tools;
  const groups = useSelectedGroups();
  const [lost, dismiss] = useLost(tools.draft);
  const count = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const [only] = groups;
  const single = count === 1 ? only : undefined;

  return (
    <InspectorContext.Provider value={tools}>
      <section
        ref={panel}
        className={styles.inspector}
        aria-label={words.name}
        data-testid="inspector"
        onKeyDown={stopLetters}
      >
        {lost && <GonePanel key={lost.draft.key} lost={lost} onDone={dismiss} />}
        {/* One fieldset switches every control off for those who only look on. */}
        <fieldset role="presentation" className={styles.fieldset} disabled={commands === null}>
          {single ? (
            <OneRecord key={single.collection} collection={single.collection} id={single.ids[0] ?? ''} />
          ) : count > 1 ? (
            <>
              <Head address={null} caps={words.manySelected(count)} />
              <ManyPanel groups={groups} />
            </>
          ) : (
            <TheMap />
          )}
        </fieldset>
        {commands === null && <p className={styles.quiet}>{words.viewOnly}</p>}
      </section>
    </InspectorContext.Provider>
  );
}

function OneRecord({ collection, id }: { readonly collection: FormCollection; readonly id: string }) {
  const { words, fields, commands, tell } = useInspector();
  const tools = useInspector();
  const record = useRecord(collection, id);
  const address = useAddress(collection, id);
  if (!record) return null;
  const target = recordsTarget(collection, [record], fields.fields[collection], commands, tell);
  const title = titleFields[collection];
  return (
    <>
      <Head
        address={address}
        caps={
          collection === 'elements'
            ? fields.values.elementKind[(record as Records['elements']).kind]
            : fields.one[collection]
        }
        back={address === null}
        menu={<RecordMenu collection={collection} id={id} />}
      />
      {title === null ? (
        <h2 className={styles.heading}>{nameOf(collection, record, tools)}</h2>
      ) : (
        <TitleField target={target} field={title} />
      )}
      {collection === 'touchpoints' ? (
        <TouchpointPanel touchpoint={record as Records['touchpoints']} target={target} />
      ) : (
        <RecordPanel collection={collection} record={record as Records[typeof collection]} target={target} />
      )}
      <span className={styles.hidden} role="status">
        {words.isOpen(nameOf(collection, record, tools))}
      </span>
    </>
  );
}

function TheMap() {
  const { fields, commands, tell } = useInspector();
  const map = useOutline((state) => state.journey.map);
  return (
    <>
      <Head address={null} caps={fields.one.map} />
      <TitleField target={mapTarget({ map }, fields.fields.map, commands, tell)} field="title" />
      <MapPanel />
    </>
  );
}

interface HeadProps {
  readonly address: string | null;
  readonly caps: string;
  readonly back?: boolean;
  readonly menu?: ReactNode;
}

function Head({ address, caps, back, menu }: HeadProps) {
  const { words, open } = useInspector();
  const { screen } = useMapSession();
  return (
    <header className={styles.head}>
      {address !== null && (
        <span className={styles.address} data-testid="inspector-address">
          {address}
        </span>
      )}
      {back && <IconButton small icon="arrow-left" label={words.back} onClick={() => open(null)} />}
      <h2 className={classes(styles.caps, styles.grow)}>{caps}</h2>
      {menu}
      <IconButton small icon="close" label={words.close} onClick={() => screen.setState({ panel: 'none' })} />
    </header>
  );
}

/** What is selected, by kind, without what is gone meanwhile. */
function useSelectedGroups(): readonly SelectedOf[] {
  const { projection } = useMapSession();
  const selection = useScreen((state) => state.selection);
  // One string, so that an edit elsewhere on the map re-renders nothing here.
  const kinds = useStore(projection, () =>
    [...selection].map((id) => projection.collectionOf(id) ?? '').join(),
  );
  return useMemo(() => {
    const kindOf = kinds.split(',');
    const byCollection = Map.groupBy([...selection].entries(), ([index]) => kindOf[index] ?? '');
    return [...byCollection].flatMap(([collection, entries]) =>
      isFormCollection(collection) ? [{ collection, ids: entries.map(([, id]) => id) }] : [],
    );
  }, [selection, kinds]);
}

function isFormCollection(collection: string): collection is FormCollection {
  return collection in titleFields;
}

/** The record and text that somebody deleted while they were being edited; stays until it is dismissed. */
function useLost(draft: { current: Lost['draft'] | null }): readonly [Lost | null, () => void] {
  const { projection } = useMapSession();
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(
    () =>
      // Runs before React takes the field away, while the text that is open is still registered.
      projection.subscribe((_, before) => {
        const open = draft.current;
        if (!open) return;
        const [collection, id] = open.key.split('/');
        if (collection === undefined || id === undefined || !isFormCollection(collection)) return;
        if (projection.find(collection, id)) return;
        const records: readonly Records[FormCollection & EditableCollection][] = before.journey[collection];
        const record = records.find((one) => one.id === id);
        draft.current = null;
        if (record) setLost({ collection, record, draft: open });
      }),
    [projection, draft],
  );
  return [lost, () => setLost(null)];
}

/** Stage letter, lane number, or both for what lies in a cell. */
function useAddress(collection: FormCollection, id: string): string | null {
  return useOutline(({ layout, journey }) => {
    switch (collection) {
      case 'touchpoints':
        return layout.cards.get(id)?.address ?? null;
      case 'stages':
        return layout.stages.find((stage) => stage.id === id)?.letter ?? null;
      case 'lanes': {
        const lane = layout.lanes.find((one) => one.id === id);
        return lane ? String(lane.number) : null;
      }
      case 'insights':
      case 'opportunities':
      case 'actions': {
        const record = journey[collection].find((one) => one.id === id);
        const stage = layout.stages.find((one) => one.id === record?.stageId);
        const lane = layout.lanes.find((one) => one.id === record?.laneId);
        return stage && lane ? `${stage.letter}${lane.number}` : null;
      }
      default:
        return null;
    }
  });
}
