/**
 * Who is here: five discs with initials and the name as their title, then "+n" (U44); I am last. Nobody's disc
 * moves while they stay: the order is presence's own.
 */
import { useEffect, useState } from 'react';
import { useMapSession } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { peopleInk } from '../../theme/inks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { appWords } from '../../words/app.ts';
import styles from './TopBar.module.css';

const mostDiscs = 5;

export function People({ onName }: { onName: (() => void) | null }) {
  const { presence } = useMapSession();
  const words = useWords(appWords);
  const [people, setPeople] = useState(() => ({ others: presence.others(), me: presence.me() }));
  useEffect(() => {
    const read = () => setPeople({ others: presence.others(), me: presence.me() });
    read();
    return presence.subscribe(read);
  }, [presence]);

  const { others } = people;
  const shown = others.length > mostDiscs ? others.slice(0, mostDiscs - 1) : others;
  const rest = others.slice(shown.length);
  const myName = people.me?.name || words.name.guest;
  const me = <Avatar name={myName} text={words.you} colour="var(--ink)" title={words.people.me(myName)} />;
  return (
    <div className={styles.people} role="group" aria-label={words.people.label} data-testid="people">
      {shown.map((person) => (
        <Avatar
          key={person.clientId}
          name={person.name}
          colour={`var(--${peopleInk(person.colour)})`}
          idle={person.idle}
          title={person.idle ? words.people.idle(person.name) : person.name}
        />
      ))}
      {rest.length > 0 && (
        <Avatar
          name={words.people.more(rest.length)}
          text={`+${rest.length}`}
          colour="var(--ink-2)"
          title={rest.map(({ name }) => name).join('\n')}
        />
      )}
      {onName ? (
        <button
          type="button"
          className={styles.me}
          aria-label={words.name.change}
          title={words.people.me(myName)}
          onClick={onName}
        >
          {me}
        </button>
      ) : (
        me
      )}
    </div>
  );
}
