/** "Move to…" (U19): the selection to a stage, a lane, a time and a row, free elements to a side and a distance, as one step. */
import { useState } from 'react';
import { useMapSession, useProjection, useScreen, type Editing } from '../../state/mapSession.ts';
import { LAST_ROW, ELEMENT_DISTANCE } from '../../model/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select, type Choice } from '../../ui/Select.tsx';
import { stageLetter } from '../../model/address.ts';
import { editingWords } from '../../words/editing.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { accept } from './answers.ts';
import { editingStore } from './editingStore.ts';
import styles from './MoveDialog.module.css';
import { asItIs, chosenOf, lanesFor, movesTo, type Target } from './moveTo.ts';

const keep = '';

export function MoveDialog({ editing }: { readonly editing: Editing }) {
  const session = useMapSession();
  const { projection } = session;
  const words = editingWords[useScreen((state) => state.language)];
  const names = words.move;
  const journey = useProjection((state) => state.journey);
  const [ids] = useState(() => [...session.screen.getState().selection]);
  const [target, setTarget] = useState<Target>(asItIs);
  const chosen = chosenOf(projection, ids);
  const { touchpoints, cells, elements } = chosen;
  const lanes = lanesFor(journey, projection, chosen);
  const close = (): void => editingStore.setState({ moving: false });
  const set = (part: Partial<Target>): void => setTarget((before) => ({ ...before, ...part }));
  const move = (): void => {
    close();
    if (!accept(session, editing.commands.move(movesTo(chosen, target)))) return;
    const [first = ''] = ids;
    canvasCamera.revealRecord(first);
    const count = touchpoints.length + cells.length + elements.length;
    announce(words.said.moved(count, projection.getState().layout.cards.get(first)?.address ?? ''));
  };
  const named = (label: string): Choice<string> => ({ value: keep, label });
  const isOnGrid = touchpoints.length + cells.length > 0;
  return (
    <Dialog
      title={names.title(ids.length)}
      closeLabel={words.keep}
      onClose={close}
      width={440}
      testId="move-dialog"
      foot={
        <>
          <Button onClick={close}>{words.keep}</Button>
          <Button kind="main" onClick={move}>
            {names.move}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {isOnGrid && (
          <Field label={names.stage}>
            {(control) => (
              <Select
                {...control}
                value={target.stageId ?? keep}
                choices={[
                  named(names.asItIs),
                  ...journey.stages.map(({ id, name }, index) => ({
                    value: id,
                    label: `${stageLetter(index)}  ${name}`,
                  })),
                ]}
                onChange={(stageId) => set({ stageId: stageId || null })}
              />
            )}
          </Field>
        )}
        {lanes.length > 0 && (
          <Field label={names.lane}>
            {(control) => (
              <Select
                {...control}
                value={target.laneId ?? keep}
                choices={[
                  named(names.asItIs),
                  ...lanes.map((lane) => ({
                    value: lane.id,
                    label: `${journey.lanes.indexOf(lane) + 1}  ${lane.name}`,
                  })),
                ]}
                onChange={(laneId) => set({ laneId: laneId || null })}
              />
            )}
          </Field>
        )}
        {touchpoints.length > 0 && (
          <>
            <Field label={names.time}>
              {(control) => (
                <span className={styles.time}>
                  <Select
                    {...control}
                    value={target.time}
                    choices={[
                      { value: 'keep', label: names.asItIs },
                      { value: 'spread', label: names.spread },
                      { value: 'at', label: names.at },
                    ]}
                    onChange={(time) => set({ time })}
                  />
                  {target.time === 'at' && (
                    <NumberField
                      aria-label={names.percent}
                      value={Math.round(target.t * 100)}
                      min={0}
                      max={100}
                      step={10}
                      optional={false}
                      onCommit={(percent) => set({ t: (percent ?? 50) / 100 })}
                    />
                  )}
                </span>
              )}
            </Field>
            <Field label={names.row}>
              {(control) => (
                <NumberField
                  {...control}
                  value={target.row === null ? null : target.row + 1}
                  min={1}
                  max={LAST_ROW + 1}
                  placeholder={names.asItIs}
                  onCommit={(row) => set({ row: row === null ? null : row - 1 })}
                />
              )}
            </Field>
          </>
        )}
        {elements.length > 0 && (
          <>
            <Field label={names.side}>
              {(control) => (
                <Select
                  {...control}
                  value={target.side ?? keep}
                  choices={[
                    named(names.asItIs),
                    { value: 'below', label: words.sides.below },
                    { value: 'right', label: words.sides.right },
                  ]}
                  onChange={(side) => set({ side: side === 'below' || side === 'right' ? side : null })}
                />
              )}
            </Field>
            {(['x', 'y'] as const).map((axis) => (
              <Field key={axis} label={names[axis]}>
                {(control) => (
                  <NumberField
                    {...control}
                    value={target[axis]}
                    min={ELEMENT_DISTANCE.min}
                    max={ELEMENT_DISTANCE.max}
                    step={8}
                    placeholder={names.asItIs}
                    onCommit={(distance) => set({ [axis]: distance })}
                  />
                )}
              </Field>
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
