/** What menus and palette call an action: its name, or that of the one of two opposites that it would do now. */
import type { MapSession } from '../state/mapSession.ts';
import { actionWords, turnWords } from '../words/actions.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import type { Action } from './actionRow.ts';

export function actionName(action: Action, session: MapSession, language: InterfaceLanguage): string {
  const now = action.nameNow?.(session);
  return now ? turnWords[language][now] : actionWords[language][action.id];
}
