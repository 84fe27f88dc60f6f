/** What could not be worked out: it has no page of its own, but one table below the checks that says what is missing, and why. */
import { together, type Piece } from './flow.ts';
import type { ReportContext, Section } from './reportContext.ts';
import { subheading, table } from './texts.ts';

interface NotKnown {
  readonly name: string;
  readonly says: string;
}

/** The sections that say something, and what the others lack. */
export function knownOnly(
  context: ReportContext,
  made: readonly (Section | null)[],
): readonly [readonly Section[], readonly NotKnown[]] {
  const { map, words } = context;
  const found: Section[] = [];
  const lacking: NotKnown[] =
    map.personas.length === 0 ? [{ name: words.personas, says: words.noPersonas }] : [];
  if (map.touchpoints.length === 0) lacking.push({ name: words.map, says: words.noTouchpoints });
  for (const section of made) {
    if (section === null) continue;
    const says = section.pieces.every(({ missing }) => missing !== undefined)
      ? section.pieces[0]?.missing
      : undefined;
    if (says === undefined) found.push(section);
    else lacking.push({ name: section.name, says });
  }
  return [found, lacking];
}

/** Nothing where everything could be worked out. */
export function unknownPieces(
  { words, width }: ReportContext,
  lacking: readonly NotKnown[],
): readonly Piece[] {
  if (lacking.length === 0) return [];
  const [part = '', why = ''] = words.unknownColumns;
  return together([
    ...subheading(words.unknown, width),
    ...table(
      [
        { name: part, share: 32, strong: true },
        { name: why, share: 68 },
      ],
      lacking.map(({ name, says }) => [name, says]),
      width,
    ),
  ]);
}
