/** What lanes hold, by kind (domain.md 2.6): the difference that import, commands and layout all ask about. */
import type {
  DeliveryLaneKind,
  DrawnLaneKind,
  InsightLaneKind,
  JourneyLaneKind,
  LaneKind,
  WorkLaneKind,
} from './journeyMap.ts';

export type LaneContent = 'touchpoints' | 'insights' | 'opportunities' | 'actions' | 'nothing';

type Contents = { readonly [K in JourneyLaneKind | DeliveryLaneKind]: 'touchpoints' } & {
  readonly [K in InsightLaneKind]: 'insights';
} & { readonly [K in WorkLaneKind]: K } & { readonly [K in DrawnLaneKind]: 'nothing' };

const contents: Contents = {
  contact: 'touchpoints',
  'customer-action': 'touchpoints',
  evidence: 'touchpoints',
  frontstage: 'touchpoints',
  backstage: 'touchpoints',
  support: 'touchpoints',
  thoughts: 'insights',
  needs: 'insights',
  pains: 'insights',
  ideas: 'insights',
  text: 'insights',
  opportunities: 'opportunities',
  actions: 'actions',
  emotion: 'nothing',
  moments: 'nothing',
  funnel: 'nothing',
  metrics: 'nothing',
  channels: 'nothing',
  media: 'nothing',
};

/** `nothing`: the lane is drawn from data. A lane may only change to a kind that holds the same. */
export function laneHolds(kind: LaneKind): LaneContent {
  return contents[kind];
}

/** Its touchpoints are journey nodes, which the analyses look at. */
export function isJourneyLane(kind: LaneKind): kind is JourneyLaneKind {
  return kind === 'contact' || kind === 'customer-action';
}

/** Its touchpoints are delivery nodes of a blueprint. */
export function isDeliveryLane(kind: LaneKind): kind is DeliveryLaneKind {
  return laneHolds(kind) === 'touchpoints' && !isJourneyLane(kind);
}
