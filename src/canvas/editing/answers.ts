/** What a command answered, said to the person: refusals are told, never thrown. */
import type { Done, Refusal } from '../../document/commands.ts';
import { emotionBand } from '../../model/emotionBand.ts';
import type { ElementPlace } from '../../model/journeyMap.ts';
import { newestReading } from '../../model/sequence.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { editingWords, type EditingWords } from '../../words/editing.ts';
import { elementWords } from '../../words/elements.ts';
import { signed } from '../../words/scene.ts';
import { announce } from '../announce.ts';
import { mentionToPage } from '../pageRuns.ts';

export function wordsOf({ screen }: Pick<MapSession, 'screen'>): EditingWords {
  return editingWords[screen.getState().language];
}

export function elementWordsOf({ screen }: Pick<MapSession, 'screen'>): (typeof elementWords)['en'] {
  return elementWords[screen.getState().language];
}

/** The editing half of a session; the table runs editing actions only with it. */
export function editingOf(session: MapSession): Editing {
  if (!session.editing) throw new Error('an editing action without the right to edit');
  return session.editing;
}

/** The value of a command that was carried out; else null, and the reason is told. */
export function accept<T>(session: Pick<MapSession, 'screen'>, done: Done<T>): { readonly value: T } | null {
  if (done.ok) return { value: done.value };
  refuse(session, done.reason);
  return null;
}

export function refuse(session: Pick<MapSession, 'screen'>, reason: Refusal): void {
  say(wordsOf(session).said[reason]);
}

/** Seen as well as heard: the message is a live region of its own. */
export function say(text: string): void {
  if (!mentionToPage(text)) announce(text);
}

/** Tells which emotion touchpoints have now; of those that were measured, that the measured value counts (2.8). */
export function sayEmotion(
  { screen, projection }: Pick<MapSession, 'screen' | 'projection'>,
  ids: readonly string[],
  personaId: string | null,
  emotion: number | null,
): void {
  const words = wordsOf({ screen });
  const { readings } = projection.getState().journey;
  const [measured] = personaId ? [] : ids.flatMap((id) => newestReading(readings, id, 'emotion') ?? []);
  if (measured) say(words.said.measuredCounts(signed(measured.value)));
  else
    announce(
      emotion === null
        ? words.notRated
        : words.said.emotion(signed(emotion), words.bands[emotionBand(emotion)]),
    );
}

/** Tells where free elements lie now. */
export function sayPlaced(
  session: Pick<MapSession, 'screen'>,
  places: ReadonlyMap<string, Pick<ElementPlace, 'side'>>,
): void {
  const [first] = places.values();
  if (first) announce(elementWordsOf(session).placed(places.size, wordsOf(session).sides[first.side]));
}
