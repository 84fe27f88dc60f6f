/** One slide: its drawing, scaled whole to the room for it, and in words what the drawing shows. */
import { SceneItems } from '../canvas/SceneItems.tsx';
import type { Slide } from '../slides/layoutSlide.ts';
import type { Room } from './useRoom.ts';
import styles from './Present.module.css';

export function SlideView({
  slide: { width, height, items, spoken },
  room,
}: {
  readonly slide: Slide;
  readonly room: Room;
}) {
  return (
    <>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={room.width}
        height={room.height}
        aria-hidden="true"
        focusable="false"
        data-testid="slide-drawing"
      >
        <SceneItems items={items} />
      </svg>
      <div className={styles.unseen}>
        <h2>{spoken.heading}</h2>
        <ul>
          {spoken.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
