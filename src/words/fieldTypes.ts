/**
 * Which words the fields need: a label for every kind of record, every field and every value a field can choose.
 * Typed by the model, so a field or value added there does not compile until both languages have its words.
 */
import type {
  Action,
  Answer,
  Brand,
  BrandMessage,
  BrandPersonality,
  BrandTopic,
  Channel,
  ContactKind,
  Drive,
  ElementInk,
  ElementKind,
  Evidence,
  EvidenceLevel,
  Forces,
  FreeElement,
  Information,
  InsightKind,
  Language,
  LaneKind,
  LinkKind,
  MapInfo,
  MapState,
  Media,
  Metric,
  Mode,
  Moment,
  Opportunity,
  Period,
  Persona,
  PersonaAvatar,
  PersonaDifference,
  PersonaJob,
  Phase,
  Records,
  TierService,
  Tone,
  Touchpoint,
  Triad,
} from '../model/journeyMap.ts';

type Own<T> = Exclude<keyof T, 'id' | 'extra'>;
type Labels<T> = { readonly [K in Own<T>]: string };
type Named =
  | 'tiers'
  | 'personas'
  | 'stages'
  | 'lanes'
  | 'channels'
  | 'touchpoints'
  | 'moments'
  | 'links'
  | 'insights'
  | 'opportunities'
  | 'actions'
  | 'evidence'
  | 'readings'
  | 'elements';

/** The labels of fields, by collection, then field; objects inside a record have their own. */
export type FieldLabels = { readonly [C in Named]: Labels<Records[C]> } & {
  readonly map: Labels<MapInfo>;
  readonly brand: Labels<Brand>;
  readonly message: Labels<BrandMessage>;
  readonly topic: Labels<BrandTopic>;
  readonly personality: Labels<BrandPersonality>;
  readonly tone: Labels<Tone>;
  readonly job: Labels<PersonaJob>;
  readonly forces: Labels<Forces>;
  readonly avatar: Labels<PersonaAvatar>;
  readonly information: Labels<Information>;
  readonly triad: Labels<Triad>;
  readonly difference: Labels<PersonaDifference>;
  readonly service: Labels<TierService>;
};

type Words<V extends string | null> = { readonly [K in NonNullable<V>]: string };

/** The labels of values, by the name of what they say. */
export interface ValueLabels {
  readonly language: Words<Language>;
  readonly mapState: Words<MapState>;
  readonly period: Words<Period>;
  readonly ipaCross: Words<MapInfo['ipaCross']>;
  readonly phase: Words<Phase>;
  readonly media: Words<Media>;
  readonly drive: Words<Drive>;
  readonly evidenceLevel: Words<EvidenceLevel>;
  readonly stance: Words<BrandPersonality['stance']>;
  readonly temper: Words<BrandPersonality['temper']>;
  readonly lifeArea: Words<Persona['lifeArea']>;
  readonly decisionRole: Words<Persona['decisionRole']>;
  readonly relationship: Words<Persona['relationship']>;
  readonly jobKind: Words<PersonaJob['kind']>;
  readonly avatarHair: Words<PersonaAvatar['hair']>;
  readonly avatarHairColour: Words<PersonaAvatar['hairColour']>;
  readonly avatarGlasses: Words<PersonaAvatar['glasses']>;
  readonly avatarBeard: Words<PersonaAvatar['beard']>;
  readonly avatarClothes: Words<PersonaAvatar['clothes']>;
  readonly laneKind: Words<LaneKind>;
  readonly form: Words<Channel['form']>;
  readonly channelRole: Words<Channel['roles'][number]>;
  readonly attention: Words<Channel['attention']>;
  readonly register: Words<Channel['register']>;
  readonly touchpointStatus: Words<Touchpoint['status']>;
  readonly outcome: Words<Touchpoint['outcome']>;
  readonly contactKind: Words<ContactKind>;
  readonly control: Words<Touchpoint['control']>;
  readonly initiator: Words<Touchpoint['initiator']>;
  readonly kano: Words<Touchpoint['kano']>;
  readonly formality: Words<Touchpoint['formality']>;
  readonly mode: Words<Mode>;
  readonly answer: Words<Answer>;
  readonly sieve: Words<Touchpoint['sieve']>;
  readonly serviceLevel: Words<TierService['level']>;
  readonly momentKind: Words<Moment['kind']>;
  readonly linkKind: Words<LinkKind>;
  readonly evidenceKind: Words<Evidence['kind']>;
  readonly insightKind: Words<InsightKind>;
  readonly opportunityStatus: Words<Opportunity['status']>;
  readonly actionStatus: Words<Action['status']>;
  readonly metric: Words<Metric>;
  readonly elementKind: Words<ElementKind>;
  readonly elementSide: Words<FreeElement['side']>;
  readonly elementInk: Words<ElementInk>;
}

export interface FieldWords {
  /** One record of a collection. */
  readonly one: Labels<{ readonly [C in Named | 'map' | 'brand']: string }>;
  readonly many: Labels<{ readonly [C in Named]: string }>;
  readonly fields: FieldLabels;
  readonly values: ValueLabels;
}
