/**
 * How each persona differs at a touchpoint: as everyone, an own value, or they do not meet it; while one persona's
 * journey is shown, what everyone feels too, for the scale above is that persona's. A persona the touchpoint
 * is not meant for does not meet it either; saying they do adds them to those it is meant for.
 */
import { emotionFor } from '../../model/sequence.ts';
import type { Persona, Touchpoint } from '../../model/journeyMap.ts';
import { EMOTION } from '../../model/limits.ts';
import { useOutline, useScreen } from '../../state/mapSession.ts';
import { baseSign, personaSign } from '../../theme/inks.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { Select } from '../../ui/Select.tsx';
import { shortName } from '../../words/shortName.ts';
import { signed } from '../../words/scene.ts';
import { NumberRow } from './controls/NumberRow.tsx';
import { useInspector } from './inspectorContext.ts';
import styles from './Inspector.module.css';

type Way = 'same' | 'own' | 'skipped';

const emotionSpec = {
  min: EMOTION.min,
  max: EMOTION.max,
  int: false,
  decimals: EMOTION.decimals,
  nullable: true,
};

export function PersonaEmotions({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const personas = useOutline((state) => state.journey.personas);
  const lead = useScreen((state) => state.lead);
  const { words } = useInspector();
  if (personas.length === 0) return null;
  return (
    <ul className={styles.personas} data-field="byPersona" aria-label={words.sections.byPersona}>
      {personas.some(({ id }) => id === lead) && <EveryonesEmotion touchpoint={touchpoint} />}
      {personas.map((persona, index) => (
        <PersonaEmotion key={persona.id} touchpoint={touchpoint} persona={persona} index={index} />
      ))}
    </ul>
  );
}

function EveryonesEmotion({ touchpoint: { id, emotion } }: { readonly touchpoint: Touchpoint }) {
  const { words, commands, tell } = useInspector();
  return (
    <li className={styles.persona}>
      <LineSample sign={baseSign} width={30} />
      <span className={styles.personaName}>{words.everyone}</span>
      <span className={styles.way} />
      <span className={styles.ownValue}>
        <NumberRow
          aria-label={words.emotionOf(words.everyone)}
          value={emotion}
          spec={emotionSpec}
          onRule={noRule}
          onChange={(value) => commands && tell(commands.update('touchpoints', [id], { emotion: value }))}
        />
      </span>
    </li>
  );
}

function PersonaEmotion({
  touchpoint,
  persona,
  index,
}: {
  readonly touchpoint: Touchpoint;
  readonly persona: Persona;
  readonly index: number;
}) {
  const { words, commands, tell } = useInspector();
  const readings = useOutline((state) => state.journey.readings);
  const excluded = touchpoint.personaIds.length > 0 && !touchpoint.personaIds.includes(persona.id);
  const difference = touchpoint.byPersona[persona.id];
  const way: Way =
    excluded || difference?.skipped ? 'skipped' : typeof difference?.emotion === 'number' ? 'own' : 'same';
  const emotion = emotionFor(touchpoint, persona.id, readings);
  const name = shortName(persona.name) || words.untitled;

  const choose = (next: Way): void => {
    if (!commands || next === way) return;
    if (excluded)
      tell(
        commands.update('touchpoints', [touchpoint.id], {
          personaIds: [...touchpoint.personaIds, persona.id],
        }),
      );
    const own = next === 'own' ? (difference?.emotion ?? touchpoint.emotion ?? 0) : null;
    tell(
      commands.setPersonaDifference([touchpoint.id], persona.id, {
        emotion: own,
        skipped: next === 'skipped',
      }),
    );
  };
  return (
    <li className={styles.persona}>
      <LineSample sign={personaSign(index)} width={30} />
      <span className={styles.personaName} title={persona.name}>
        {name}
      </span>
      <Select<Way>
        aria-label={words.forPersona(persona.name)}
        className={styles.way}
        value={way}
        choices={[
          { value: 'same', label: words.asEveryone },
          { value: 'own', label: words.ownValue },
          { value: 'skipped', label: words.doesNotMeet },
        ]}
        onChange={choose}
      />
      {way === 'own' ? (
        <span className={styles.ownValue}>
          <NumberRow
            aria-label={words.valueFor(persona.name)}
            value={difference?.emotion ?? null}
            spec={emotionSpec}
            onRule={noRule}
            onChange={(value) =>
              commands && tell(commands.setPersonaDifference([touchpoint.id], persona.id, { emotion: value }))
            }
          />
        </span>
      ) : (
        <span className={styles.personaValue}>{emotion === null ? '–' : signed(emotion)}</span>
      )}
    </li>
  );
}

const noRule = (): void => undefined;
