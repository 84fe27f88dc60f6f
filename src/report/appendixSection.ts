/** The appendix of the report: every touchpoint in one table. */
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { fieldWords } from '../words/fields.ts';
import { notKnown, stageOf, type ReportContext, type Section } from './reportContext.ts';
import { paragraph, table } from './texts.ts';

export function appendixSection(context: ReportContext): Section {
  const { map, facts, words, width, personaId } = context;
  const { numbers } = facts;
  const scored = scoredTouchpoints(map, personaId);
  const known = new Map(scored.map((one) => [one.id, one]));
  const rest = map.touchpoints.filter(({ id }) => !known.has(id));
  const all = [...scored.map(({ touchpoint }) => touchpoint), ...rest];
  const stage = stageOf(context);
  const channels = new Map(map.channels.map(({ id, name }) => [id, name]));
  const levels = fieldWords[words.language].values.evidenceLevel;
  const names = words.appendixColumns;
  const figure = (value: number | null | undefined, write: (value: number) => string) =>
    value === null || value === undefined ? '–' : write(value);
  const shares = [5.8, 25, 15, 15, 15.5, 9, 11.5, 12.5, 9.5, 9.5, 9.5];
  return {
    id: 'appendix',
    name: words.appendix,
    ownPage: true,
    rests: facts.words.behind.count(all.length),
    says: [],
    pieces:
      all.length === 0
        ? notKnown(words.noTouchpoints, width)
        : [
            ...paragraph(words.appendixNote, width, { role: 'legend-small', fill: 'ink-2' }),
            ...table(
              names.map((name, index) => ({
                name,
                share: shares[index] ?? 8,
                strong: index === 1,
                end: index >= 5 && index <= 9,
              })),
              all.map(
                ({
                  id,
                  title,
                  channelId,
                  owner,
                  emotion,
                  importance,
                  performance,
                  reached,
                  passed,
                  evidenceLevel,
                }) => {
                  const one = known.get(id);
                  return [
                    facts.tag(id),
                    title || facts.words.untitled,
                    stage(id),
                    channelId === null ? '–' : (channels.get(channelId) ?? ''),
                    owner,
                    figure(one ? one.emotion : emotion, numbers.signed),
                    figure(one ? one.importance : importance, (value) => numbers.plain(value, 1)),
                    figure(one ? one.performance : performance, (value) => numbers.plain(value, 1)),
                    figure(one ? one.reached : reached, numbers.plain),
                    figure(one ? one.passed : passed, numbers.plain),
                    levels[evidenceLevel],
                  ];
                },
              ),
              width,
            ),
          ],
  };
}
