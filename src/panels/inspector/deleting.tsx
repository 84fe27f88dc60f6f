/**
 * Deleting from the inspector. Stages and lanes with content ask what shall become of it (domain.md 2.12); the last
 * stage or lane stays; everything else goes at once, as undo brings it back.
 */
import { useState, type ReactNode } from 'react';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useInspector } from './inspectorContext.ts';
import { nameOf, type NamedRecord } from './recordNames.ts';

interface Question {
  readonly collection: 'stages' | 'lanes';
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly neighbours: readonly NamedRecord[];
}

/** `ask` deletes, or opens the dialog that asks first; `dialog` must be drawn by the caller. */
export function useDelete(): { readonly ask: (id: string) => void; readonly dialog: ReactNode } {
  const tools = useInspector();
  const { words, commands, tell } = tools;
  const { projection, screen } = useMapSession();
  const toast = useToast();
  const [question, setQuestion] = useState<Question | null>(null);

  const forget = (id: string): void => {
    const { selection } = screen.getState();
    if (selection.has(id))
      screen.setState({ selection: new Set([...selection].filter((one) => one !== id)) });
  };
  const removePlace = (
    { collection, id }: Pick<Question, 'collection' | 'id'>,
    contentTo: string | null,
  ): void => {
    if (!commands) return;
    setQuestion(null);
    tell(collection === 'stages' ? commands.deleteStage(id, contentTo) : commands.deleteLane(id, contentTo));
    forget(id);
  };
  const ask = (id: string): void => {
    const { journey } = projection.getState();
    const collection = projection.collectionOf(id);
    if (!commands || !collection) return;
    if (collection !== 'stages' && collection !== 'lanes') {
      tell(commands.remove([id]));
      forget(id);
      return;
    }
    if (journey[collection].length <= 1) {
      toast({ text: words.cannotDeleteLast });
      return;
    }
    const count = contentOf(journey, collection, id);
    if (count === 0) return removePlace({ collection, id }, null);
    const found = projection.find(collection, id);
    const neighbours = neighboursOf(journey, collection, id).map((record) => ({
      id: record.id,
      name: nameOf(collection, record, tools),
    }));
    setQuestion({
      collection,
      id,
      count,
      neighbours,
      name: found ? nameOf(collection, found, tools) : words.untitled,
    });
  };
  return {
    ask,
    dialog: question && (
      <DeletePlace
        question={question}
        onKeep={() => setQuestion(null)}
        onDelete={(contentTo) => removePlace(question, contentTo)}
      />
    ),
  };
}

function DeletePlace({
  question,
  onKeep,
  onDelete,
}: {
  readonly question: Question;
  readonly onKeep: () => void;
  readonly onDelete: (contentTo: string | null) => void;
}) {
  const { words } = useInspector();
  const { collection, name, count, neighbours } = question;
  const [to, setTo] = useState(neighbours[0]?.id ?? '');
  return (
    <Dialog
      title={words.deleteNamed(name)}
      closeLabel={words.keep}
      onClose={onKeep}
      width={480}
      testId="delete-place"
      foot={
        <>
          <Button onClick={onKeep}>{words.keep}</Button>
          <Button onClick={() => onDelete(null)}>{words.deleteAll}</Button>
          {to !== '' && (
            <Button kind="main" onClick={() => onDelete(to)}>
              {words.moveAndDelete}
            </Button>
          )}
        </>
      }
    >
      <p>{words.deletePlace[collection](count)}</p>
      {neighbours.length > 0 && (
        <Field label={words.moveTo}>
          {(control) => (
            <Select
              {...control}
              value={to}
              choices={neighbours.map(({ id, name: label }) => ({ value: id, label }))}
              onChange={setTo}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}

/** How many records lie in a stage or lane. */
function contentOf(
  { touchpoints, insights, opportunities, actions }: JourneyMap,
  collection: 'stages' | 'lanes',
  id: string,
): number {
  const field = collection === 'stages' ? 'stageId' : 'laneId';
  return [...touchpoints, ...insights, ...opportunities, ...actions].filter((record) => record[field] === id)
    .length;
}

/** Where the content may go: stages nearest first; lanes that hold the same, nearest first. */
function neighboursOf<C extends 'stages' | 'lanes'>(
  journey: JourneyMap,
  collection: C,
  id: string,
): JourneyMap[C][number][] {
  const all: readonly JourneyMap[C][number][] = journey[collection];
  const at = all.findIndex((record) => record.id === id);
  const lane = journey.lanes.find((one) => one.id === id);
  const fits = (record: JourneyMap[C][number]): boolean =>
    !lane || !('kind' in record) || laneHolds(record.kind) === laneHolds(lane.kind);
  return all
    .map((record, index) => ({ record, distance: Math.abs(index - at) }))
    .filter(({ record }) => record.id !== id && fits(record))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ record }) => record);
}
