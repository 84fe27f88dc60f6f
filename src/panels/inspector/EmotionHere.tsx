/**
 * The emotion of one or several touchpoints as cards and curve show it: everyone's, or while one persona's journey is
 * shown that persona's, which the heading says; the keys 1 to 5 on the canvas set the same one.
 */
import type { ReactNode } from 'react';
import { emotionFor, meets } from '../../model/sequence.ts';
import type { Touchpoint } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useProjection, useScreen } from '../../state/mapSession.ts';
import { shortName } from '../../words/shortName.ts';
import { EmotionScale } from './controls/EmotionScale.tsx';
import { Section } from './controls/Section.tsx';
import { useInspector } from './inspectorContext.ts';
import { various, type Target } from './target.ts';
import styles from './Inspector.module.css';

export interface EmotionHereProps {
  readonly touchpoints: readonly Touchpoint[];
  readonly target: Target;
  readonly children?: ReactNode;
}

export function EmotionHere({ touchpoints, target, children }: EmotionHereProps) {
  const { words, commands, tell } = useInspector();
  const { projection } = useMapSession();
  const lead = useScreen((state) => state.lead);
  const persona = useProjection(() => (lead === null ? undefined : projection.find('personas', lead)));
  const readings = useOutline(({ journey }) => journey.readings);
  if (!persona)
    return (
      <EmotionScale value={target.read('emotion')} onChange={(emotion) => target.write({ emotion })}>
        {children}
      </EmotionScale>
    );
  const { id } = persona;
  const name = shortName(persona.name) || words.untitled;
  const met = touchpoints.filter((touchpoint) => meets(touchpoint, id));
  if (met.length === 0)
    return (
      <Section title={words.emotionOf(name)}>
        <p className={styles.quiet}>{words.notMet(name)}</p>
        {children}
      </Section>
    );
  const felt = new Set(met.map((touchpoint) => emotionFor(touchpoint, id, readings)));
  const isOwn = met.some(({ byPersona }) => typeof byPersona[id]?.emotion === 'number');
  const ids = met.map((touchpoint) => touchpoint.id);
  return (
    <EmotionScale
      title={words.emotionOf(name)}
      clear={isOwn ? words.feelsAsEveryone(name) : null}
      value={felt.size > 1 ? various : [...felt][0]}
      onChange={(emotion) => commands && tell(commands.setPersonaDifference(ids, id, { emotion }))}
    >
      {children}
    </EmotionScale>
  );
}
