/** A template as a map of its own, begun on the page of an empty map (U32): it opens at once, as from the first page. */
import { makeFromTemplate, type Made } from '../panels/home/makeMap.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { problemWords } from '../words/problems.ts';
import { createTokenOf } from './createToken.ts';
import { goTo } from './navigation.ts';
import { mapAddress } from './route.ts';

/** Null when the map is being opened, else why there is none. */
export async function startFrom(
  template: string,
  name: string,
  storage: Storage,
  language: InterfaceLanguage,
): Promise<string | null> {
  const workshop = { storage, createToken: createTokenOf(storage), now: Date.now };
  return openMade(await makeFromTemplate(workshop, template, name), language);
}

/** Opens a map that has been made; null, or why there is none. */
export function openMade(made: Made, language: InterfaceLanguage): string | null {
  if (!made.ok) {
    const { title, happened } = problemWords[language][made.problem.problem];
    return `${title}. ${happened}`;
  }
  goTo(mapAddress(made.id, made.token));
  return null;
}
