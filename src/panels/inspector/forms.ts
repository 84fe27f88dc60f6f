/**
 * Which fields stand where in the inspector: sections of fields by kind of record, in reading order.
 *
 * A control is chosen by the schema's kind of the field (FormRow.tsx); only what the schema cannot know stands here:
 * the table that names a choice's values and a few wishes of how to show it. test/panels/forms.test.ts checks that
 * every field of the model that a person may set is in a form or has a control of its own.
 */
import type { Brand, MapInfo, Records } from '../../model/journeyMap.ts';
import type { ValueLabels } from '../../words/fieldTypes.ts';
import type { InspectorWords } from '../../words/inspector.ts';

export interface FormField<F extends string = string> {
  readonly field: F;
  /** The table that names the values of a choice. */
  readonly words?: keyof ValueLabels;
  readonly show?:
    | 'percent'
    /** Minutes, said in days or hours beside it. */
    | 'minutes'
    /** From 1 where the model counts from 0. */
    | 'counted'
    /** Five steps. */
    | 'steps'
    | 'segments'
    /** A list of what others wrote in this field. */
    | 'suggest'
    /** A text that takes the whole width although it is short. */
    | 'wide';
  /** A choice's or reference's empty value means this inherited one. */
  readonly inherits?: 'stage-phase' | 'channel-media';
}
export interface FormSection<F extends string = string> {
  readonly title: keyof InspectorWords['sections'] | null;
  readonly fields: readonly FormField<F>[];
}
type Form<R> = readonly FormSection<Exclude<keyof R & string, 'id' | 'extra'>>[];

/** Tabs of the touchpoint; what its Basics tab has beside these stands in BasicsTab.tsx. */
export const touchpointForms = {
  place: [
    {
      title: null,
      fields: [
        { field: 'team', show: 'suggest' },
        { field: 'status', words: 'touchpointStatus' },
        { field: 'outcome', words: 'outcome' },
        { field: 'stageId' },
        { field: 'laneId' },
        { field: 'row', show: 'counted' },
        { field: 'personaIds' },
        { field: 'tierIds' },
      ],
    },
  ],
  message: [
    {
      title: 'message',
      fields: [
        { field: 'mode', words: 'mode' },
        { field: 'formality', words: 'formality', show: 'segments' },
        { field: 'media', words: 'media', inherits: 'channel-media' },
        { field: 'topicId' },
        { field: 'messageIds' },
        { field: 'effect' },
        { field: 'answers', words: 'answer' },
        { field: 'drives', words: 'drive' },
      ],
    },
    { title: 'tone', fields: [{ field: 'tone' }] },
  ],
  work: [
    {
      title: 'kind',
      fields: [
        { field: 'contactKinds', words: 'contactKind' },
        { field: 'phase', words: 'phase', inherits: 'stage-phase' },
        { field: 'control', words: 'control' },
        { field: 'initiator', words: 'initiator' },
        { field: 'kano', words: 'kano' },
        { field: 'planned' },
        { field: 'complaint' },
        { field: 'listening' },
      ],
    },
    {
      title: 'time',
      fields: [
        { field: 'responseTargetMin', show: 'minutes' },
        { field: 'responseActualMin', show: 'minutes' },
        { field: 'durationMin', show: 'minutes' },
      ],
    },
    { title: 'working', fields: [{ field: 'procedure' }, { field: 'information' }, { field: 'triad' }] },
  ],
  score: [
    {
      title: 'survey',
      fields: [
        { field: 'importance' },
        { field: 'performance' },
        { field: 'effort', show: 'steps' },
        { field: 'nps' },
        { field: 'csat' },
        { field: 'ces' },
      ],
    },
    {
      title: 'sieve',
      fields: [
        { field: 'reached' },
        { field: 'passed' },
        { field: 'conversion', show: 'percent' },
        { field: 'sieve', words: 'sieve', show: 'segments' },
        { field: 'cost' },
        { field: 'touchesPerWeek' },
      ],
    },
  ],
  notes: [
    {
      title: 'notes',
      fields: [
        { field: 'description' },
        { field: 'doing' },
        { field: 'thinking' },
        { field: 'need' },
        { field: 'feeling', show: 'suggest' },
      ],
    },
    { title: 'evidence', fields: [{ field: 'evidenceIds' }, { field: 'tags' }] },
  ],
  look: [
    {
      title: 'look',
      fields: [{ field: 'colour' }, { field: 'icon' }, { field: 'originId' }, { field: 'locked' }],
    },
  ],
} as const satisfies Record<string, Form<Records['touchpoints']>>;

