/**
 * A persona's portrait: a drawn avatar that opens a card with role, tier, quote and goals. The card is the browser's
 * popover: Escape and a press elsewhere close it, focus goes back by itself.
 */
import { useId, useRef, useState } from 'react';
import { useMapSession, useProjection, useRecord } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import type { LineSign } from '../../theme/inks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { percent } from './percent.ts';
import styles from './PersonaPortrait.module.css';

const cardWidth = 320;
const mostGoals = 3;

export function PersonaPortrait({ id, sign }: { id: string; sign: LineSign }) {
  const words = useWords(topBarWords).personas;
  const persona = useRecord('personas', id);
  const cardId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState({ left: 0, top: 0 });
  if (!persona) return null;
  const colour = persona.colour ?? `var(--${sign.ink})`;

  const place = () => {
    const box = button.current?.getBoundingClientRect();
    if (box)
      setAt({ left: Math.max(8, Math.min(box.left - 8, innerWidth - cardWidth - 8)), top: box.bottom + 8 });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        popoverTarget={cardId}
        aria-label={words.about(persona.name)}
        title={words.about(persona.name)}
        onClick={place}
      >
        <Avatar name={persona.name} colour={colour} ink={inkOn(persona.colour)} size={20} />
      </button>
      <div
        id={cardId}
        popover="auto"
        role="dialog"
        aria-label={words.about(persona.name)}
        className={styles.card}
        style={{ ...at, width: cardWidth }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <Card id={id} sign={sign} colour={colour} cardId={cardId} />}
      </div>
    </>
  );
}

function Card({ id, sign, colour, cardId }: { id: string; sign: LineSign; colour: string; cardId: string }) {
  const session = useMapSession();
  const words = useWords(topBarWords).personas;
  const persona = useRecord('personas', id);
  const tier = useProjection((state) => state.journey.tiers.find((one) => one.id === persona?.tierId)?.name);
  if (!persona) return null;
  const facts = [persona.role, persona.occupation, persona.age].filter(Boolean).join(' · ');
  return (
    <>
      <div className={styles.head}>
        <Avatar name={persona.name} colour={colour} ink={inkOn(persona.colour)} size={44} />
        <div>
          <h3 className={styles.name}>{persona.name}</h3>
          {facts && <p className={styles.facts}>{facts}</p>}
        </div>
        <LineSample sign={sign} />
      </div>
      {persona.quote && <blockquote className={styles.quote}>{persona.quote}</blockquote>}
      <dl className={styles.list}>
        {tier && (
          <>
            <dt>{words.tier}</dt>
            <dd>{tier}</dd>
          </>
        )}
        {persona.goals.length > 0 && (
          <>
            <dt>{words.goals}</dt>
            <dd>
              {persona.goals.slice(0, mostGoals).map((goal, index) => (
                <span key={index}>{goal}</span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {persona.share !== null && <p className={styles.facts}>{words.share(percent(persona.share))}</p>}
      {session.editing && (
        <Button
          icon="edit"
          small
          onClick={() => {
            document.getElementById(cardId)?.hidePopover();
            session.screen.setState({ selection: new Set([id]), panel: 'inspector' });
          }}
        >
          {words.edit}
        </Button>
      )}
    </>
  );
}

/** Text that can be read on a persona's own colour; the palette's inks take the page's paper. */
function inkOn(colour: string | null): string | undefined {
  const parts = /^#(..)(..)(..)$/.exec(colour ?? '');
  if (!parts) return undefined;
  const [red, green, blue] = parts.slice(1).map((part) => (Number.parseInt(part, 16) / 255) ** 2.2) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#17212b' : '#ffffff';
}
