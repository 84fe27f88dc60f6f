/**
 * The portrait in a chip: the persona's picture, or the drawn one. What draws it comes when the map is live; until then,
 * and where it cannot be fetched, the initials stand in the same disc, so that nothing moves.
 */
import { useEffect, useState } from 'react';
import type { Persona } from '../../model/journeyMap.ts';
import { useMapSession } from '../../state/mapSession.ts';
import type { LineSign } from '../../theme/inks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { personaPortrait } from './part.ts';
import { groundOf, inkOn } from './personaColour.ts';

const Portrait = personaPortrait.Part;

export interface ChipPortraitProps {
  readonly persona: Persona;
  readonly sign: LineSign;
  /** px. */
  readonly size: number;
}

export function ChipPortrait({ persona, sign, size }: ChipPortraitProps) {
  const isHere = usePortraits();
  const { name, colour } = persona;
  return isHere ? (
    <Portrait persona={persona} size={size} round />
  ) : (
    <Avatar name={name} colour={groundOf(colour, sign)} ink={inkOn(colour)} size={size} />
  );
}

/** Not behind a Suspense: React would hold back other parts of the page for each one that it reveals. */
function usePortraits(): boolean {
  const { isFirst } = useMapSession();
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (isFirst) return;
    let isWanted = true;
    personaPortrait.fetch().then(
      () => isWanted && setHere(true),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [isFirst]);
  return isHere;
}