/** Forms of the other records, below their title. */
export const recordForms = {
  tiers: [
    {
      title: null,
      fields: [
        { field: 'criteria' },
        { field: 'benefits' },
        { field: 'upgradeRule' },
        { field: 'share', show: 'percent' },
        { field: 'valueShare', show: 'percent' },
        { field: 'colour' },
      ],
    },
  ],
  personas: [
    {
      title: null,
      fields: [
        { field: 'primary' },
        { field: 'quote' },
        { field: 'role' },
        { field: 'occupation' },
        { field: 'age' },
        { field: 'gender' },
        { field: 'share', show: 'percent' },
        { field: 'tierId' },
        { field: 'evidenceLevel', words: 'evidenceLevel', show: 'segments' },
        { field: 'bio' },
      ],
    },
    {
      title: 'wants',
      fields: [
        { field: 'goals' },
        { field: 'needs' },
        { field: 'pains' },
        { field: 'expectation' },
        { field: 'drives', words: 'drive' },
      ],
    },
    { title: 'jobs', fields: [{ field: 'jobs' }] },
    { title: 'forces', fields: [{ field: 'forces' }] },
    {
      title: 'people',
      fields: [
        { field: 'lifeArea', words: 'lifeArea' },
        { field: 'decisionRole', words: 'decisionRole' },
        { field: 'relationship', words: 'relationship' },
        { field: 'channelIds' },
        { field: 'interests' },
        { field: 'topics' },
        { field: 'circles' },
      ],
    },
    { title: 'shares', fields: [{ field: 'mindShare' }, { field: 'walletShare' }] },
    {
      title: 'look',
      fields: [{ field: 'portrait' }, { field: 'avatar' }, { field: 'colour' }, { field: 'evidenceId' }],
    },
  ],
  stages: [
    {
      title: null,
      fields: [
        { field: 'goal' },
        { field: 'description' },
        { field: 'phase', words: 'phase' },
        { field: 'durationMin', show: 'minutes' },
      ],
    },
    { title: 'look', fields: [{ field: 'width' }, { field: 'colour' }, { field: 'collapsed' }] },
  ],
  lanes: [
    { title: null, fields: [{ field: 'kind', words: 'laneKind' }, { field: 'personaId' }] },
    { title: 'look', fields: [{ field: 'height' }, { field: 'collapsed' }] },
  ],
  channels: [
    {
      title: null,
      fields: [
        { field: 'media', words: 'media' },
        { field: 'form', words: 'form' },
        { field: 'roles', words: 'channelRole' },
        { field: 'attention', words: 'attention' },
        { field: 'register', words: 'register', show: 'segments' },
        { field: 'needsPermission' },
        { field: 'capPerWeek' },
        { field: 'colour' },
      ],
    },
  ],
  moments: [
    {
      title: null,
      fields: [
        { field: 'kind', words: 'momentKind' },
        { field: 'touchpointId' },
        { field: 'passWhen' },
        { field: 'failWhen' },
      ],
    },
  ],
  links: [
    {
      title: null,
      fields: [
        { field: 'kind', words: 'linkKind' },
        { field: 'from' },
        { field: 'to' },
        { field: 'share', show: 'percent' },
        { field: 'delayMin', show: 'minutes' },
        { field: 'condition' },
        { field: 'mutual' },
      ],
    },
  ],
  insights: [
    {
      title: null,
      fields: [
        { field: 'kind', words: 'insightKind' },
        { field: 'severity', show: 'steps' },
        { field: 'colour' },
        { field: 'locked' },
      ],
    },
    {
      title: 'belongs',
      fields: [
        { field: 'stageId' },
        { field: 'laneId' },
        { field: 'touchpointIds' },
        { field: 'personaIds' },
        { field: 'evidenceIds' },
      ],
    },
  ],
  opportunities: [
    {
      title: null,
      fields: [
        { field: 'status', words: 'opportunityStatus' },
        { field: 'impact', show: 'steps' },
        { field: 'effort', show: 'steps' },
        { field: 'description' },
        { field: 'locked' },
      ],
    },
    {
      title: 'belongs',
      fields: [
        { field: 'stageId' },
        { field: 'laneId' },
        { field: 'touchpointIds' },
        { field: 'insightIds' },
      ],
    },
  ],
  actions: [
    {
      title: null,
      fields: [
        { field: 'status', words: 'actionStatus', show: 'segments' },
        { field: 'owner', show: 'suggest' },
        { field: 'due' },
        { field: 'locked' },
      ],
    },
    {
      title: 'belongs',
      fields: [
        { field: 'opportunityId' },
        { field: 'touchpointId' },
        { field: 'stageId' },
        { field: 'laneId' },
      ],
    },
  ],
  evidence: [
    {
      title: null,
      fields: [
        { field: 'kind', words: 'evidenceKind' },
        { field: 'url', show: 'wide' },
        { field: 'data' },
        { field: 'text' },
        { field: 'source' },
        { field: 'at' },
      ],
    },
  ],
  readings: [
    {
      title: null,
      fields: [
        { field: 'metric', words: 'metric' },
        { field: 'value' },
        { field: 'n' },
        { field: 'at' },
        { field: 'source' },
        { field: 'counts' },
      ],
    },
    { title: 'belongs', fields: [{ field: 'touchpointId' }, { field: 'personaId' }, { field: 'tierId' }] },
  ],
  elements: [
    {
      title: null,
      fields: [
        { field: 'kind', words: 'elementKind' },
        { field: 'ink', words: 'elementInk' },
        { field: 'image' },
        { field: 'locked' },
      ],
    },
    {
      title: 'look',
      fields: [
        { field: 'side', words: 'elementSide', show: 'segments' },
        { field: 'x' },
        { field: 'y' },
        { field: 'width' },
        { field: 'height' },
      ],
    },
  ],
} as const satisfies { readonly [C in keyof Records]?: Form<Records[C]> };

