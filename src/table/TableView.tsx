/**
 * The Table: the second view of the same map (look-more, "Table"), for typing fast, for screen readers and phones. The
 * points of view, with the tools of the Table; the grid; the status line. Reads by id like the canvas and writes
 * through the same commands, so undo, presence and selection are shared.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { LiveRegion } from '../canvas/LiveRegion.tsx';
import { tellPresence } from '../canvas/tellPresence.ts';
import { PersonaStrip } from '../panels/personaStrip/PersonaStrip.tsx';
import { StatusLine } from '../panels/statusLine/StatusLine.tsx';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { readColumns, writeColumns } from '../state/tableColumns.ts';
import { fieldWords } from '../words/fields.ts';
import { nothingYetWords } from '../words/nothingYet.ts';
import { tableWords } from '../words/table.ts';
import { allColumns, columnsOf, firstColumns, type ColumnField } from './columns.ts';
import { shownLanes, tableRows, type LaneChoice, type TableRow } from './rows.ts';
import styles from './Table.module.css';
import { headPx, rowPx, TableGrid } from './TableGrid.tsx';
import { TableTools } from './TableTools.tsx';
import { useLookup } from './useLookup.ts';

export interface TableViewProps {
  readonly storage: Storage;
  readonly narrow: boolean;
  readonly onHelp: () => void;
  /** Stands beside the grid: what finds, what shows details. */
  readonly aside?: ReactNode;
  /** The menu of saved views. */
  readonly views?: ReactNode;
  /** Says what is filtered. */
  readonly bar?: ReactNode;
}

export function TableView({ storage, narrow, onHelp, aside, views, bar }: TableViewProps) {
  const session = useMapSession();
  const stages = useProjection((state) => state.journey.stages);
  const lanes = useProjection((state) => state.journey.lanes);
  const touchpoints = useProjection((state) => state.journey.touchpoints);
  const [choice, setChoice] = useState<LaneChoice>('journey');
  const [fields, setFields] = useState<readonly ColumnField[]>(() =>
    knownFields(readColumns(storage), narrow),
  );
  const [position, setPosition] = useState('');
  const lookup = useLookup();
  const canEdit = session.editing !== null;
  const out = useScreen((state) => state.dimming?.out);
  const before = useRef<readonly TableRow[]>([]);
  const rows = useMemo(() => {
    const next = tableRows({ stages, lanes, touchpoints }, choice, canEdit, before.current, out);
    before.current = next;
    return next;
  }, [stages, lanes, touchpoints, choice, canEdit, out]);
  const columns = useMemo(() => columnsOf(fields, narrow), [fields, narrow]);
  const laneId = useMemo(() => shownLanes({ lanes }, choice)[0] ?? null, [lanes, choice]);
  useEffect(() => tellPresence(session), [session]);

  const tools = (
    <TableTools
      choice={choice}
      onChoice={setChoice}
      fields={fields}
      onFields={(next) => {
        setFields(next);
        writeColumns(storage, next);
      }}
      narrow={narrow}
    />
  );
  return (
    <>
      {narrow ? (
        <div className={styles.narrowTools}>{tools}</div>
      ) : (
        <PersonaStrip views={views} end={tools} />
      )}
      <main className={styles.middle} data-testid="table-view">
        <TableGrid
          rows={rows}
          columns={columns}
          lookup={lookup}
          choice={choice}
          laneId={laneId}
          narrow={narrow}
          onShowAll={() => setChoice('all')}
          onPosition={setPosition}
        />
        {touchpoints.length === 0 && <NothingYet lines={rows.length} narrow={narrow} />}
        {aside}
      </main>
      {bar}
      <LiveRegion />
      {!narrow && (
        <StatusLine zoom={null} onHelp={onHelp}>
          <Facts rows={rows} />
          <span className={styles.gap} />
          <span>{position}</span>
        </StatusLine>
      )}
    </>
  );
}

/** Under the lines of a Table without touchpoints: how to begin; to readers, that what comes shows itself. */
function NothingYet({ lines, narrow }: { readonly lines: number; readonly narrow: boolean }) {
  const { editing } = useMapSession();
  const words = nothingYetWords[useScreen((state) => state.language)];
  return (
    <p
      role="note"
      className={styles.nothing}
      style={{ top: headPx + lines * rowPx(narrow) }}
      data-testid="nothing-yet"
    >
      {editing ? words.tableToEdit : words.table}
    </p>
  );
}

/** How many rows are shown, how many are folded away, how complete what is rated is. */
function Facts({ rows }: { readonly rows: readonly TableRow[] }) {
  const { projection } = useMapSession();
  const language = useScreen((state) => state.language);
  const touchpoints = useProjection((state) => state.journey.touchpoints);
  const words = tableWords[language];
  const labels = fieldWords[language].fields.touchpoints;
  const isFiltered = useScreen((state) => state.dimming !== null);
  const shown = rows.filter(({ kind }) => kind === 'touchpoint');
  const folded = touchpoints.length - shown.length;
  const filled = (field: 'emotion' | 'importance' | 'performance'): string =>
    words.filled(
      labels[field],
      shown.filter(({ key }) => projection.find('touchpoints', key)?.[field] != null).length,
      shown.length,
    );
  return (
    <>
      <span>{words.rows(shown.length, touchpoints.length)}</span>
      {folded > 0 && !isFiltered && <span>{words.folded(folded)}</span>}
      <span>{words.list([filled('emotion'), filled('importance'), filled('performance')])}</span>
    </>
  );
}

/** What this device showed last, as far as there still are such columns. */
function knownFields(remembered: readonly string[] | null, narrow: boolean): readonly ColumnField[] {
  if (!remembered || narrow) return firstColumns(narrow);
  return allColumns.map(({ field }) => field).filter((field) => remembered.includes(field));
}
