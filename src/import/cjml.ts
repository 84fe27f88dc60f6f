/**
 * CJML 2.0 (Customer Journey Modelling Language of SINTEF, cjml.no, XML) -> maps, one for each journey of the file. What a
 * person really went through (`actualJourney`) becomes a map of state `actual`, a planned one of state `current`.
 *
 *   journeyPhase → stage · endUser → persona · serviceProvider → team · channelName → channel
 *   communication point → touchpoint of a contact lane; action of the end user → of a customer-action lane, of a provider
 *   → of a backstage lane · the order of the points → links
 *   compliance completed / missing / failing / adhoc → outcome done / missed / failed / extra; without it a number that
 *   begins with D is a deviation, and so extra · experienceRating (1 to 5, or −2 to 2) → emotion, measured
 *   labels, message and comment → title and description · started and completed → duration
 *
 * The language has no public schema; the elements are those of the examples of cjml.no and of SINTEF's own tools. What is
 * not understood is named in `left`, never lost in silence.
 */
import { emptyMap } from '../model/blankMap.ts';
import { cutText } from '../model/cutText.ts';
import { isId } from '../model/formats.ts';
import type { Channel, JourneyMap, Lane, Link, Persona, Stage, Touchpoint } from '../model/journeyMap.ts';
import { COLLECTION_LIMITS, EMOTION, LONG_TEXT, NAME, SHORT_TEXT } from '../model/limits.ts';
import { defaultsOf } from '../model/schema.ts';
import { counter, evenly, type JourneyNames } from './mermaid.ts';
import { refuse } from './refusal.ts';
import { childOf, readXmlTree, textAt, type XmlElement } from './xmlTree.ts';

export interface CjmlJourney {
  readonly journey: JourneyMap;
  /** Names of elements that say something no field of ours holds. */
  readonly left: readonly string[];
}

const version = '2.0';

export function readCjml(text: string, names: JourneyNames): readonly CjmlJourney[] {
  const root = readXmlTree(text);
  if (root.name !== 'CJML') refuse({ code: 'not-cjml', named: root.name.slice(0, 60) });
  const named = root.attributes.get('version') ?? '';
  if (!/^2(\.0)?$/.test(named)) refuse({ code: 'other-cjml', named: named.slice(0, 20), version });
  const journeys = root.children.filter(({ name }) => name === 'actualJourney' || name === 'plannedJourney');
  if (journeys.length === 0) refuse({ code: 'no-journey' });
  return journeys.map((journey) => readJourney(journey, names));
}

interface Actor {
  readonly id: string;
  readonly name: string;
  /** Null: a provider. */
  readonly persona: Persona | null;
}

