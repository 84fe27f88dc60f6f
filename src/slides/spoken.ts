/**
 * What a slide says, for those who do not see it: the same and more, as nothing has to fit. In the reader's language; what people
 * wrote stays as they wrote it.
 */
import { ratedTouchpoints } from '../analysis/emotionCurve.ts';
import { peakEnd } from '../analysis/peakEnd.ts';
import { stageLetter } from '../model/address.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap, Moment, Stage, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore, emotionFor, journeyTouchpoints, meets } from '../model/sequence.ts';
import { mapStateWords } from '../words/mapStates.ts';
import { phoneWords } from '../words/phone.ts';
import { plain, sceneWordsFor, signed } from '../words/scene.ts';
import { slideWords } from '../words/slides.ts';
import type { SlideOptions } from './layoutSlide.ts';
import { touchpointsOn, type SlideName } from './listSlides.ts';
import { stageNotes } from './stageNotes.ts';

export interface Spoken {
  readonly heading: string;
  /** A sentence or two each, in the order of the journey. */
  readonly lines: readonly string[];
}

type Seen = Pick<SlideOptions, 'language' | 'persona' | 'hiddenLanes'>;

export function spokenOverview(journey: JourneyMap, { language, persona }: Seen): Spoken {
  const words = slideWords[language];
  const { spoken } = words;
  const { map, brand, personas, stages, moments } = journey;
  const titles = new Map(journey.touchpoints.map(({ id, title }) => [id, title]));
  const felt = peakEnd(journey, persona);
  const extremes = extremesOf(journey, persona);
  const listed = (label: string, names: readonly string[]): string =>
    names.length === 0 ? '' : spoken.named(label, names.join(spoken.mark)) + spoken.end;
  const nodes = journeyTouchpoints(journey);
  return {
    heading: spoken.overview(map.title.trim() || words.untitledMap),
    lines: [
      [
        brand?.name ?? '',
        mapStateWords[language][map.state],
        words.counts(stages.length, journey.touchpoints.length),
      ]
        .filter(Boolean)
        .join(spoken.mark) + spoken.end,
      map.scenario,
      ...seenBy(journey, persona, words),
      listed(
        spoken.personas,
        personas.map(({ name }) => name || spoken.untitled),
      ),
      listed(
        spoken.stages,
        stages.map(({ name }, index) => `${stageLetter(index)} ${name}`.trim()),
      ),
      felt ? spoken.means(signed(felt.mean)) + spoken.end : words.notRated + spoken.end,
      ...extremes.map(
        ({ label, id, value }) =>
          spoken.named(
            words[label],
            `${titles.get(id) || spoken.untitled}${spoken.mark}${feeling(value, { language })}`,
          ) + spoken.end,
      ),
      ...nodes
        .filter((node) => meets(node, persona))
        .flatMap(({ id }) =>
          moments
            .filter((moment) => moment.touchpointId === id)
            .map((moment) => spokenMoment(moment, { language }, titles.get(id) ?? '')),
        ),
    ].filter((line) => line.trim() !== ''),
  };
}

export function spokenStage(
  journey: JourneyMap,
  stage: Stage | undefined,
  name: SlideName,
  seen: Seen,
): Spoken {
  const { language, persona, hiddenLanes } = seen;
  const words = slideWords[language];
  const { spoken } = words;
  const index = journey.stages.findIndex(({ id }) => id === name.stageId);
  const heading = [
    spoken.stage(name.letter ?? '', name.title || spoken.untitled, index + 1, journey.stages.length),
    name.parts > 1 ? words.part(name.part, name.parts) : '',
  ];
  const touchpoints = stage ? touchpointsOn(journey, name, hiddenLanes) : [];
  const notes = stageNotes(journey, name, touchpoints, persona);
  const durationMin = stage?.durationMin ?? null;
  return {
    heading: heading.filter(Boolean).join(spoken.mark),
    lines: [
      stage?.goal ?? '',
      durationMin === null
        ? ''
        : spoken.named(spoken.duration, sceneWordsFor(language).duration(durationMin)) + spoken.end,
      ...seenBy(journey, persona, words),
      ...(touchpoints.length === 0 ? [words.emptyStage + spoken.end] : []),
      ...touchpoints.flatMap((touchpoint) => [
        spokenTouchpoint(journey, touchpoint, seen),
        ...notes.moments
          .filter(({ touchpointId }) => touchpointId === touchpoint.id)
          .map((moment) => spokenMoment(moment, seen, '')),
      ]),
      ...notes.pains.map(({ text }) => spoken.named(words.pain, text)),
      ...notes.opportunities.map(({ title }) => spoken.named(words.opportunity, title)),
      notes.voice
        ? [words.quote(notes.voice.text), notes.voice.source].filter(Boolean).join(spoken.mark)
        : '',
    ].filter((line) => line.trim() !== ''),
  };
}

