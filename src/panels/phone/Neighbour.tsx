/** The way to the stage before or after this one, at the foot of the phone's page. */
import { stageLetter } from '../../model/address.ts';
import type { Stage } from '../../model/journeyMap.ts';
import { useScreen } from '../../state/mapSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { phoneWords } from '../../words/phone.ts';
import { pairOf } from '../../words/together.ts';
import styles from './Neighbour.module.css';

export function Neighbour({
  stage,
  index,
  way,
  onShow,
}: {
  readonly stage: Stage | undefined;
  readonly index: number;
  readonly way: 'previous' | 'next';
  readonly onShow: (id: string) => void;
}) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  if (!stage) return <span className={styles.neighbour} />;
  const name = stage.name || words.untitled;
  return (
    <button type="button" className={styles.neighbour} data-way={way} onClick={() => onShow(stage.id)}>
      <span className={styles.hidden}>{pairOf(language, words[way], '')}</span>
      <span className={styles.neighbourName}>
        {way === 'previous' && <Icon name="chevron-left" size={16} />}
        <span>{name}</span>
        {way === 'next' && <Icon name="chevron-right" size={16} />}
      </span>
      <span className={styles.neighbourStage}>{words.stageShort(stageLetter(index))}</span>
    </button>
  );
}
