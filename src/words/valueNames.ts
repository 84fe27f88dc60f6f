/** Which labels the values and the inner records of a field have, by collection and field: tables write and read by them. */
import type { FieldLabels, ValueLabels } from './fieldTypes.ts';

const valueNames: Readonly<Record<string, keyof ValueLabels>> = {
  'touchpoints.status': 'touchpointStatus',
  'opportunities.status': 'opportunityStatus',
  'actions.status': 'actionStatus',
  'lanes.kind': 'laneKind',
  'moments.kind': 'momentKind',
  'links.kind': 'linkKind',
  'evidence.kind': 'evidenceKind',
  'insights.kind': 'insightKind',
  'job.kind': 'jobKind',
  'elements.kind': 'elementKind',
  'elements.side': 'elementSide',
  'elements.ink': 'elementInk',
  'avatar.hair': 'avatarHair',
  'avatar.hairColour': 'avatarHairColour',
  'avatar.glasses': 'avatarGlasses',
  'avatar.beard': 'avatarBeard',
  'avatar.clothes': 'avatarClothes',
  level: 'serviceLevel',
  contactKinds: 'contactKind',
  answers: 'answer',
  drives: 'drive',
  roles: 'channelRole',
};
/** The labels of records inside a record, by the field that holds them. */
const innerLabels: Readonly<Record<string, keyof FieldLabels>> = {
  tone: 'tone',
  triad: 'triad',
  forces: 'forces',
  information: 'information',
  byPersona: 'difference',
  byTier: 'service',
  jobs: 'job',
  avatar: 'avatar',
};

/** The words of a choice's values; none where the field has no words. `where`: the collection, then the field. */
export function valueLabels(
  values: ValueLabels,
  [collection, field]: readonly [string, string],
): Readonly<Record<string, string>> {
  const name = valueNames[`${collection}.${field}`] ?? valueNames[field] ?? field;
  return name in values ? values[name as keyof ValueLabels] : {};
}

/** The name under which the labels of a record inside `field` stand, and those labels. */
export function innerFields(
  fields: FieldLabels,
  field: string,
): { readonly group: string; readonly labels: Readonly<Record<string, string>> } {
  const group = innerLabels[field];
  return { group: group ?? field, labels: group ? fields[group] : {} };
}