function seenBy(
  { personas }: JourneyMap,
  lead: string | null,
  { spoken }: (typeof slideWords)['en'],
): readonly string[] {
  const leading = personas.find(({ id }) => id === lead);
  return leading ? [spoken.seenBy(leading.name || spoken.untitled) + spoken.end] : [];
}

function feeling(value: number | null, { language }: Pick<Seen, 'language'>): string {
  const words = phoneWords[language];
  return value === null ? words.notRated : words.emotion(signed(value), words.bands[emotionBand(value)]);
}

function spokenTouchpoint(journey: JourneyMap, touchpoint: Touchpoint, { language, persona }: Seen): string {
  const { spoken } = slideWords[language];
  const { readings, personas, channels, links } = journey;
  const lead = personas.find(({ id }) => id === persona);
  const channel = channels.find(({ id }) => id === touchpoint.channelId);
  const score = (label: string, value: number | null): string =>
    value === null ? '' : `${label} ${plain(value)}`;
  const base = emotionFor(touchpoint, null, readings);
  const differing = personas.flatMap(({ id, name }) => {
    const own = emotionFor(touchpoint, id, readings);
    return lead || own === null || own === base ? [] : [spoken.differs(name, signed(own))];
  });
  const following = links.flatMap(({ from, to }) => {
    const next = from === touchpoint.id && journey.touchpoints.find(({ id }) => id === to);
    return next ? [next.title] : [];
  });
  const facts = [
    lead && !meets(touchpoint, lead.id)
      ? spoken.doesNotMeet(lead.name)
      : feeling(emotionFor(touchpoint, lead?.id ?? null, readings), { language }),
    ...differing,
    touchpoint.key ? spoken.keyContact : '',
    channel?.name ?? '',
    touchpoint.owner,
    score(spoken.importance, effectiveScore(touchpoint, 'importance', { readings })),
    score(spoken.performance, effectiveScore(touchpoint, 'performance', { readings })),
    touchpoint.evidenceLevel === 'assumed' ? spoken.assumed : '',
    following.length > 0 ? `${spoken.leadsTo} ${following.join(spoken.mark)}` : '',
  ].filter(Boolean);
  return spoken.named(touchpoint.title || spoken.untitled, facts.join(spoken.mark)) + spoken.end;
}

function spokenMoment(
  { question, passWhen, failWhen }: Moment,
  { language }: Pick<Seen, 'language'>,
  at: string,
): string {
  const words = slideWords[language];
  const { spoken } = words;
  const conditions = [
    passWhen.trim() === '' ? '' : spoken.named(words.pass, passWhen) + spoken.end,
    failWhen.trim() === '' ? '' : spoken.named(words.lose, failWhen) + spoken.end,
  ];
  const named = [at, question].filter(Boolean).join(spoken.mark);
  return [named === '' ? words.moment + spoken.end : spoken.named(words.moment, named), ...conditions]
    .filter(Boolean)
    .join(spoken.space);
}

export interface Extreme {
  readonly label: 'highest' | 'lowest';
  readonly id: string;
  readonly value: number;
}

/** The highest and the lowest point of a journey, the first of equal ones; none where all are alike. */
export function extremesOf(journey: JourneyMap, persona: string | null): readonly Extreme[] {
  const { nodes } = ratedTouchpoints(journey, persona);
  let [high, low] = [nodes[0], nodes[0]];
  for (const node of nodes) {
    if (high && node.emotion > high.emotion) high = node;
    if (low && node.emotion < low.emotion) low = node;
  }
  if (!high || !low || high.emotion === low.emotion) return [];
  return [
    { label: 'highest', id: high.id, value: high.emotion },
    { label: 'lowest', id: low.id, value: low.emotion },
  ];
}
