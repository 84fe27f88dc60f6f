/** The picture of a persona, chosen from a file. */
import { useRecord } from '../../state/mapSession.ts';
import { PersonaPortrait } from './PersonaPortrait.tsx';
import { PictureChooser } from './PictureChooser.tsx';

export interface PortraitControlProps {
  readonly personaId: string;
  readonly onChange: (hash: string | null) => void;
}

export function PortraitControl({ personaId, onChange }: PortraitControlProps) {
  const persona = useRecord('personas', personaId);
  if (!persona) return null;
  return (
    <PictureChooser
      isChosen={persona.portrait !== null}
      onChange={(picture) => onChange(picture?.hash ?? null)}
    >
      <PersonaPortrait persona={persona} size={72} />
    </PictureChooser>
  );
}
