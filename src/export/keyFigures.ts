/** The figures people ask for first, as sentences: for outlines and for the notes of slides. */
import { analyseMap, type Analyses } from '../analysis/analyseMap.ts';
import type { Outcome } from '../analysis/outcome.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { findingMessage } from '../words/checks.ts';
import { fileWords, type FileWords } from '../words/files.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { percent, plain, signed } from '../words/scene.ts';

const mostPains = 5;

/** Of the whole map; what cannot be computed is left out. */
export function keyFigures(
  journey: JourneyMap,
  language: InterfaceLanguage,
  analyses: Analyses = analyseMap(journey),
): readonly string[] {
  const words = fileWords[language];
  const titles = new Map(journey.touchpoints.map(({ id, title }) => [id, title]));
  const { A2, A4, A5, A10, A11 } = analyses;
  const pains = A11.value?.pains.value?.slice(0, mostPains) ?? [];
  const through = A5.value?.chain.at(-1)?.cumulative ?? null;
  const { pairMark } = words;
  return [
    ...(A4.value
      ? [
          `${words.meanEmotion}${pairMark}${signed(A4.value.mean)} (${words.of(A4.value.rated, A4.value.of)})`,
          `${words.peakEnd}${pairMark}${signed(A4.value.score)}`,
          `${words.peak}${pairMark}${titles.get(A4.value.peak.id) ?? ''} (${signed(A4.value.peak.emotion)})`,
        ]
      : []),
    ...summary(A2, words),
    ...(through === null ? [] : [`${words.throughSieve}${pairMark}${percent(through)}`]),
    ...(A10.value
      ? [`${words.momentsPresent}${pairMark}${words.of(Math.round(A10.value.coverage * 3), 3)}`]
      : []),
    ...(pains.length > 0
      ? [
          `${words.pains}${pairMark}${pains
            .map(({ id, pain }) => `${titles.get(id) ?? ''} (${plain(pain)})`)
            .join(words.listMark)}`,
        ]
      : []),
  ];
}

/** What the checks find at these records, as sentences; at the whole map and everywhere when `ids` is null. */
export function findingsAt(
  { lint }: Pick<Analyses, 'lint'>,
  ids: ReadonlySet<string> | null,
  language: InterfaceLanguage,
): readonly string[] {
  return lint
    .filter(({ dismissed, targetId }) => dismissed === null && (ids === null || ids.has(targetId)))
    .map((finding) => `${finding.code} ${findingMessage(finding, language)}`);
}

function summary(outcome: Analyses['A2'], words: FileWords): readonly string[] {
  const { value } = outcome;
  if (!value) return [];
  const parts: readonly (readonly [string, Outcome<number>])[] = [
    [words.effectiveness, value.effectiveness],
    [words.ease, value.ease],
    [words.emotion, value.emotion],
  ];
  const told = parts.flatMap(([name, part]) =>
    part.value === null ? [] : [`${name} ${plain(part.value, 0)}`],
  );
  return told.length === 0 ? [] : [told.join(words.listMark)];
}
