/** What a card shows: title, channel, face and score, in plain markup without shadows, filters or transitions. */
import type { PeerCard } from './drawing.ts';

export function CardFace({ card, children }: { card: PeerCard; children?: React.ReactNode }) {
  const mouth =
    card.emotion > 0.5 ? 'M5 10 Q8 13 11 10' : card.emotion < -0.5 ? 'M5 12 Q8 9 11 12' : 'M5 11 H11';
  return (
    <div className="card">
      {children ?? <div className="title">{card.title}</div>}
      <div className="foot">
        <span className="channel">{card.channel}</span>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="7.5" fill={card.colour} />
          <circle cx="5.5" cy="6" r="1" />
          <circle cx="10.5" cy="6" r="1" />
          <path d={mouth} fill="none" stroke="#000" />
        </svg>
        <span className="score">
          {card.importance}/{card.performance}
        </span>
      </div>
    </div>
  );
}
