/** While a page is on its way: nothing for a moment (most are there by then), then one quiet sentence. */
import { useEffect, useState } from 'react';
import { useWords } from '../state/interfaceStore.ts';
import { appWords } from '../words/app.ts';
import styles from './Loading.module.css';

const patienceMs = 400;

export function Loading() {
  const words = useWords(appWords);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.loading} role="status" data-testid="loading">
      {late ? words.opening : null}
    </p>
  );
}
