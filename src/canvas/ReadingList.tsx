/**
 * All touchpoints in reading order for screen readers, whatever is mounted or only drawn: unseen, made when it is asked
 * for, and no stop of the Tab key. Choosing one goes there: it is brought into view, mounted and focused.
 */
import { memo, useMemo, useState } from 'react';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { canvasWords } from '../words/canvas.ts';
import { focusRecord } from './focusRecord.ts';
import styles from './MapCanvas.module.css';
import { indexLinks, nameTouchpoint } from './spokenName.ts';

export const ReadingList = memo(function ReadingList() {
  const words = canvasWords[useScreen((state) => state.language)];
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.unseen} data-own-press="">
      <button type="button" tabIndex={-1} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.readingList}
      </button>
      {open && <Names />}
    </div>
  );
});

function Names() {
  const { projection } = useMapSession();
  const journey = useProjection((state) => state.journey);
  const layout = useProjection((state) => state.layout);
  const words = canvasWords[useScreen((state) => state.language)];
  const links = useMemo(() => indexLinks(journey.links), [journey.links]);
  return (
    <ol aria-label={words.readingList}>
      {layout.sequence.map((id) => {
        const touchpoint = projection.find('touchpoints', id);
        const card = layout.cards.get(id);
        if (!touchpoint || !card) return null;
        return (
          <li key={id}>
            <button type="button" tabIndex={-1} onClick={() => focusRecord(layout, id)}>
              {nameTouchpoint(touchpoint, card.address, projection, links, layout.stages, words)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
