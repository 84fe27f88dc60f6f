/** Schema, third part: notes, work, discussion, measurements (domain.md 2.11). */
import { checkCodes } from './checkCodes.ts';
import { emotionBands } from './emotionBand.ts';
import { overlayKinds } from './overlayKinds.ts';
import {
  choice,
  flag,
  formatted,
  list,
  maybeChoice,
  maybeFile,
  maybeFormatted,
  maybeList,
  maybeNumber,
  maybeRecord,
  maybeReference,
  number,
  ownId,
  record,
  reference,
  references,
  required,
  text,
  type SchemaOf,
} from './fieldSpec.ts';
import { s120, s400, s4000, fivePoint, colour, count, percent, share } from './sharedFields.ts';
import type {
  Action,
  Comment,
  Dismissal,
  Evidence,
  FreeElement,
  Insight,
  Json,
  Opportunity,
  Reading,
  SavedView,
  Snapshot,
  ViewCamera,
  Vote,
} from './journeyMap.ts';
import {
  ELEMENT_DISTANCE,
  ELEMENT_HEIGHT,
  ELEMENT_WIDTH,
  SHORT_NAME,
  VIEW_REACH,
  VIEW_ZOOM,
} from './limits.ts';

export const insights = {
  id: ownId('insights'),
  kind: required(
    choice(['thought', 'need', 'pain', 'gain', 'quote', 'question', 'idea', 'fact', 'assumption'], 'thought'),
  ),
  text: s400,
  stageId: maybeReference('stages'),
  laneId: maybeReference('lanes'),
  touchpointIds: references('touchpoints'),
  personaIds: references('personas'),
  severity: maybeNumber(fivePoint),
  evidenceIds: references('evidence'),
  colour,
  locked: flag(false),
} satisfies SchemaOf<Insight>;

export const opportunities = {
  id: ownId('opportunities'),
  title: s120,
  description: s4000,
  stageId: maybeReference('stages'),
  laneId: maybeReference('lanes'),
  touchpointIds: references('touchpoints'),
  insightIds: references('insights'),
  impact: maybeNumber(fivePoint),
  effort: maybeNumber(fivePoint),
  status: choice(['open', 'chosen', 'doing', 'done', 'rejected'], 'open'),
  locked: flag(false),
} satisfies SchemaOf<Opportunity>;

export const actions = {
  id: ownId('actions'),
  title: s120,
  opportunityId: maybeReference('opportunities'),
  touchpointId: maybeReference('touchpoints'),
  stageId: maybeReference('stages'),
  laneId: maybeReference('lanes'),
  owner: s120,
  due: maybeFormatted('date'),
  status: choice(['todo', 'doing', 'done', 'dropped'], 'todo'),
  locked: flag(false),
} satisfies SchemaOf<Action>;

export const evidence = {
  id: ownId('evidence'),
  kind: required(choice(['link', 'image', 'quote', 'file', 'data'], 'link')),
  title: s120,
  url: maybeFormatted('url'),
  data: maybeFormatted('image'),
  text: s4000,
  source: s400,
  at: maybeFormatted('date'),
} satisfies SchemaOf<Evidence>;

export const readings = {
  id: ownId('readings'),
  touchpointId: maybeReference('touchpoints'),
  metric: required(
    choice(
      [
        'nps',
        'csat',
        'ces',
        'rating',
        'emotion',
        'importance',
        'performance',
        'reached',
        'passed',
        'conversion',
        'cost',
        'response-min',
        'resolution-min',
        'target-reach',
        'sentiment',
        'mind-share',
        'wallet-share',
        'market-share',
        'repurchase',
        'referral',
      ],
      'rating',
    ),
  ),
  value: required(number({ default: 0 })),
  n: maybeNumber({ min: 1, int: true }),
  at: formatted('date', '1970-01-01'),
  personaId: maybeReference('personas'),
  tierId: maybeReference('tiers'),
  source: s400,
  counts: maybeList(number({ ...count, default: 0 })),
} satisfies SchemaOf<Reading>;

