/**
 * A journey map as plain data: every record with all its fields, defaults filled in.
 *
 * This is the one shape that parse, document, layout, analyses and exports share (domain.md 2).
 * `null` means "not assessed", never zero. Order of stages, lanes, tiers, channels and personas is
 * array order. Keys a newer version may have written are kept in `extra` and written back unchanged.
 */

import type { CheckCode } from './checkCodes.ts';
import type { EmotionBand } from './emotionBand.ts';
import type { OverlayKind } from './overlayKinds.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Extra = { readonly [key: string]: Json };

export type Language = 'en' | 'zh' | 'zh-en';
export type MapState = 'current' | 'future' | 'actual';
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Phase = 'influence' | 'prepurchase' | 'purchase' | 'postpurchase' | 'advocacy';
export type Media = 'owned' | 'paid' | 'earned' | 'shared';
export type Drive = 'security' | 'trust' | 'comfort' | 'hope' | 'desire';
export type EvidenceLevel = 'assumed' | 'observed' | 'measured';

export interface MapInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly scenario: string;
  readonly goal: string;
  readonly language: Language;
  readonly industry: string;
  readonly state: MapState;
  readonly baseMapId: string | null;
  readonly currency: string;
  readonly period: Period;
  readonly ipaCross: 'auto' | 'mean' | 'midpoint';
  readonly dots: number;
  readonly round: number;
  /** Stages and lanes stay as they are: nobody adds, moves, resizes, renames or deletes one until this is lifted. */
  readonly structureLocked: boolean;
  /** Drawn in the title block of sheets. */
  readonly logo: MapLogo | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly extra?: Extra;
}

/** A stored picture by its SHA-256, with its size in pixels: layout needs its proportions, and never has its bytes. */
export interface MapLogo {
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly extra?: Extra;
}

export interface Tone {
  readonly formality: number | null;
  readonly humour: number | null;
  readonly respect: number | null;
  readonly energy: number | null;
  readonly extra?: Extra;
}

export interface BrandMessage {
  readonly id: string;
  readonly text: string;
  readonly proof: string;
  readonly extra?: Extra;
}

export interface BrandTopic {
  readonly id: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly extra?: Extra;
}

export interface BrandPersonality {
  readonly age: string;
  readonly gender: string;
  readonly experience: string;
  readonly stance: 'expert' | 'friend' | 'mixed';
  readonly temper: 'steady' | 'lively' | 'mixed';
  readonly hobbies: string;
  readonly circles: string;
  readonly extra?: Extra;
}

export interface Brand {
  readonly name: string;
  readonly promise: string;
  readonly messages: readonly BrandMessage[];
  readonly topics: readonly BrandTopic[];
  readonly tone: Tone | null;
  readonly toneInformal: Tone | null;
  readonly personality: BrandPersonality | null;
  readonly mindShare: number | null;
  readonly marketShare: number | null;
  readonly extra?: Extra;
}

export interface Tier {
  readonly id: string;
  readonly name: string;
  readonly criteria: string;
  readonly benefits: string;
  readonly share: number | null;
  readonly valueShare: number | null;
  readonly upgradeRule: string;
  readonly colour: string | null;
  readonly extra?: Extra;
}

export interface PersonaJob {
  readonly id: string;
  readonly statement: string;
  readonly kind: 'functional' | 'emotional' | 'social';
  readonly importance: number | null;
  readonly satisfaction: number | null;
  readonly extra?: Extra;
}

export interface Forces {
  readonly push: number | null;
  readonly pull: number | null;
  readonly anxiety: number | null;
  readonly habit: number | null;
  readonly extra?: Extra;
}

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly primary: boolean;
  readonly role: string;
  readonly occupation: string;
  readonly quote: string;
  readonly bio: string;
  readonly age: string;
  readonly gender: string;
  readonly lifeArea: 'study' | 'family' | 'work' | 'other' | null;
  readonly decisionRole: 'initiator' | 'user' | 'influencer' | 'decider' | 'buyer' | 'gatekeeper' | null;
  readonly tierId: string | null;
  readonly share: number | null;
  readonly goals: readonly string[];
  readonly needs: readonly string[];
  readonly pains: readonly string[];
  readonly interests: readonly string[];
  readonly topics: readonly string[];
  readonly circles: readonly string[];
  readonly expectation: string;
  readonly relationship: 'formal' | 'informal' | 'both' | null;
  readonly drives: readonly Drive[];
  readonly channelIds: readonly string[];
  readonly jobs: readonly PersonaJob[];
  readonly forces: Forces | null;
  readonly mindShare: number | null;
  readonly walletShare: number | null;
  readonly evidenceLevel: EvidenceLevel;
  readonly colour: string | null;
  readonly evidenceId: string | null;
  /** A picture the server keeps, by content hash. */
  readonly portrait: string | null;
  /** How the drawn portrait looks; null: drawn from the id. */
  readonly avatar: PersonaAvatar | null;
  readonly extra?: Extra;
}

