/**
 * Asks once what to call this person (U33): a line above the status line, so that nobody has to answer before they can
 * begin. Can be skipped; also opens again from one's own disc, to change the name.
 */
import { useState } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { nameWords } from '../../words/nameQuestion.ts';
import control from '../../ui/control.module.css';
import styles from './NamePrompt.module.css';

const longest = 40;

export function NamePrompt({
  name,
  onAnswer,
}: {
  name: string;
  /** '' = skipped. */ onAnswer: (name: string) => void;
}) {
  const words = useWords(nameWords);
  const [text, setText] = useState(name);
  return (
    <form
      className={styles.prompt}
      data-testid="name-prompt"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(text);
      }}
    >
      <label className={styles.question} htmlFor="person-name">
        <b>{words.title}</b> <span>{words.why}</span>
      </label>
      <input
        id="person-name"
        className={control.control}
        maxLength={longest}
        autoComplete="name"
        placeholder={words.label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onAnswer(name);
        }}
      />
      <Button kind="second" small type="submit" disabled={text.trim() === ''}>
        {words.use}
      </Button>
      <Button kind="text" small onClick={() => onAnswer(name)}>
        {words.skip}
      </Button>
    </form>
  );
}