function readJourney(element: XmlElement, names: JourneyNames): CjmlJourney {
  const ids = counter();
  const isActual = element.name === 'actualJourney';
  const actors = (childOf(element, 'actors')?.children ?? []).map((actor) => readActor(actor, ids));
  const stages = (childOf(element, 'journeyPhases')?.children ?? []).map((phase) => readPhase(phase, ids));
  const stageOf = new Map(stages.map(({ key, stage }) => [key, stage]));
  const channels: Channel[] = [];
  const lanes = laneMaker(names, ids);
  const points = (childOf(element, 'touchpoints')?.children ?? []).filter(({ name }) =>
    /^(actual|planned)(CommunicationPoint|Action)$/.test(name),
  );
  if (points.length === 0) refuse({ code: 'no-journey' }, textAt(element, 'journeyID') || '$');
  const ratings = points.map((point) => Number(ratingOf(point) || Number.NaN));
  const isSigned = ratings.some((rating) => rating < 1);
  const left = new Set<string>();
  let stageBefore = stages[0]?.stage;

  const touchpoints = points.map((point): Touchpoint => {
    const id = ids('t');
    const initiator = actorOf(point, 'initiator');
    const receiver = actorOf(point, 'receiver');
    const isAction = point.name.endsWith('Action');
    const stage =
      stageOf.get((childOf(point, 'belongsTo')?.attributes.get('phaseIDref') ?? '').trim()) ??
      stageBefore ??
      stageCalled(names.stage);
    stageBefore = stage;
    const said = textAt(point, 'initiator', 'initiatorLabel');
    const heard = textAt(point, 'receiver', 'receiverLabel');
    // The end user's side names the point, as in CJML's own diagrams.
    const [first, second] = !initiator?.persona && receiver?.persona ? [heard, said] : [said, heard];
    const pointId = textAt(point, 'touchpointID');
    for (const { name } of point.children) if (!understood.has(name)) left.add(name);
    const feeling = textAt(point, 'touchpointExperience', 'experienceDescription');
    const emotion = emotionOf(ratingOf(point), isSigned);
    const provider = [initiator, receiver].find((actor) => actor && !actor.persona);
    const people = [...new Set([initiator, receiver].flatMap((actor) => actor?.persona?.id ?? []))];
    return {
      ...defaultsOf('touchpoints'),
      id,
      title: cutText(first || second || pointId || names.title, NAME),
      stageId: stage.id,
      laneId: lanes.of(
        isAction ? (initiator && !initiator.persona ? 'backstage' : 'customer-action') : 'contact',
      ),
      description: cutText(
        [first ? second : '', textAt(point, 'message'), textAt(point, 'comment')].filter(Boolean).join('\n'),
        LONG_TEXT,
      ),
      outcome: isActual ? outcomeOf(textAt(point, 'compliance'), pointId) : null,
      originId: isActual && textAt(element, 'plannedReference') !== '' && isId(pointId) ? pointId : null,
      initiator: initiator?.persona ? 'customer' : 'company',
      channelId: channelOf(textAt(point, 'channel', 'channelName')),
      team: cutText(provider?.name ?? '', NAME),
      // Everybody, where all of them are there.
      personaIds: people.length === personas().length ? [] : people,
      emotion,
      evidenceLevel: emotion === null ? 'assumed' : 'measured',
      feeling: feeling.length <= NAME ? feeling : '',
      thinking: feeling.length > NAME ? cutText(feeling, SHORT_TEXT) : '',
      durationMin: durationOf(point),
      tags: tagsOf(point),
    };
  });
  const madeStages = stages.map(({ stage }) => stage);
  const empty = emptyMap('m');
  const journey: JourneyMap = {
    ...empty,
    map: {
      ...empty.map,
      title: cutText(textAt(element, 'journeyTitle') || textAt(element, 'journeyID') || names.title, NAME),
      scenario: cutText(textAt(element, 'journeyShortSummary'), LONG_TEXT),
      description: cutText(
        [textAt(element, 'journeyLongSummary'), textAt(element, 'comment')].filter(Boolean).join('\n'),
        LONG_TEXT,
      ),
      state: isActual ? 'actual' : 'current',
    },
    personas: personas(),
    stages: madeStages,
    lanes: lanes.all(),
    channels,
    touchpoints: evenly(touchpoints),
    links: touchpoints.slice(1).map((to, index): Link => ({
      ...defaultsOf('links'),
      id: ids('k'),
      from: touchpoints[index]?.id ?? '',
      to: to.id,
    })),
  };
  for (const collection of ['stages', 'personas', 'channels', 'touchpoints'] as const) {
    const [max, found] = [COLLECTION_LIMITS[collection], journey[collection].length];
    if (found > max) refuse({ code: 'too-many-records', collection, max, found });
  }
  return { journey, left: [...left] };

  function personas(): readonly Persona[] {
    return actors.flatMap(({ persona }) => persona ?? []);
  }
  function actorOf(point: XmlElement, side: 'initiator' | 'receiver'): Actor | undefined {
    const reference = childOf(childOf(point, side), 'refersTo')?.attributes;
    const key = (reference?.get('actorIDref') ?? reference?.get('actorID') ?? '').trim();
    return actors.find(({ id, name }) => id === key || name === key);
  }
  function stageCalled(name: string): Stage {
    const stage = { ...defaultsOf('stages'), id: ids('s'), name };
    stages.push({ key: '', stage });
    return stage;
  }
  function channelOf(name: string): string | null {
    if (name === '') return null;
    const found = channels.find((channel) => channel.name === cutText(name, NAME));
    if (found) return found.id;
    const channel = { ...defaultsOf('channels'), id: ids('c'), name: cutText(name, NAME) };
    channels.push(channel);
    return channel.id;
  }
}

