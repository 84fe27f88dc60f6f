/**
 * The padlocks on what is locked (look.md, section 7): a disc on the lower right corner, for those who may edit, as only
 * they could move it. Drawn above the map, so it is in no export. Where cards are mere blocks there is no room for one.
 */
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Geometry } from '../../layout/patchLayout.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useOutline, useScreen } from '../../state/mapSession.ts';
import { boxesMeet, widened } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { drawnBox } from '../frames.ts';
import { growth } from '../growth.ts';
import { useRestingView } from '../useRestingView.ts';
import styles from './Editing.module.css';

const radius = 9;
/** As much around the view as a pan may come to before it rests. */
const around = 0.5;

export const Padlocks = memo(function Padlocks({ layout }: { readonly layout: Geometry }) {
  const locked = useOutline(useShallow((state) => lockedIds(state.journey)));
  const hasRoom = useScreen((state) => Boolean(state.drag?.room));
  const { detail } = useRestingView();
  if (detail === 'blocks') return null;
  const near = widened(canvasCamera.visible(), around);
  // What makes room for a drag moves away from its padlock: they come back with the drop.
  if (hasRoom) return null;
  return locked.map((id) => {
    const box = drawnBox(layout, id);
    if (!box || !boxesMeet(box, near)) return null;
    return (
      <g
        key={id}
        data-testid="padlock"
        data-id={id}
        className={styles.padlock}
        transform={`translate(${box.x + box.width} ${box.y + box.height}) scale(${growth[detail]})`}
      >
        <circle r={radius} />
        <path d="M-4 -0.5h8v5.5h-8zM-2.3 -0.5v-2a2.3 2.3 0 0 1 4.6 0v2" />
      </g>
    );
  });
});

const known = new WeakMap<object, readonly string[]>();

/** Looked for once a list of records, not once a drawing. */
function lockedIds(journey: JourneyMap): readonly string[] {
  return (['touchpoints', 'insights', 'opportunities', 'actions', 'elements'] as const).flatMap((name) => {
    const records: readonly { readonly id: string; readonly locked: boolean }[] = journey[name];
    const before = known.get(records);
    if (before) return before;
    const ids = records.filter(({ locked }) => locked).map(({ id }) => id);
    known.set(records, ids);
    return ids;
  });
}
