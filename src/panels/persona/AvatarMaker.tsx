/** The maker of drawn portraits: each choice is a small portrait that shows what it would look like. One step a choice. */
import { useId } from 'react';
import { avatarItems, avatarOf, hairs, skins } from '../../layout/avatar.ts';
import type { Persona, PersonaAvatar } from '../../model/journeyMap.ts';
import { recordSchema } from '../../model/schema.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldWords } from '../../words/fields.ts';
import { personaWords } from '../../words/persona.ts';
import { SceneSvg } from '../SceneSvg.tsx';
import styles from './Persona.module.css';

export interface AvatarMakerProps {
  readonly persona: Pick<Persona, 'id' | 'avatar'>;
  /** Null: drawn from the record again. */
  readonly onChange: (avatar: PersonaAvatar | null) => void;
}

type Part = keyof PersonaAvatar;
const parts = [
  'hair',
  'hairColour',
  'skin',
  'glasses',
  'beard',
  'clothes',
] as const satisfies readonly Part[];
const tables = {
  hair: 'avatarHair',
  hairColour: 'avatarHairColour',
  glasses: 'avatarGlasses',
  beard: 'avatarBeard',
  clothes: 'avatarClothes',
} as const;
const box = { x: 0, y: 0, width: 96, height: 96 };
const tones = skins.map((_, index) => index + 1);

export function AvatarMaker({ persona, onChange }: AvatarMakerProps) {
  const language = useLanguage();
  const words = personaWords[language].portrait;
  const { fields, values } = fieldWords[language];
  const group = useId();
  const look = avatarOf(persona);
  const named = (part: Part, value: string | number): string => {
    if (part === 'skin') return words.tone(Number(value));
    const table: { readonly [value: string]: string } = values[tables[part]];
    return table[value] ?? String(value);
  };
  return (
    <div className={styles.maker}>
      {parts.map((part) => (
        <fieldset key={part} className={styles.choices}>
          <legend>{fields.avatar[part]}</legend>
          {valuesOf(part).map((value) => (
            <label key={value} title={named(part, value)} className={styles.choice}>
              <input
                type="radio"
                name={`${group} ${part}`}
                aria-label={named(part, value)}
                checked={look[part] === value}
                onChange={() => onChange({ ...look, [part]: value })}
              />
              <Choice part={part} look={{ ...look, [part]: value }} />
            </label>
          ))}
        </fieldset>
      ))}
      {persona.avatar !== null && (
        <Button kind="text" small underlined onClick={() => onChange(null)}>
          {words.asDrawn}
        </Button>
      )}
    </div>
  );
}

/** A colour as itself, a shape as the portrait that has it. */
function Choice({ part, look }: { readonly part: Part; readonly look: PersonaAvatar }) {
  if (part === 'skin') return <span className={styles.swatch} style={{ background: skins[look.skin - 1] }} />;
  if (part === 'hairColour')
    return <span className={styles.swatch} style={{ background: hairs[look.hairColour] }} />;
  return (
    <svg className={styles.shape} viewBox="8 0 80 90" aria-hidden="true" focusable="false">
      <SceneSvg items={avatarItems(look, box, null)} />
    </svg>
  );
}

/** What the model lets a part be. */
function valuesOf(part: Part): readonly (string | number)[] {
  if (part === 'skin') return tones;
  const spec = recordSchema('personas')['avatar'];
  const own = spec?.kind === 'record' ? spec.fields[part] : undefined;
  return own?.kind === 'choice' ? own.values : [];
}
