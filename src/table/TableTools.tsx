/** The Table's own tools: which lanes are rows, which columns are shown, and a new row. */
import { actionOf } from '../canvas/actions.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { fieldWords } from '../words/fields.ts';
import { tableWords } from '../words/table.ts';
import { allColumns, type ColumnField } from './columns.ts';
import type { LaneChoice } from './rows.ts';
import styles from './Table.module.css';

export interface TableToolsProps {
  readonly choice: LaneChoice;
  readonly onChoice: (choice: LaneChoice) => void;
  readonly fields: readonly ColumnField[];
  readonly onFields: (fields: readonly ColumnField[]) => void;
  readonly narrow: boolean;
}

export function TableTools({ choice, onChoice, fields, onFields, narrow }: TableToolsProps) {
  const session = useMapSession();
  const language = useScreen((state) => state.language);
  const words = tableWords[language];
  const labels = fieldWords[language].fields.touchpoints;
  const lanes = useProjection((state) => state.journey.lanes);
  const holding = lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints');
  const nameOf = (lane: (typeof lanes)[number]): string =>
    lane.name || fieldWords[language].values.laneKind[lane.kind];
  const one = typeof choice === 'object' ? holding.find(({ id }) => id === choice.laneId) : undefined;
  const current = one ? nameOf(one) : choice === 'all' ? words.allLanes : words.journeyLanes;
  const laneEntries: MenuEntry[] = [
    {
      id: 'journey',
      label: words.journeyLanes,
      current: choice === 'journey',
      onSelect: () => onChoice('journey'),
    },
    { id: 'all', label: words.allLanes, current: choice === 'all', onSelect: () => onChoice('all') },
    { kind: 'separator' },
    ...holding.map((lane) => ({
      id: lane.id,
      label: nameOf(lane),
      current: lane === one,
      onSelect: () => onChoice({ laneId: lane.id }),
    })),
  ];
  const columnEntries: MenuEntry[] = allColumns
    .filter(({ field }) => field !== 'title')
    .map(({ field }) => ({
      kind: 'check',
      id: field,
      label: labels[field],
      checked: fields.includes(field),
      onChange: (checked) =>
        onFields(checked ? [...fields, field] : fields.filter((other) => other !== field)),
    }));
  return (
    <div className={styles.tools}>
      <MenuButton
        label={words.lane}
        entries={laneEntries}
        icon={narrow ? undefined : 'lanes'}
        kind="text"
        testId="table-lane"
      >
        {words.inLane(current)}
      </MenuButton>
      <MenuButton label={words.columns} entries={columnEntries} kind="text" testId="table-columns">
        {words.columns} <span className={styles.count}>{fields.length}</span>
      </MenuButton>
      {session.editing && (
        <Button kind="text" onClick={() => actionOf('rowNew').run(session)} data-testid="add-row">
          {words.addRow}
        </Button>
      )}
    </div>
  );
}
