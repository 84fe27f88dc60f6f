/**
 * A touchpoint on a phone: the card of the map with words instead of short labels, 15/22 and never under 12 px, and
 * under it the moments of truth and what is noted. Pressing the card opens everything known about it. With an overlay
 * on, the block at the left says what the overlay does.
 */
import type { ReactNode } from 'react';
import type { Touchpoint } from '../../model/journeyMap.ts';
import { emotionBand } from '../../model/emotionBand.ts';
import { effectiveScore, emotionFor, meets } from '../../model/sequence.ts';
import { channelGlyph } from '../../layout/glyphs.ts';
import { pinItems, inPinOrder } from '../../layout/pins.ts';
import { useOutline, useProjection, useRecord, useScreen } from '../../state/mapSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { createPart, useFetched } from '../../ui/part.tsx';
import { fieldWords } from '../../words/fields.ts';
import { phoneWords } from '../../words/phone.ts';
import { plain, signed } from '../../words/scene.ts';
import { Face } from '../Face.tsx';
import { NoteGlyph } from '../NoteGlyph.tsx';
import { notesOf, type Note } from '../notesOf.ts';
import { dot } from '../shownValues.ts';
import { SceneSvg } from '../SceneSvg.tsx';
import styles from './PhoneCard.module.css';

const cardOverlay = createPart(() => import('./CardOverlay.tsx').then((part) => part.CardOverlay));
/** The block of a card on the map. */
const blockWidth = 36;

export interface PhoneCardProps {
  readonly touchpoint: Touchpoint;
  readonly onOpen: (id: string) => void;
}

export function PhoneCard({ touchpoint, onOpen }: PhoneCardProps) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const readings = useOutline((state) => state.journey.readings);
  const lead = useScreen((state) => state.lead);
  const emotion = emotionFor(touchpoint, meets(touchpoint, lead) ? lead : null, readings);
  const title = touchpoint.title || words.untitled;
  const isOut = useScreen((state) => state.dimming?.out.has(touchpoint.id) ?? false);
  const isOverlaid = useScreen((state) => state.overlaid !== null) && !isOut;
  return (
    <article
      className={styles.stop}
      data-out={isOut || undefined}
      data-testid="touchpoint"
      data-id={touchpoint.id}
    >
      <button
        type="button"
        className={styles.card}
        data-evidence={touchpoint.evidenceLevel}
        onClick={() => onOpen(touchpoint.id)}
      >
        <span className={styles.body}>
          <span className={styles.head}>
            <span className={styles.title}>{title}</span>
            {touchpoint.key && (
              <span className={styles.star} role="img" aria-label={words.key}>
                <Icon name="star" size={18} />
              </span>
            )}
          </span>
          <Place touchpoint={touchpoint} />
          <Gauges touchpoint={touchpoint} />
        </span>
        {/* Seen before the title, read after it. */}
        <OverlayBlock
          id={touchpoint.id}
          width={blockWidth}
          isOn={isOverlaid}
          otherwise={<EmotionBlock emotion={emotion} isOut={isOut} />}
        />
      </button>
      <Underneath touchpoint={touchpoint} />
    </article>
  );
}

interface OverlayBlockProps {
  readonly id: string;
  /** Of the block on the map. */
  readonly width: number;
  readonly isOn: boolean;
  /** What stands there without an overlay, and until it has been fetched. */
  readonly otherwise: ReactNode;
}

export function OverlayBlock({ id, width, isOn, otherwise }: OverlayBlockProps) {
  const isHere = useFetched(cardOverlay, isOn);
  return isOn && isHere ? <cardOverlay.Part id={id} width={width} /> : otherwise;
}

interface EmotionBlockProps {
  readonly emotion: number | null;
  readonly isOut: boolean;
}

function EmotionBlock({ emotion, isOut }: EmotionBlockProps) {
  const words = phoneWords[useScreen((state) => state.language)];
  const band = emotion === null ? null : emotionBand(emotion);
  return (
    <span
      className={styles.block}
      style={band ? { background: `var(--emotion-${band})`, color: `var(--on-${band})` } : undefined}
    >
      <Face band={band} size={32} ink={isOut ? 'line' : band ? `on-${band}` : 'ink'} />
      <span
        aria-label={
          emotion === null || band === null
            ? words.notRated
            : words.emotion(signed(emotion), words.bands[band])
        }
      >
        {emotion === null ? '–' : signed(emotion)}
      </span>
    </span>
  );
}

