/**
 * Section 2 of domain.md as data: every field of the map, of the brand and of each collection.
 *
 * Parse, write, clamp, the live document and the inspector's forms all read this table, so a field is added in two
 * places only: its type in journeyMap.ts and its line here; the compiler holds the two together.
 * The order of fields is the order in which a file is written.
 */
import {
  choice,
  defaultsIn,
  entries,
  flag,
  formatted,
  list,
  maybeChoice,
  maybeFile,
  maybeForeignId,
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
  written,
  type FieldSpec,
  type SchemaOf,
} from './fieldSpec.ts';
import type {
  Action,
  Brand,
  BrandMessage,
  BrandPersonality,
  BrandTopic,
  Channel,
  Collection,
  Comment,
  Evidence,
  Forces,
  Information,
  Insight,
  Json,
  Lane,
  Link,
  MapInfo,
  Moment,
  Opportunity,
  Persona,
  PersonaDifference,
  PersonaJob,
  Reading,
  Records,
  Snapshot,
  Stage,
  Tier,
  TierService,
  Tone,
  Touchpoint,
  Triad,
  Vote,
} from './journeyMap.ts';
import {
  EMOTION,
  LANE_HEIGHT,
  LAST_ROW,
  LONG_TEXT,
  NAME,
  SHORT_NAME,
  SHORT_TEXT,
  STAGE_WIDTH,
  TRIAD_SUM,
} from './limits.ts';

const s120 = text(NAME);
const s400 = text(SHORT_TEXT);
const s4000 = text(LONG_TEXT);
const count = { min: 0, int: true } as const;
const percent = { min: 0, max: 100 } as const;
const share = { min: 0, max: 1 } as const;
const fivePoint = { min: 1, max: 5 } as const;
const colour = maybeFormatted('colour');
const phase = maybeChoice(['influence', 'prepurchase', 'purchase', 'postpurchase', 'advocacy']);
const media = maybeChoice(['owned', 'paid', 'earned', 'shared']);
const evidenceLevel = choice(['assumed', 'observed', 'measured'], 'assumed');
const drives = list(choice(['security', 'trust', 'comfort', 'hope', 'desire'], 'security'));

const toneStep = maybeNumber({ min: -2, max: 2 });
const tone = maybeRecord<Tone>({
  formality: toneStep,
  humour: toneStep,
  respect: toneStep,
  energy: toneStep,
});
const force = maybeNumber({ min: 0, max: 5 });
const control = written(number({ min: 0, max: 100, int: true, default: 0 }));

export const mapSchema = {
  id: ownId('map'),
  title: required(s120),
  description: s4000,
  scenario: s4000,
  goal: s400,
  language: choice(['en', 'zh', 'zh-en'], 'en'),
  industry: s120,
  state: choice(['current', 'future', 'actual'], 'current'),
  baseMapId: maybeForeignId(),
  currency: { ...text(3), pattern: /^[A-Z]{3}$/, default: 'CNY' },
  period: choice(['day', 'week', 'month', 'quarter', 'year'], 'month'),
  ipaCross: choice(['auto', 'mean', 'midpoint'], 'auto'),
  dots: number({ min: 1, max: 50, int: true, default: 5 }),
  round: number({ min: 1, int: true, default: 1 }),
  createdAt: maybeFormatted('time'),
  updatedAt: maybeFormatted('time'),
} satisfies SchemaOf<MapInfo>;

export const brandSchema = {
  name: s120,
  promise: s400,
  messages: list(record<BrandMessage>({ id: ownId('messages'), text: s400, proof: s400 })),
  topics: list(
    record<BrandTopic>({
      id: ownId('topics'),
      name: s120,
      from: maybeFormatted('date'),
      to: maybeFormatted('date'),
    }),
  ),
  tone,
  toneInformal: tone,
  personality: maybeRecord<BrandPersonality>({
    age: s120,
    gender: s120,
    experience: s400,
    stance: written(choice(['expert', 'friend', 'mixed'], 'mixed')),
    temper: written(choice(['steady', 'lively', 'mixed'], 'mixed')),
    hobbies: s400,
    circles: s400,
  }),
  mindShare: maybeNumber(percent),
  marketShare: maybeNumber(percent),
} satisfies SchemaOf<Brand>;