export const comments = {
  id: ownId('comments'),
  targetId: reference('any'),
  author: record<Comment['author']>({ id: required(text(SHORT_NAME)), name: s120, colour }),
  text: s4000,
  at: formatted('time', '1970-01-01T00:00:00Z'),
  replyTo: maybeReference('comments'),
  resolved: flag(false),
} satisfies SchemaOf<Comment>;

export const votes = {
  id: ownId('votes'),
  targetId: reference(['touchpoints', 'insights', 'opportunities']),
  voter: required(text(SHORT_NAME)),
  round: required(number({ min: 1, int: true, default: 1 })),
  dots: number({ min: 1, max: 50, int: true, default: 1 }),
} satisfies SchemaOf<Vote>;

export const snapshots = {
  id: ownId('snapshots'),
  name: s120,
  note: s400,
  by: s120,
  at: formatted('time', '1970-01-01T00:00:00Z'),
  doc: maybeFile<Json>(),
} satisfies SchemaOf<Snapshot>;

export const elements = {
  id: ownId('elements'),
  kind: required(choice(['note', 'text', 'image', 'frame'], 'note')),
  side: choice(['below', 'right'], 'below'),
  x: number({ ...ELEMENT_DISTANCE, int: true }),
  y: number({ ...ELEMENT_DISTANCE, int: true }),
  width: number({ ...ELEMENT_WIDTH, int: true }),
  height: number({ ...ELEMENT_HEIGHT, int: true }),
  text: s400,
  ink: choice(['ink', 'sienna', 'plum', 'petrol', 'slate', 'bronze'], 'ink'),
  image: maybeFormatted('image-hash'),
  locked: flag(false),
} satisfies SchemaOf<FreeElement>;

export const dismissals = {
  id: ownId('dismissals'),
  code: required(choice(checkCodes, 'L01')),
  aspect: text(SHORT_NAME),
  targetId: reference(['map', 'stages', 'channels', 'touchpoints', 'moments', 'links']),
  reason: required(s400),
  by: s120,
  at: maybeFormatted('time'),
} satisfies SchemaOf<Dismissal>;

export const views = {
  id: ownId('views'),
  name: required(s120),
  hiddenLaneIds: references('lanes'),
  hiddenPersonaIds: references('personas'),
  everyone: flag(true),
  leadPersonaId: maybeReference('personas'),
  ribbons: flag(false),
  overlay: maybeChoice(overlayKinds),
  camera: maybeRecord<ViewCamera>({
    zoom: required(number({ ...VIEW_ZOOM })),
    x: required(number({ ...VIEW_REACH, decimals: 1 })),
    y: required(number({ ...VIEW_REACH, decimals: 1 })),
  }),
  text: s120,
  personaIds: references('personas'),
  tierIds: references('tiers'),
  channelIds: references('channels'),
  owners: list(s120),
  tags: list(s120),
  emotions: list(choice([...emotionBands, 'not-rated'], 'neutral')),
  checks: list(choice(checkCodes, 'L01')),
} satisfies SchemaOf<SavedView>;

/** The range of a reading's value, by metric (domain.md 2.11). */
export const metricRanges: Readonly<
  Record<Reading['metric'], { readonly min: number; readonly max: number; readonly int: boolean }>
> = {
  nps: { min: -100, max: 100, int: false },
  csat: { ...percent, int: false },
  ces: { min: 1, max: 7, int: false },
  rating: { ...fivePoint, int: false },
  emotion: { min: -2, max: 2, int: false },
  importance: { ...fivePoint, int: false },
  performance: { ...fivePoint, int: false },
  reached: { min: 0, max: Number.MAX_VALUE, int: true },
  passed: { min: 0, max: Number.MAX_VALUE, int: true },
  conversion: { ...share, int: false },
  cost: { min: 0, max: Number.MAX_VALUE, int: false },
  'response-min': { min: 0, max: Number.MAX_VALUE, int: false },
  'resolution-min': { min: 0, max: Number.MAX_VALUE, int: false },
  'target-reach': { ...percent, int: false },
  sentiment: { min: -1, max: 1, int: false },
  'mind-share': { ...percent, int: false },
  'wallet-share': { ...percent, int: false },
  'market-share': { ...percent, int: false },
  repurchase: { ...percent, int: false },
  referral: { ...percent, int: false },
};