const understood: ReadonlySet<string> = new Set([
  'touchpointID',
  'belongsTo',
  'compliance',
  'initiator',
  'receiver',
  'channel',
  'message',
  'comment',
  'category',
  'timestamps',
  'timeStarted',
  'timeCompleted',
  'touchpointExperience',
]);

function readActor(element: XmlElement, ids: (prefix: string) => string): Actor {
  const id = (element.attributes.get('actorID') ?? element.attributes.get('actorIDref') ?? '').trim();
  const name = textAt(element, 'actorName') || textAt(element, 'companyName') || id;
  const isUser = element.name === 'endUser';
  return {
    id,
    name,
    persona: isUser ? { ...defaultsOf('personas'), id: ids('p'), name: cutText(name, NAME) } : null,
  };
}

function readPhase(element: XmlElement, ids: (prefix: string) => string): { key: string; stage: Stage } {
  const key = (element.attributes.get('phaseID') ?? element.attributes.get('phaseIDref') ?? '').trim();
  return {
    key,
    stage: {
      ...defaultsOf('stages'),
      id: ids('s'),
      name: cutText(textAt(element, 'phaseName') || key, NAME),
      description: cutText(textAt(element, 'phaseDescription'), LONG_TEXT),
    },
  };
}

/** The lanes that something lies in, from the customer's to the company's, and the curve. */
function laneMaker(names: JourneyNames, ids: (prefix: string) => string) {
  const kinds = {
    'customer-action': names.actions,
    contact: names.lane,
    backstage: names.backstage,
  } as const;
  const made = new Map<keyof typeof kinds, Lane>();
  return {
    of(kind: keyof typeof kinds): string {
      const lane = made.get(kind) ?? { ...defaultsOf('lanes'), id: ids('l'), kind, name: kinds[kind] };
      made.set(kind, lane);
      return lane.id;
    },
    all(): readonly Lane[] {
      const ordered = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => made.get(kind) ?? []);
      const curve: Lane = { ...defaultsOf('lanes'), id: ids('l'), kind: 'emotion', name: names.emotion };
      const last = ordered.findLastIndex(({ kind }) => kind !== 'backstage') + 1;
      return ordered.toSpliced(last, 0, curve);
    },
  };
}

function outcomeOf(compliance: string, pointId: string): Touchpoint['outcome'] {
  switch (compliance.toLowerCase().replaceAll(/[\s_-]/g, '')) {
    case 'missing':
      return 'missed';
    case 'failing':
      return 'failed';
    case 'adhoc':
      return 'extra';
    case 'completed':
      return 'done';
    default:
      return /^D\d/.test(pointId) ? 'extra' : 'done';
  }
}

function ratingOf(point: XmlElement): string {
  return textAt(point, 'touchpointExperience', 'experienceRating').replace('\u2212', '-');
}

const spokenRatings: Readonly<Record<string, number>> = {
  'very negative': -2,
  negative: -1,
  neutral: 0,
  positive: 1,
  'very positive': 2,
};

/** `isSigned`: the journey's ratings go from −2 to 2, since one of them is less than 1. */
function emotionOf(rating: string, isSigned: boolean): number | null {
  const spoken = spokenRatings[rating.toLowerCase()];
  if (spoken !== undefined) return spoken;
  const number = Number(rating);
  if (rating === '' || !Number.isFinite(number)) return null;
  const emotion = isSigned ? number : number - 3;
  return emotion < EMOTION.min || emotion > EMOTION.max ? null : Math.round(emotion * 10) / 10;
}

/** Whole minutes between the start and the end; null where one is missing. */
function durationOf(point: XmlElement): number | null {
  const times = childOf(point, 'timestamps') ?? point;
  const [start, end] = [Date.parse(textAt(times, 'timeStarted')), Date.parse(textAt(times, 'timeCompleted'))];
  return end >= start ? Math.round((end - start) / 60_000) : null;
}

function tagsOf(point: XmlElement): readonly string[] {
  const category = textAt(point, 'category');
  return category === '' ? [] : [cutText(category, NAME)];
}
