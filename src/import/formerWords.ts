/**
 * What our own files called sheets, columns and values once, so that a table of an earlier build is read as one of today.
 * Today's words go first wherever both stand in a file.
 */

/** Columns, by field. */
export const formerColumns: Readonly<Record<string, readonly string[] | undefined>> = {
  evidenceLevel: ['Evidence'],
  primary: ['地图的主视角'],
  tierId: ['常见层级', '层级'],
  tierIds: ['面向层级'],
  byTier: ['按层级'],
  drives: ['真正购买的'],
  key: ['关键接触'],
  tone: ['语调'],
  answers: ['回答的问题'],
  triad: ['控制平衡'],
};

/** Sheets, by collection. */
export const formerSheets: Readonly<Record<string, string | undefined>> = { tiers: '层级' };

/** Words of values, by field or, where several collections have a field of that name, by both. */
export const formerValues: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
  media: { earned: '口碑' },
  evidenceLevel: { measured: '测量' },
  sieve: { side: '旁支' },
  'links.kind': { loop: '回路' },
  'evidence.kind': { quote: '引语' },
  'insights.kind': { quote: '引语' },
  metric: { sentiment: '口碑倾向', repurchase: '复购', referral: '推荐' },
};
