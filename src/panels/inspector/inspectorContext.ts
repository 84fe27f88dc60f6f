/**
 * What every control of the inspector needs: words, commands, a place to tell refusals, and the register of the text
 * that is open right now, so that it can be given back when somebody deletes its record (U24).
 */
import { createContext, useContext, useMemo, useRef } from 'react';
import type { Commands, Done } from '../../document/commands.ts';
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import { useToast } from '../../ui/Toast.tsx';
import { fieldWords } from '../../words/fields.ts';
import { inspectorWords, type InspectorWords } from '../../words/inspector.ts';
import type { InterfaceLanguage } from '../../words/language.ts';

/** The text a person is typing: where, what it is called, and what it says now. */
export interface Draft {
  readonly key: string;
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

export interface InspectorTools {
  readonly language: InterfaceLanguage;
  readonly words: InspectorWords;
  readonly fields: (typeof fieldWords)['en'];
  /** Null for those who only look on. */
  readonly commands: Commands | null;
  /** Says a refusal in words; does nothing when all went well. */
  readonly tell: (done: Done<unknown>) => void;
  readonly draft: { current: Draft | null };
  /** Selects one record (or, with null, the map itself). */
  readonly open: (id: string | null) => void;
}

export const InspectorContext = createContext<InspectorTools | null>(null);

export function useInspector(): InspectorTools {
  const tools = useContext(InspectorContext);
  if (!tools) throw new Error('no inspector above this control');
  return tools;
}

/** Makes the tools, once per language and session. */
export function useInspectorTools(): InspectorTools {
  const session = useMapSession();
  const language = useScreen((state) => state.language);
  const toast = useToast();
  const draft = useRef<Draft | null>(null);
  return useMemo(() => {
    const words = inspectorWords[language];
    return {
      language,
      words,
      fields: fieldWords[language],
      commands: session.editing?.commands ?? null,
      tell: (done) => {
        if (!done.ok) toast({ text: words.refused[done.reason], stays: true });
      },
      draft,
      open: (id) => session.screen.setState({ selection: new Set(id === null ? [] : [id]) }),
    };
  }, [session, language, toast]);
}
