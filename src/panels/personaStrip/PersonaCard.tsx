/** Who a persona is: portrait, name and role, tier, share, the quote, the first goals; for editors the way to change it. */
import { Suspense } from 'react';
import { useMapSession, useOutline, useRecord, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import type { LineSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { percent } from '../../words/scene.ts';
import { personaPortrait } from './part.ts';
import styles from './PersonaCard.module.css';

const mostGoals = 3;

export interface PersonaCardProps {
  readonly id: string;
  readonly sign: LineSign;
  readonly onEdit: () => void;
  /** Shows this persona's journey, or everybody's again. */
  readonly onJourney: () => void;
  /** Opens the whole card. */
  readonly onCard: () => void;
}

const PersonaPortrait = personaPortrait.Part;

export function PersonaCard({ id, sign, onEdit, onJourney, onCard }: PersonaCardProps) {
  const session = useMapSession();
  const words = useWords(topBarWords).personas;
  const persona = useRecord('personas', id);
  const tier = useOutline((state) => state.journey.tiers.find((one) => one.id === persona?.tierId)?.name);
  const leads = useScreen((state) => state.lead === id);
  if (!persona) return null;
  const facts = [persona.role, persona.occupation, persona.age].filter(Boolean).join(' · ');
  return (
    <>
      <div className={styles.head}>
        <Suspense fallback={<span className={styles.portrait} />}>
          <PersonaPortrait persona={persona} size={64} />
        </Suspense>
        <div>
          <h2 className={styles.name}>{persona.name}</h2>
          {facts && <p className={styles.facts}>{facts}</p>}
        </div>
        <LineSample sign={sign} />
      </div>
      {persona.quote && (
        <blockquote className={styles.quote} style={{ borderColor: `var(--${sign.ink})` }}>
          {persona.quote}
        </blockquote>
      )}
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
      <div className={styles.buttons}>
        <Button icon="eye" small onClick={onJourney}>
          {leads ? words.everyonesJourney : words.journey}
        </Button>
        <Button icon="person" kind="text" small onClick={onCard}>
          {words.card}
        </Button>
        {session.editing && (
          <Button icon="edit" kind="text" small onClick={onEdit}>
            {words.edit}
          </Button>
        )}
      </div>
    </>
  );
}
