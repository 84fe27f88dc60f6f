/** What lies beside the map near one stage, to be read on a phone: notes, texts, names of frames, images with what they show. */
import { useSyncExternalStore } from 'react';
import type { FreeElement } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { inkOf } from '../../theme/inks.ts';
import { phoneWords } from '../../words/phone.ts';
import { elementsOfStage } from './besideStage.ts';
import styles from './RouteView.module.css';

export function Beside({ stageId }: { readonly stageId: string }) {
  const words = phoneWords[useScreen((state) => state.language)];
  const stages = useOutline((state) => state.journey.stages);
  const elements = useOutline((state) => state.journey.elements);
  const here = elementsOfStage({ stages, elements }, stageId);
  if (here.length === 0) return null;
  return (
    <>
      <h3 className={styles.caps}>{words.beside}</h3>
      <ul className={styles.beside}>
        {here.map((element) => (
          <Element key={element.id} element={element} />
        ))}
      </ul>
    </>
  );
}

function Element({ element }: { readonly element: FreeElement }) {
  const { id, kind, ink, text, image } = element;
  const isOut = useScreen((state) => state.dimming?.out.has(id) ?? false);
  return (
    <li
      id={`beside-${id}`}
      className={styles.element}
      style={{ borderColor: `var(--${inkOf(ink)})` }}
      data-kind={kind}
      data-out={isOut || undefined}
      data-testid="element"
      data-id={id}
    >
      {kind === 'image' && image !== null && <Picture hash={image} text={text} />}
      {text}
    </li>
  );
}

function Picture({ hash, text }: { readonly hash: string; readonly text: string }) {
  const { images } = useMapSession();
  const address = useSyncExternalStore(images.subscribe, () => images.urlOf(hash));
  return address === null ? null : <img src={address} alt={text} className={styles.image} />;
}