export type FormCollection = keyof typeof recordForms | 'touchpoints';

/** The field that is a record's title in the panel's head. */
export const titleFields = {
  touchpoints: 'title',
  tiers: 'name',
  personas: 'name',
  stages: 'name',
  lanes: 'name',
  channels: 'name',
  moments: 'question',
  links: 'label',
  insights: 'text',
  opportunities: 'title',
  actions: 'title',
  evidence: 'title',
  readings: null,
  elements: 'text',
} as const satisfies Record<FormCollection, string | null>;

export const mapForm = [
  {
    title: 'facts',
    fields: [
      { field: 'scenario' },
      { field: 'goal' },
      { field: 'description' },
      { field: 'industry' },
      { field: 'state', words: 'mapState', show: 'segments' },
      { field: 'language', words: 'language' },
      { field: 'currency' },
      { field: 'period', words: 'period' },
    ],
  },
  { title: null, fields: [{ field: 'logo' }] },
  {
    title: 'workshop',
    fields: [
      { field: 'ipaCross', words: 'ipaCross' },
      { field: 'dots' },
      { field: 'round' },
      { field: 'createdAt' },
      { field: 'updatedAt' },
      { field: 'baseMapId' },
    ],
  },
] as const satisfies Form<MapInfo>;

export const brandForm = [
  {
    title: 'brand',
    fields: [
      { field: 'name' },
      { field: 'promise' },
      { field: 'messages' },
      { field: 'topics' },
      { field: 'mindShare' },
      { field: 'marketShare' },
    ],
  },
  { title: 'tone', fields: [{ field: 'tone' }, { field: 'toneInformal' }] },
  { title: 'personality', fields: [{ field: 'personality' }] },
] as const satisfies Form<Brand>;

/** Fields of a touchpoint with a control of their own in its tabs. */
export const touchpointOwnControls = [
  'title',
  'channelId',
  'owner',
  't',
  'emotion',
  'evidenceLevel',
  'key',
  'byPersona',
  'byTier',
] as const;

/** Words of the choices inside objects and lists of objects, by the name of the object's labels. */
export const insideChoices: { readonly [labels: string]: { readonly [field: string]: keyof ValueLabels } } = {
  personality: { stance: 'stance', temper: 'temper' },
  job: { kind: 'jobKind' },
};

/** The labels of an object or of a list's objects, by its field. */
export const insideLabels = {
  tone: 'tone',
  toneInformal: 'tone',
  forces: 'forces',
  triad: 'triad',
  personality: 'personality',
  messages: 'message',
  topics: 'topic',
  jobs: 'job',
  information: 'information',
} as const;
