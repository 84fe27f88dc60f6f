/**
 * Asks what becomes of the content when a stage or lane that holds something is deleted: one choice a line, the safe
 * ones first, and apart from them the way out.
 */
import { useMapSession, useScreen, type Editing } from '../../state/mapSession.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { editingWords } from '../../words/editing.ts';
import { accept } from './answers.ts';
import styles from './RemoveDialog.module.css';
import { editingStore, type EditingState } from './editingStore.ts';
import { countIn } from './structure.ts';

interface Props {
  readonly editing: Editing;
  readonly removing: NonNullable<EditingState['removing']>;
}

export function RemoveDialog({ editing, removing: { collection, id } }: Props) {
  const session = useMapSession();
  const words = editingWords[useScreen((state) => state.language)];
  const { commands } = editing;
  const { journey } = session.projection.getState();
  const record = session.projection.find(collection, id);
  const close = (): void => editingStore.setState({ removing: null });
  if (!record) return null;

  const neighbours =
    collection === 'stages' ? besides(journey.stages, id) : besides(lanesLike(journey.lanes, id), id);
  const remove = (contentTo: string | null): void => {
    close();
    accept(
      session,
      collection === 'stages' ? commands.deleteStage(id, contentTo) : commands.deleteLane(id, contentTo),
    );
  };
  const count = countIn(session, collection, id);
  return (
    <Dialog
      title={collection === 'stages' ? words.askTitleStage : words.askTitleLane}
      closeLabel={words.keep}
      onClose={close}
      width={460}
      testId="remove-dialog"
      foot={<Button onClick={close}>{words.keep}</Button>}
    >
      <p className={styles.question}>
        {collection === 'stages' ? words.askStage(record.name, count) : words.askLane(record.name, count)}
      </p>
      <div className={styles.choices}>
        {neighbours.map((neighbour, index) => (
          <Button
            key={neighbour.id}
            kind={index === 0 ? 'main' : 'second'}
            onClick={() => remove(neighbour.id)}
          >
            {words.moveContentTo(neighbour.name)}
          </Button>
        ))}
        <Button onClick={() => remove(null)}>{words.deleteContent}</Button>
      </div>
    </Dialog>
  );
}

/** The records before and after one. */
function besides<R extends { readonly id: string }>(records: readonly R[], id: string): R[] {
  const index = records.findIndex((record) => record.id === id);
  return [records[index - 1], records[index + 1]].filter((record) => record !== undefined);
}

/** Content can only go to a lane that holds the same. */
function lanesLike<L extends { readonly id: string; readonly kind: Parameters<typeof laneHolds>[0] }>(
  lanes: readonly L[],
  id: string,
): L[] {
  const own = lanes.find((lane) => lane.id === id);
  return own ? lanes.filter((lane) => laneHolds(lane.kind) === laneHolds(own.kind)) : [];
}
