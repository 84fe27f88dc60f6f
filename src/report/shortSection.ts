/** The findings of the whole report in sentences, for whoever reads one page: what is lost, hurts, matters, is missing, comes first. */
import { inPinOrder } from '../layout/pins.ts';
import { sieveSentences } from './journeySections.ts';
import { placeOf, type ReportContext, type Section } from './reportContext.ts';
import { sentences } from './texts.ts';
import { tierSentences } from './workSections.ts';

/** Places that one sentence names. */
const most = 6;

export function shortSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { numbers } = facts;
  const { A2, A5, A6, A7, A9, A10, A11, A12, A13, lint } = analyses;
  const places = (ids: readonly string[]) => {
    const named = ids.slice(0, most).map((id) => placeOf(context, id));
    return [...named, ...(ids.length > most ? [facts.words.more(ids.length - most)] : [])].join(
      words.listMark,
    );
  };
  const scores = new Map((A11.value?.scores.value ?? []).map(({ id, score }) => [id, score]));
  const first = (A6.value?.members ?? [])
    .filter(({ quarter }) => quarter === 'concentrate')
    .toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0))
    .map(({ id }) => id);
  const pains = A11.value?.pains.value ?? null;
  const [worst] = pains ?? [];
  const risky = new Set(
    (A10.value?.moments ?? []).filter(({ risks }) => risks.length > 0).map(({ id }) => id),
  );
  const [best] = (A11.value?.opportunities ?? []).filter(({ status }) => status !== 'rejected');
  const gaps = A7.value?.gaps;
  const open = lint.filter(({ dismissed }) => dismissed === null).length;
  const part = (value: number | null) => (value === null ? '–' : numbers.plain(value, 1));
  const experience = (['effectiveness', 'ease', 'emotion'] as const).flatMap((one) => {
    const outcome = A2.value?.[one];
    return outcome?.value == null
      ? []
      : [
          `${facts.words.experience[one]} ${numbers.fixed(outcome.value)} (${facts.words.of(outcome.n, outcome.of, facts.words.experience.rated)})`,
        ];
  });
  const found = [
    ...(A5.value ? sieveSentences(context, A5.value) : []),
    ...(worst ? [words.hurts(placeOf(context, worst.id), numbers.signed(worst.emotion))] : []),
    ...(pains?.length === 0 ? [words.nothingHurts] : []),
    ...(first.length > 0 ? [words.concentrate(places(first))] : []),
    ...(experience.length > 0
      ? [`${facts.words.experience.name}${words.pairMark}${experience.join(words.listMark)}`]
      : []),
    ...(risky.size > 0
      ? [
          words.risky(
            places(
              inPinOrder(map.moments.filter(({ id }) => risky.has(id))).map(
                ({ touchpointId }) => touchpointId,
              ),
            ),
          ),
        ]
      : []),
    ...(A13.value ? tierSentences(context).slice(0, 3) : []),
    ...(A7.value && gaps
      ? [
          words.covered(
            A7.value.cells.length,
            A7.value.size,
            gaps.missedPreference.length + gaps.notOwned.length,
          ),
        ]
      : []),
    ...(A12.value?.attainment.value != null
      ? [words.onTime(numbers.percent(A12.value.attainment.value))]
      : []),
    ...(A9.value?.score.value != null ? [words.onBrand(numbers.fixed(A9.value.score.value))] : []),
    ...(best
      ? [
          words.bestOpportunity(
            map.opportunities.find(({ id }) => id === best.id)?.title || facts.words.untitled,
            [
              facts.words.opportunities.impact(part(best.impact), part(best.effort)),
              ...(best.votes > 0 ? [facts.words.opportunities.votes(best.votes)] : []),
            ].join(words.listMark),
          ),
        ]
      : []),
    words.checksFound(open),
  ];
  return { id: 'short', name: words.short, rests: '', pieces: sentences(found, width) };
}