function Place({ touchpoint: { channelId, owner, status } }: PhoneCardPart) {
  const language = useScreen((state) => state.language);
  const channel = useRecord('channels', channelId ?? '');
  if (!channel && owner === '' && status === 'live') return null;
  return (
    <span className={styles.place}>
      {channel && (
        <span className={styles.channel}>
          <svg width={16} height={16} viewBox="0 0 12 12" aria-hidden="true">
            <SceneSvg items={channelGlyph(channel.form, 0, 0, 12, 'ink-2')} />
          </svg>
          {channel.name}
        </span>
      )}
      {owner !== '' && <span className={styles.owner}>{owner}</span>}
      {status !== 'live' && (
        <span className={styles.owner}>{fieldWords[language].values.touchpointStatus[status]}</span>
      )}
    </span>
  );
}

type PhoneCardPart = Pick<PhoneCardProps, 'touchpoint'>;

function Gauges({ touchpoint }: PhoneCardPart) {
  const words = phoneWords[useScreen((state) => state.language)];
  const readings = useOutline((state) => state.journey.readings);
  const importance = effectiveScore(touchpoint, 'importance', { readings });
  const performance = effectiveScore(touchpoint, 'performance', { readings });
  if (importance === null && performance === null) return null;
  return (
    <span className={styles.gauges}>
      {importance !== null && <Gauge label={words.importance} value={importance} />}
      {performance !== null && <Gauge label={words.performance} value={performance} />}
    </span>
  );
}

function Gauge({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <span className={styles.gauge}>
      <span>{label}</span> <strong>{plain(value)}</strong>
      <svg width={35} height={7} viewBox="0 0 35 7" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={step * 6.8 + 0.5}
            y={0.5}
            width={6.8}
            height={6}
            fill="var(--card)"
            stroke="var(--ink)"
            strokeWidth={1}
          />
        ))}
        <rect x={0} y={0} width={Math.min(1, value / 5) * 35} height={7} fill="var(--ink)" />
      </svg>
    </span>
  );
}

/** Moments of truth and notes, hung on the card. */
function Underneath({ touchpoint }: PhoneCardPart) {
  const journey = useProjection((state) => state.journey);
  const language = useScreen((state) => state.language);
  const moments = inPinOrder(journey.moments.filter(({ touchpointId }) => touchpointId === touchpoint.id));
  const notes = notesOf(journey, touchpoint.id);
  if (moments.length + notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {moments.map(({ id, kind, question }) => (
        <li key={id} data-testid="moment" data-id={id}>
          <svg width={16} height={22} viewBox="-8 -22 16 22" aria-hidden="true" className={styles.pin}>
            <SceneSvg items={pinItems(kind, 0, 0, 21).slice(1)} />
          </svg>
          <span>{question || fieldWords[language].one.moments}</span>
        </li>
      ))}
      {notes.map((note) => (
        <NoteLine key={note.record.id} note={note} />
      ))}
    </ul>
  );
}

export function NoteLine({ note }: { readonly note: Note }) {
  const { values } = fieldWords[useScreen((state) => state.language)];
  return (
    <li data-testid={note.collection} data-id={note.record.id}>
      <NoteGlyph note={note} size={16} />
      {note.collection === 'insights' && <span>{note.record.text}</span>}
      {note.collection === 'opportunities' && (
        <span>
          <strong>{note.record.title}</strong>{' '}
          <span className={styles.quiet}>{values.opportunityStatus[note.record.status]}</span>
        </span>
      )}
      {note.collection === 'actions' && (
        <span>
          {note.record.title}{' '}
          <span className={styles.quiet}>
            {[note.record.owner, values.actionStatus[note.record.status]].filter(Boolean).join(dot)}
          </span>
        </span>
      )}
    </li>
  );
}
