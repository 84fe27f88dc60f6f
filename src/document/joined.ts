/**
 * What two stages or lanes are when they are made one (SCHEMA.md D42): nothing that was written is lost. Of texts, null
 * says that they are too long together.
 */
import type { Lane, Phase, Stage, Touchpoint } from '../model/journeyMap.ts';
import { LONG_TEXT, NAME, SHORT_TEXT } from '../model/limits.ts';

/** Name, goal and description of two stages in one; what is too long for its line goes into the description. Null: too long for that. */
export function joinedTexts(
  first: Stage,
  second: Stage,
): Pick<Stage, 'name' | 'goal' | 'description'> | null {
  const name = joinedLine(first.name, second.name, NAME);
  const goal = joinedLine(first.goal, second.goal, SHORT_TEXT);
  const description = [
    first.description,
    name === null ? second.name : '',
    goal === null ? second.goal : '',
    second.description === first.description ? '' : second.description,
  ]
    .filter(Boolean)
    .join('\n\n');
  if (description.length > LONG_TEXT) return null;
  return { name: name ?? first.name, goal: goal ?? first.goal, description };
}

/** Two short texts in one line; null when that is too long. */
export function joinedLine(first: string, second: string, most: number): string | null {
  const line = first === second ? first : [first, second].filter(Boolean).join(' / ');
  return line.length <= most ? line : null;
}

/** The phase of two stages in one under which every touchpoint can keep the one it has: nobody's becomes a phase it had not. */
export function joinedPhase(
  first: Stage,
  early: readonly Touchpoint[],
  second: Stage,
  late: readonly Touchpoint[],
): Phase | null {
  const hasNone =
    (first.phase === null && early.some(({ phase }) => phase === null)) ||
    (second.phase === null && late.some(({ phase }) => phase === null));
  return hasNone ? null : (first.phase ?? second.phase);
}

export function sumOfKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : a + b;
}

export function joinedExtra(first: Stage | Lane, second: Stage | Lane): Pick<Stage, 'extra'> {
  return first.extra || second.extra ? { extra: { ...second.extra, ...first.extra } } : {};
}
