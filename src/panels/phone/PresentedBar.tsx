/** The bar of a map that is presented on a phone: whose map it is, whether what is shown is live, and the way out. */
import { Button } from '../../ui/Button.tsx';
import { useOutline, useScreen } from '../../state/mapSession.ts';
import { phoneWords } from '../../words/phone.ts';
import { topBarWords } from '../../words/topBar.ts';
import { SaveStateLine } from '../topBar/SaveStateLine.tsx';
import styles from './PhoneBar.module.css';

export function PresentedBar({ onLeave }: { readonly onLeave: () => void }) {
  const language = useScreen((state) => state.language);
  const title = useOutline(({ journey }) => journey.map.title);
  return (
    <header className={styles.bar} data-testid="top-bar">
      <div className={styles.titles}>
        <h1 className={styles.title} title={title}>
          {title || topBarWords[language].untitled}
        </h1>
        <div className={styles.state}>
          <SaveStateLine />
        </div>
      </div>
      <Button kind="text" onClick={onLeave} data-testid="leave-present">
        {phoneWords[language].leave}
      </Button>
    </header>
  );
}