const tiers = {
  id: ownId('tiers'),
  name: s120,
  criteria: s400,
  benefits: s400,
  share: maybeNumber(share),
  valueShare: maybeNumber(share),
  upgradeRule: s400,
  colour,
} satisfies SchemaOf<Tier>;

const personas = {
  id: ownId('personas'),
  name: required(s120),
  primary: flag(false),
  role: s120,
  occupation: s120,
  quote: s400,
  bio: s4000,
  age: s120,
  gender: s120,
  lifeArea: maybeChoice(['study', 'family', 'work', 'other']),
  decisionRole: maybeChoice(['initiator', 'user', 'influencer', 'decider', 'buyer', 'gatekeeper']),
  tierId: maybeReference('tiers'),
  share: maybeNumber(share),
  goals: list(s400),
  needs: list(s400),
  pains: list(s400),
  interests: list(s400),
  topics: list(s400),
  circles: list(s400),
  expectation: s400,
  relationship: maybeChoice(['formal', 'informal', 'both']),
  drives,
  channelIds: references('channels'),
  jobs: list(
    record<PersonaJob>({
      id: ownId('jobs'),
      statement: s400,
      kind: written(choice(['functional', 'emotional', 'social'], 'functional')),
      importance: maybeNumber(fivePoint),
      satisfaction: maybeNumber(fivePoint),
    }),
  ),
  forces: maybeRecord<Forces>({ push: force, pull: force, anxiety: force, habit: force }),
  mindShare: maybeNumber(percent),
  walletShare: maybeNumber(percent),
  evidenceLevel,
  colour,
  evidenceId: maybeReference('evidence'),
} satisfies SchemaOf<Persona>;

const stages = {
  id: ownId('stages'),
  name: s120,
  goal: s400,
  description: s4000,
  phase,
  durationMin: maybeNumber(count),
  width: number({ ...STAGE_WIDTH, int: true }),
  colour,
  collapsed: flag(false),
} satisfies SchemaOf<Stage>;

const lanes = {
  id: ownId('lanes'),
  name: s120,
  kind: required(
    choice(
      [
        'contact',
        'customer-action',
        'evidence',
        'frontstage',
        'backstage',
        'support',
        'thoughts',
        'needs',
        'pains',
        'ideas',
        'text',
        'opportunities',
        'actions',
        'emotion',
        'moments',
        'funnel',
        'metrics',
        'channels',
        'media',
      ],
      'contact',
    ),
  ),
  height: number({ ...LANE_HEIGHT, int: true }),
  collapsed: flag(false),
  personaId: maybeReference('personas'),
} satisfies SchemaOf<Lane>;

const channels = {
  id: ownId('channels'),
  name: required(s120),
  media,
  form: choice(['digital', 'physical', 'human', 'print', 'broadcast', 'mixed'], 'digital'),
  roles: list(choice(['media', 'sales', 'service'], 'media')),
  attention: maybeChoice(['glance', 'short', 'long']),
  register: choice(['formal', 'informal', 'both'], 'both'),
  needsPermission: flag(false),
  capPerWeek: maybeNumber(count),
  colour,
} satisfies SchemaOf<Channel>;