export interface PersonaAvatar {
  /** 1 lightest … 6 darkest. */
  readonly skin: number;
  readonly hair: 'none' | 'short' | 'parted' | 'curly' | 'cloud' | 'bob' | 'long' | 'bun' | 'tail' | 'scarf';
  readonly hairColour: 'black' | 'brown' | 'auburn' | 'blond' | 'grey' | 'white';
  readonly glasses: 'none' | 'round' | 'square';
  readonly beard: 'none' | 'stubble' | 'moustache' | 'full';
  readonly clothes: 'crew' | 'collar' | 'jacket' | 'hood';
}

export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly goal: string;
  readonly description: string;
  readonly phase: Phase | null;
  readonly durationMin: number | null;
  /** Map units. */
  readonly width: number;
  readonly colour: string | null;
  readonly collapsed: boolean;
  readonly extra?: Extra;
}

export type JourneyLaneKind = 'contact' | 'customer-action';
export type DeliveryLaneKind = 'evidence' | 'frontstage' | 'backstage' | 'support';
export type InsightLaneKind = 'thoughts' | 'needs' | 'pains' | 'ideas' | 'text';
export type WorkLaneKind = 'opportunities' | 'actions';
export type DrawnLaneKind = 'emotion' | 'moments' | 'funnel' | 'metrics' | 'channels' | 'media';
export type LaneKind = JourneyLaneKind | DeliveryLaneKind | InsightLaneKind | WorkLaneKind | DrawnLaneKind;

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly kind: LaneKind;
  /** Map units; a lane grows past it when its content needs more. */
  readonly height: number;
  readonly collapsed: boolean;
  readonly personaId: string | null;
  readonly extra?: Extra;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly media: Media | null;
  readonly form: 'digital' | 'physical' | 'human' | 'print' | 'broadcast' | 'mixed';
  readonly roles: readonly ('media' | 'sales' | 'service')[];
  readonly attention: 'glance' | 'short' | 'long' | null;
  readonly register: 'formal' | 'informal' | 'both';
  readonly needsPermission: boolean;
  readonly capPerWeek: number | null;
  readonly colour: string | null;
  readonly extra?: Extra;
}

/** Where a touchpoint lies: one value in the live document, four keys in the file. */
export interface Place {
  readonly stageId: string;
  readonly laneId: string;
  /** 0 to 1 inside the stage, two decimals. */
  readonly t: number;
  readonly row: number;
}

export interface PersonaDifference {
  readonly emotion: number | null;
  readonly importance: number | null;
  readonly performance: number | null;
  readonly feeling: string;
  readonly skipped: boolean;
  readonly extra?: Extra;
}

export interface TierService {
  readonly level: 'none' | 'basic' | 'standard' | 'enhanced' | 'exclusive';
  readonly promise: string;
  readonly responseTargetMin: number | null;
  readonly extra?: Extra;
}

export interface Information {
  readonly what: string;
  readonly system: string;
  readonly use: string;
  readonly extra?: Extra;
}

export interface Triad {
  readonly organisation: number;
  readonly staff: number;
  readonly customer: number;
  readonly extra?: Extra;
}

export type ContactKind = 'employee' | 'process' | 'product' | 'document' | 'place' | 'direct' | 'indirect';
export type Answer = 'solution' | 'information' | 'value' | 'access';
export type Mode =
  | 'broadcast'
  | 'visual'
  | 'story'
  | 'article'
  | 'dialogue'
  | 'word-of-mouth'
  | 'event'
  | 'service'
  | 'transaction'
  | 'notification';

