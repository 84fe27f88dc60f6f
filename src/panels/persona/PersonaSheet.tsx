/**
 * A persona's card as a dialog: the scene that is printed, drawn at the width there is, and for editors the form of the
 * inspector beside it, so that what is typed is seen on the card at once. Closes when the persona is gone.
 */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { layoutPersonaCard, posterWidth } from '../../layout/personaCard.ts';
import type { SceneItem } from '../../layout/scene.ts';
import type { Persona } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useRecord, useScreen } from '../../state/mapSession.ts';
import { showJourney } from '../../state/screen.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { personaWords } from '../../words/persona.ts';
import { personaCardWordsFor } from '../../words/personaCard.ts';
import { TitleField } from '../inspector/controls/TitleField.tsx';
import { InspectorContext, useInspectorTools } from '../inspector/inspectorContext.ts';
import { RecordPanel } from '../inspector/RecordPanel.tsx';
import { recordsTarget } from '../inspector/target.ts';
import styles from './Persona.module.css';

export interface PersonaSheetProps {
  readonly id: string;
  /** Draws items of a scene as SVG. */
  readonly Drawing: ComponentType<{ items: readonly SceneItem[] }>;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Further buttons at the foot. */
  readonly more: ReactNode;
}

export function PersonaSheet({ id, Drawing, onSave, onClose, more }: PersonaSheetProps) {
  const session = useMapSession();
  const words = personaWords[useLanguage()];
  const persona = useRecord('personas', id);
  const [isEditing, setEditing] = useState(false);
  const leads = useScreen((state) => state.lead === id);
  const isGone = persona === undefined;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (!persona) return null;
  const name = persona.name.trim() === '' ? words.untitled : persona.name;
  return (
    <Dialog
      title={name}
      closeLabel={words.close}
      onClose={onClose}
      width={isEditing ? posterWidth + 342 : posterWidth + 2}
      testId="persona-sheet"
      bodyClassName={styles.body}
      foot={
        <>
          <div className={styles.further}>
            <Button kind="second" icon="export" onClick={onSave}>
              {words.save}
            </Button>
            <Button kind="text" onClick={() => print()}>
              {words.print}
            </Button>
            {more}
          </div>
          <span className={styles.grow} />
          <Button
            kind="second"
            icon="eye"
            onClick={() => {
              showJourney(session.screen, leads ? null : id);
              onClose();
            }}
          >
            {leads ? words.everyonesJourney : words.journey}
          </Button>
          {session.editing && (
            <Button
              kind={isEditing ? 'second' : 'main'}
              icon={isEditing ? 'check' : 'edit'}
              onClick={() => setEditing(!isEditing)}
            >
              {isEditing ? words.done : words.edit}
            </Button>
          )}
        </>
      }
    >
      <Card id={id} label={words.card(name)} Drawing={Drawing} />
      {isEditing && <Form persona={persona} label={words.form} />}
    </Dialog>
  );
}

function Card({
  id,
  label,
  Drawing,
}: { readonly label: string } & Pick<PersonaSheetProps, 'id' | 'Drawing'>) {
  const journey = useProjection((state) => state.journey);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(posterWidth);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(280, Math.min(posterWidth, element.clientWidth)));
    const watch = new ResizeObserver(measure);
    measure();
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const scene = useMemo(
    () => layoutPersonaCard(journey, id, { words: personaCardWordsFor(journey.map.language), width }),
    [journey, id, width],
  );
  const items = useMemo(() => scene?.groups.flatMap((group) => group.items) ?? [], [scene]);
  return (
    <div ref={box} className={styles.card} data-testid="persona-poster" data-id={id}>
      {scene && (
        <svg
          width={scene.width}
          height={scene.height}
          viewBox={`0 0 ${scene.width} ${scene.height}`}
          role="group"
          aria-label={label}
          lang={scene.language}
        >
          <Drawing items={items} />
        </svg>
      )}
    </div>
  );
}

/** The inspector's form of the persona. */
function Form({ persona, label }: { readonly persona: Persona; readonly label: string }) {
  const tools = useInspectorTools();
  const { fields, commands, tell } = tools;
  const target = recordsTarget('personas', [persona], fields.fields.personas, commands, tell);
  return (
    <InspectorContext.Provider value={tools}>
      <section className={styles.form} aria-label={label}>
        <fieldset className={styles.fieldset} disabled={commands === null}>
          <TitleField target={target} field="name" />
          <RecordPanel collection="personas" record={persona} target={target} />
        </fieldset>
      </section>
    </InspectorContext.Provider>
  );
}