const touchpoints = {
  id: ownId('touchpoints'),
  title: required(s120),
  stageId: reference(['stages']),
  laneId: reference(['lanes']),
  t: number({ ...share, decimals: 2, default: 0.5 }),
  row: number({ min: 0, max: LAST_ROW, int: true, default: 0 }),

  description: s4000,
  doing: s400,
  thinking: s400,
  need: s400,
  status: choice(['idea', 'planned', 'live', 'retired'], 'live'),
  outcome: maybeChoice(['done', 'missed', 'failed', 'extra']),
  originId: maybeForeignId(),

  phase,
  contactKinds: list(
    choice(['employee', 'process', 'product', 'document', 'place', 'direct', 'indirect'], 'employee'),
  ),
  control: choice(['brand', 'partner', 'customer', 'external'], 'brand'),
  initiator: choice(['customer', 'company', 'partner', 'community'], 'company'),
  planned: flag(true),
  key: flag(false),
  complaint: flag(false),
  listening: flag(false),
  kano: maybeChoice(['must-be', 'one-dimensional', 'attractive', 'indifferent', 'reverse']),

  channelId: maybeReference('channels'),
  media,
  formality: choice(['formal', 'informal', 'mixed'], 'mixed'),
  topicId: maybeReference('topics'),
  messageIds: references('messages'),
  mode: maybeChoice([
    'broadcast',
    'visual',
    'story',
    'article',
    'dialogue',
    'word-of-mouth',
    'event',
    'service',
    'transaction',
    'notification',
  ]),
  tone,
  effect: s400,
  answers: list(choice(['solution', 'information', 'value', 'access'], 'solution')),
  drives,

  personaIds: references('personas'),
  tierIds: references('tiers'),
  owner: s120,
  team: s120,

  emotion: maybeNumber(EMOTION),
  feeling: s120,
  evidenceLevel,

  importance: maybeNumber(fivePoint),
  performance: maybeNumber(fivePoint),
  effort: maybeNumber(fivePoint),
  nps: maybeNumber({ min: -100, max: 100 }),
  csat: maybeNumber(percent),
  ces: maybeNumber({ min: 1, max: 7 }),
  reached: maybeNumber(count),
  passed: maybeNumber(count),
  conversion: maybeNumber(share),
  sieve: choice(['main', 'side'], 'main'),
  cost: maybeNumber({ min: 0 }),
  touchesPerWeek: maybeNumber({ min: 0 }),
  responseTargetMin: maybeNumber({ min: 1, int: true }),
  responseActualMin: maybeNumber({ min: 0 }),
  durationMin: maybeNumber(count),

  information: list(written(record<Information>({ what: s400, system: s120, use: s400 }))),
  procedure: s4000,
  triad: maybeRecord<Triad>({ organisation: control, staff: control, customer: control }, TRIAD_SUM),

  byPersona: entries<PersonaDifference>('personas', {
    emotion: maybeNumber(EMOTION),
    importance: maybeNumber(fivePoint),
    performance: maybeNumber(fivePoint),
    feeling: { ...s120, nullIsEmpty: true },
    skipped: flag(false),
  }),
  byTier: entries<TierService>('tiers', {
    level: required(choice(['none', 'basic', 'standard', 'enhanced', 'exclusive'], 'standard')),
    promise: s400,
    responseTargetMin: maybeNumber({ min: 1, int: true }),
  }),
  evidenceIds: references('evidence'),
  tags: list(s120),
  colour,
  icon: s120,
} satisfies SchemaOf<Touchpoint>;

const moments = {
  id: ownId('moments'),
  touchpointId: reference(['touchpoints']),
  kind: required(choice(['zero', 'first', 'second', 'third', 'other'], 'other')),
  question: s400,
  passWhen: s400,
  failWhen: s400,
} satisfies SchemaOf<Moment>;

const links = {
  id: ownId('links'),
  from: reference(['touchpoints']),
  to: reference(['touchpoints']),
  kind: choice(['next', 'trigger', 'dependency', 'handoff', 'alternative', 'loop'], 'next'),
  label: s120,
  delayMin: maybeNumber(count),
  condition: s400,
  share: maybeNumber(share),
  mutual: flag(false),
} satisfies SchemaOf<Link>;

const insights = {
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
} satisfies SchemaOf<Insight>;