export interface Touchpoint {
  readonly id: string;
  readonly title: string;
  readonly stageId: string;
  readonly laneId: string;
  readonly t: number;
  readonly row: number;
  readonly description: string;
  readonly doing: string;
  readonly thinking: string;
  readonly need: string;
  readonly status: 'idea' | 'planned' | 'live' | 'retired';
  readonly outcome: 'done' | 'missed' | 'failed' | 'extra' | null;
  readonly originId: string | null;
  readonly phase: Phase | null;
  readonly contactKinds: readonly ContactKind[];
  readonly control: 'brand' | 'partner' | 'customer' | 'external';
  readonly initiator: 'customer' | 'company' | 'partner' | 'community';
  readonly planned: boolean;
  readonly key: boolean;
  readonly complaint: boolean;
  readonly listening: boolean;
  readonly kano: 'must-be' | 'one-dimensional' | 'attractive' | 'indifferent' | 'reverse' | null;
  readonly channelId: string | null;
  readonly media: Media | null;
  readonly formality: 'formal' | 'informal' | 'mixed';
  readonly topicId: string | null;
  readonly messageIds: readonly string[];
  readonly mode: Mode | null;
  readonly tone: Tone | null;
  readonly effect: string;
  readonly answers: readonly Answer[];
  readonly drives: readonly Drive[];
  readonly personaIds: readonly string[];
  readonly tierIds: readonly string[];
  readonly owner: string;
  readonly team: string;
  readonly emotion: number | null;
  readonly feeling: string;
  readonly evidenceLevel: EvidenceLevel;
  readonly importance: number | null;
  readonly performance: number | null;
  readonly effort: number | null;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly reached: number | null;
  readonly passed: number | null;
  readonly conversion: number | null;
  readonly sieve: 'main' | 'side';
  readonly cost: number | null;
  readonly touchesPerWeek: number | null;
  readonly responseTargetMin: number | null;
  readonly responseActualMin: number | null;
  readonly durationMin: number | null;
  readonly information: readonly Information[];
  readonly procedure: string;
  readonly triad: Triad | null;
  readonly byPersona: { readonly [personaId: string]: PersonaDifference };
  readonly byTier: { readonly [tierId: string]: TierService };
  readonly evidenceIds: readonly string[];
  readonly tags: readonly string[];
  readonly colour: string | null;
  readonly icon: string;
  /** Stays where it is, and stays: neither moved nor deleted until it is unlocked. */
  readonly locked: boolean;
  readonly extra?: Extra;
}

export interface Moment {
  readonly id: string;
  readonly touchpointId: string;
  readonly kind: 'zero' | 'first' | 'second' | 'third' | 'other';
  readonly question: string;
  readonly passWhen: string;
  readonly failWhen: string;
  readonly extra?: Extra;
}

export type LinkKind = 'next' | 'trigger' | 'dependency' | 'handoff' | 'alternative' | 'loop';

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly label: string;
  readonly delayMin: number | null;
  readonly condition: string;
  readonly share: number | null;
  readonly mutual: boolean;
  readonly extra?: Extra;
}

export interface Evidence {
  readonly id: string;
  readonly kind: 'link' | 'image' | 'quote' | 'file' | 'data';
  readonly title: string;
  readonly url: string | null;
  readonly data: string | null;
  readonly text: string;
  readonly source: string;
  readonly at: string | null;
  readonly extra?: Extra;
}

export type InsightKind =
  | 'thought'
  | 'need'
  | 'pain'
  | 'gain'
  | 'quote'
  | 'question'
  | 'idea'
  | 'fact'
  | 'assumption';

export interface Insight {
  readonly id: string;
  readonly kind: InsightKind;
  readonly text: string;
  readonly stageId: string | null;
  readonly laneId: string | null;
  readonly touchpointIds: readonly string[];
  readonly personaIds: readonly string[];
  readonly severity: number | null;
  readonly evidenceIds: readonly string[];
  readonly colour: string | null;
  readonly locked: boolean;
  readonly extra?: Extra;
}

export interface Opportunity {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly stageId: string | null;
  readonly laneId: string | null;
  readonly touchpointIds: readonly string[];
  readonly insightIds: readonly string[];
  readonly impact: number | null;
  readonly effort: number | null;
  readonly status: 'open' | 'chosen' | 'doing' | 'done' | 'rejected';
  readonly locked: boolean;
  readonly extra?: Extra;
}

export interface Action {
  readonly id: string;
  readonly title: string;
  readonly opportunityId: string | null;
  readonly touchpointId: string | null;
  readonly stageId: string | null;
  readonly laneId: string | null;
  readonly owner: string;
  readonly due: string | null;
  readonly status: 'todo' | 'doing' | 'done' | 'dropped';
  readonly locked: boolean;
  readonly extra?: Extra;
}

export interface Comment {
  readonly id: string;
  readonly targetId: string;
  readonly author: {
    readonly id: string;
    readonly name: string;
    readonly colour: string | null;
    readonly extra?: Extra;
  };
  readonly text: string;
  readonly at: string;
  readonly replyTo: string | null;
  readonly resolved: boolean;
  readonly extra?: Extra;
}

export interface Vote {
  readonly id: string;
  readonly targetId: string;
  readonly voter: string;
  readonly round: number;
  readonly dots: number;
  readonly extra?: Extra;
}

export type Metric =
  | 'nps'
  | 'csat'
  | 'ces'
  | 'rating'
  | 'emotion'
  | 'importance'
  | 'performance'
  | 'reached'
  | 'passed'
  | 'conversion'
  | 'cost'
  | 'response-min'
  | 'resolution-min'
  | 'target-reach'
  | 'sentiment'
  | 'mind-share'
  | 'wallet-share'
  | 'market-share'
  | 'repurchase'
  | 'referral';

