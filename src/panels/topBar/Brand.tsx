/** The sign of the house: the emotion curve with the moment of truth on its peak, as a link to the home page. */
import styles from './Brand.module.css';

export function Brand({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <a
      href="/"
      className={styles.brand}
      aria-label={label}
      title={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true">
        <path d="M1 15.5h24" stroke="currentColor" strokeWidth="1" />
        <path
          d="M1.5 15.5C5 15.5 5.6 4 9.3 4s4.4 15.2 8.2 15.2c2.6 0 3.2-5.5 6.5-5.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinecap="round"
        />
        <circle cx="9.3" cy="3.8" r="2.9" fill="var(--signal)" />
      </svg>
    </a>
  );
}
