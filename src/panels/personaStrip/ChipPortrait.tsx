/**
 * The portrait in a chip: the persona's picture, or the drawn one. What draws it comes when the map is live; until then,
 * and where it cannot be fetched, the initials stand in the same disc, so that nothing moves.
 */
import type { Persona } from '../../model/journeyMap.ts';
import { useMapSession } from '../../state/mapSession.ts';
import type { LineSign } from '../../theme/inks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useFetched } from '../../ui/part.tsx';
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
  const { isFirst } = useMapSession();
  const isHere = useFetched(personaPortrait, !isFirst);
  const { name, colour } = persona;
  return isHere ? (
    <Portrait persona={persona} size={size} round />
  ) : (
    <Avatar name={name} colour={groundOf(colour, sign)} ink={inkOn(colour)} size={size} />
  );
}