const opportunities = {
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
} satisfies SchemaOf<Opportunity>;

const actions = {
  id: ownId('actions'),
  title: s120,
  opportunityId: maybeReference('opportunities'),
  touchpointId: maybeReference('touchpoints'),
  stageId: maybeReference('stages'),
  laneId: maybeReference('lanes'),
  owner: s120,
  due: maybeFormatted('date'),
  status: choice(['todo', 'doing', 'done', 'dropped'], 'todo'),
} satisfies SchemaOf<Action>;

const evidence = {
  id: ownId('evidence'),
  kind: required(choice(['link', 'image', 'quote', 'file', 'data'], 'link')),
  title: s120,
  url: maybeFormatted('url'),
  data: maybeFormatted('image'),
  text: s4000,
  source: s400,
  at: maybeFormatted('date'),
} satisfies SchemaOf<Evidence>;

const readings = {
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

const comments = {
  id: ownId('comments'),
  targetId: reference('any'),
  author: record<Comment['author']>({ id: required(text(SHORT_NAME)), name: s120, colour }),
  text: s4000,
  at: formatted('time', '1970-01-01T00:00:00Z'),
  replyTo: maybeReference('comments'),
  resolved: flag(false),
} satisfies SchemaOf<Comment>;

const votes = {
  id: ownId('votes'),
  targetId: reference(['touchpoints', 'insights', 'opportunities']),
  voter: required(text(SHORT_NAME)),
  round: required(number({ min: 1, int: true, default: 1 })),
  dots: number({ min: 1, max: 50, int: true, default: 1 }),
} satisfies SchemaOf<Vote>;

const snapshots = {
  id: ownId('snapshots'),
  name: s120,
  note: s400,
  by: s120,
  at: formatted('time', '1970-01-01T00:00:00Z'),
  doc: maybeFile<Json>(),
} satisfies SchemaOf<Snapshot>;

/** Every collection in the order of a file. */
const collectionSchemas: { readonly [C in Collection]: SchemaOf<Records[C]> } = {
  tiers,
  personas,
  stages,
  lanes,
  channels,
  touchpoints,
  moments,
  links,
  insights,
  opportunities,
  actions,
  evidence,
  readings,
  comments,
  votes,
  snapshots,
};

/** Names of the collections, in the order of a file. */
export const collectionNames = Object.keys(collectionSchemas) as readonly Collection[];

/** The fields of a collection's records, typed by field. */
export function recordSchema<C extends Collection>(collection: C): SchemaOf<Records[C]> {
  return collectionSchemas[collection];
}

/** Texts of 400 or more that merge by character in the live document, by collection. */
export const longTexts: Readonly<Record<Collection | 'map' | 'brand', readonly string[]>> = {
  map: longTextsIn(mapSchema),
  brand: longTextsIn(brandSchema),
  ...(Object.fromEntries(
    collectionNames.map((name) => [name, longTextsIn(collectionSchemas[name])]),
  ) as Record<Collection, readonly string[]>),
};

function longTextsIn(schema: { readonly [field: string]: FieldSpec }): readonly string[] {
  return Object.keys(schema).filter((field) => {
    const spec = schema[field];
    return spec?.kind === 'text' && spec.max >= SHORT_TEXT;
  });
}

/**
 * A record with every default. What a record must have but the model gives no default for (its id, the stage of a
 * touchpoint …) is '' or the first sensible value: fill it in.
 */
export function defaultsOf<C extends Collection>(collection: C): Records[C] {
  return defaults[collection];
}
const defaults = Object.fromEntries(
  collectionNames.map((name) => [name, defaultsIn<unknown>(collectionSchemas[name])]),
) as unknown as Records;

/** Title, language and the rest of a new map, with every default. */
export const mapDefaults: MapInfo = defaultsIn<MapInfo>(mapSchema);
export const brandDefaults: Brand = defaultsIn<Brand>(brandSchema);

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