export interface Reading {
  readonly id: string;
  readonly touchpointId: string | null;
  readonly metric: Metric;
  readonly value: number;
  readonly n: number | null;
  readonly at: string;
  readonly personaId: string | null;
  readonly tierId: string | null;
  readonly source: string;
  readonly counts: readonly number[] | null;
  readonly extra?: Extra;
}

export interface Snapshot {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  /** A `touchline/1` object without snapshots, comments and votes, as it stood. */
  readonly doc: Json;
  readonly extra?: Extra;
}

/** A check that somebody looked at and set aside, with the reason. */
export interface Dismissal {
  readonly id: string;
  readonly code: CheckCode;
  /** What the check found of several things it looks for: `zero` of L04, `no-cap` of L10; empty where it looks for one. */
  readonly aspect: string;
  /** The record the check is about; the map's own id where it is about the whole map. */
  readonly targetId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string | null;
  readonly extra?: Extra;
}

export type ElementKind = 'note' | 'text' | 'image' | 'frame';
/** One of the inks of the printed map (src/theme/inks.ts). */
export type ElementInk = 'ink' | 'sienna' | 'plum' | 'petrol' | 'slate' | 'bronze';

/** Where a free element lies: one value in the live document, five keys in the file (model/elements.ts). */
export interface ElementPlace {
  /** Below the grid, `x` from its left edge and `y` from its lower one; or right of it, `x` from its right edge and `y` from its upper one. */
  readonly side: 'below' | 'right';
  /** Whole map units, all four. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A sticky note, a text, an image or a frame beside the grid. Array order is the order of drawing, the last on top. */
export interface FreeElement extends ElementPlace {
  readonly id: string;
  readonly kind: ElementKind;
  /** What a note or text says, the name of a frame, what an image shows. */
  readonly text: string;
  readonly ink: ElementInk;
  /** Images: SHA-256 of the stored picture. */
  readonly image: string | null;
  readonly locked: boolean;
  readonly extra?: Extra;
}

/**
 * What is looked for. Empty means that it does not matter; of several values of one kind one is enough, of several
 * kinds all must hold (analysis/filterMap.ts).
 */
export interface MapFilter {
  readonly text: string;
  readonly personaIds: readonly string[];
  readonly tierIds: readonly string[];
  readonly channelIds: readonly string[];
  /** Owners and tags by their words; an empty owner stands for "nobody". */
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly emotions: readonly (EmotionBand | 'not-rated')[];
  readonly checks: readonly CheckCode[];
}

/** A way to look at the map that has a name: what is shown, what is looked for, from where. */
export interface SavedView extends MapFilter {
  readonly id: string;
  readonly name: string;
  readonly hiddenLaneIds: readonly string[];
  readonly hiddenPersonaIds: readonly string[];
  /** Whether the curve of everyone is shown. */
  readonly everyone: boolean;
  /** Whose journey it shows; null: everybody's. */
  readonly leadPersonaId: string | null;
  /** Whether curves are compared as ribbons. */
  readonly ribbons: boolean;
  /** What is laid over the map. */
  readonly overlay: OverlayKind | null;
  /** Where it looks: zoom, and the point in the middle in map units; null: the whole map. */
  readonly camera: ViewCamera | null;
  readonly extra?: Extra;
}

export interface ViewCamera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly extra?: Extra;
}

/** The whole map. */
export interface JourneyMap {
  readonly map: MapInfo;
  readonly brand: Brand | null;
  readonly tiers: readonly Tier[];
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly channels: readonly Channel[];
  readonly touchpoints: readonly Touchpoint[];
  readonly moments: readonly Moment[];
  readonly links: readonly Link[];
  readonly insights: readonly Insight[];
  readonly opportunities: readonly Opportunity[];
  readonly actions: readonly Action[];
  readonly evidence: readonly Evidence[];
  readonly readings: readonly Reading[];
  readonly comments: readonly Comment[];
  readonly votes: readonly Vote[];
  readonly snapshots: readonly Snapshot[];
  readonly dismissals: readonly Dismissal[];
  readonly elements: readonly FreeElement[];
  readonly views: readonly SavedView[];
  readonly extra?: Extra;
}

/** The record of each collection, by the collection's name in the file. */
export interface Records {
  tiers: Tier;
  personas: Persona;
  stages: Stage;
  lanes: Lane;
  channels: Channel;
  touchpoints: Touchpoint;
  moments: Moment;
  links: Link;
  insights: Insight;
  opportunities: Opportunity;
  actions: Action;
  evidence: Evidence;
  readings: Reading;
  comments: Comment;
  votes: Vote;
  snapshots: Snapshot;
  dismissals: Dismissal;
  elements: FreeElement;
  views: SavedView;
}
export type Collection = keyof Records;
