/**
 * What one connection, one map and one address may cost (reliability checklist 3), in one place and passed in,
 * so that tests can be small. Bytes, counts, milliseconds.
 */
const KiB = 1024;
const MiB = 1024 * KiB;

export const standardLimits = {
  /** One websocket message; larger ones end the connection with 1009. */
  frameBytes: MiB,
  /** A document over HTTP, and other bodies. */
  documentBytes: 20 * MiB,
  bodyBytes: 64 * KiB,
  /** Pictures stored with one share link. */
  imagesPerMinute: 30,
  imagesAtOnce: 20,
  messagesPerSecond: 60,
  messageBurst: 200,
  bytesPerSecond: 256 * KiB,
  byteBurst: 4 * MiB,
  presenceBytes: 2 * KiB,
  presenceDepth: 8,
  nameLength: 40,
  /** Clock values one update may add under one id: above what a frame of text holds, far below what hurts. */
  runLength: 4_000_000,
  newIdsPerUpdate: 64,
  /**
   * Every page that edits takes one for good: 300 a day fill this in a year.
   * (10,000, as first planned, would have shut a busy map within weeks.)
   */
  idsPerMap: 100_000,
  /** As deep as an imported file may be, so that the gate never refuses what the import took. */
  valueDepth: 32,
  /** Milliseconds of work a message may cause before it counts as several. */
  freeWorkMs: 50,
  /** CPU time an update may take, more for large ones: about ten times what honest edits take. */
  updateWorkMs: 100,
  updateWorkMsPerKiB: 1,
  /** CPU time of an edit that is not charged. */
  freeEditMs: 5,
  freeEditMsPerKiB: 0.5,
  /** CPU time beyond that: at once and for good, for a person; for everybody with one share link or address. */
  personWorkMs: 2000,
  personWorkMsPerSecond: 20,
  groupWorkMs: 10_000,
  groupWorkMsPerSecond: 100,
  liveStateBytes: 20 * MiB,
  /** Part of `liveStateBytes` from which people are warned. */
  nearlyFull: 0.8,
  /** Unread by a socket: no more updates above the first, closed above the second or after the time. */
  unreadBytes: MiB,
  unreadDrainedBytes: 64 * KiB,
  unreadCloseBytes: 8 * MiB,
  unreadCloseMs: 30_000,
  /** Large content may take a healthy line as long as 1 Mbit/s does. */
  slowLineBytesPerSecond: 128 * KiB,
  /** Copies are compared so often, and after each sync once nobody has edited for a moment (P36). */
  digestMs: 60_000,
  digestQuietMs: 1000,
  /** Maps whose digest is worked out in one second, more when more than thirty times as many wait. */
  digestsAtOnce: 8,
  pingMs: 20_000,
  deadMs: 45_000,
  resyncMs: 10_000,
  commitGapMs: 2,
  /** With more edits a second than this on the whole server, commits wait for company and keep more distance. */
  busyEditsPerSecond: 40,
  gatherMs: 4,
  /**
   * That distance: for each room the last commit was for, up to the second. A commit costs as much as thirty edits, however
   * many are in it.
   */
  busyGapMs: 8,
  crowdedGapMs: 40,
  /** Larger rooms relay at most so often, those of more than a hundred sockets less often still. */
  relayGapMs: 8,
  relayGapMsPerSocket: 0.08,
  /** Rooms up to this size relay each update at once. */
  smallRoom: 10,
  presenceMs: 33,
  docIdleMs: 30_000,
  /** A small room rests so soon when only edits come that need no live document. */
  plainIdleMs: 2000,
  roomIdleMs: 10_000,
  compactUpdates: 500,
  compactBytes: 256 * KiB,
  /** What waits for a slow store (edits, questions of those who join): for a socket, a map, the whole server. */
  heldBytes: 4 * MiB,
  heldRoomBytes: 32 * MiB,
  heldServerBytes: 128 * MiB,
  /** What a waiting frame costs besides its bytes, about; many tiny ones must not be free. */
  heldFrameBytes: 256,
  stopMs: 10_000,
  /** Deleted maps stay in the bin so long; it is looked through so often, so many maps at a time. */
  binMs: 30 * 24 * 3_600_000,
  binRoundMs: 3_600_000,
  binPauseMs: 1000,
  binMapsAtOnce: 10,
  wrongTokensPerMinute: 10,
  createsPerMinute: 30,
  /** Whole documents put over HTTP, a share link: so many at once and a minute; their bytes as in `bytesPerSecond`. */
  replacesAtOnce: 10,
  replacesPerMinute: 30,
  replaceByteBurst: 40 * MiB,
  /** Versions by themselves (server/versions/versionRules.ts): after so long without an edit, or with edits all the time; so far apart. */
  versionQuietMs: 5 * 60_000,
  versionEveryMs: 15 * 60_000,
  versionApartMs: 5 * 60_000,
  /** What the people before left is kept, unless a version is younger than this: at most so much work is in none. */
  versionOpeningApartMs: 60_000,
  /** What a map keeps of them, and of named ones. */
  versionsUnnamed: 150,
  versionUnnamedBytes: 64 * MiB,
  versionsNamed: 100,
  versionNamedBytes: 128 * MiB,
  /** Versions named with one share link. */
  versionsPerMinute: 30,
  versionsAtOnce: 10,
  /** Versions looked at with one share link: each is unpacked and read as a whole. */
  versionLooksPerMinute: 120,
  versionLooksAtOnce: 40,
  /** Whole maps read over HTTP (document, analyses) with one share link: each is read and written out as a whole. */
  readsPerMinute: 180,
  readsAtOnce: 100,
  /** Lists of readings added with one share link; their bytes as for whole documents. */
  readingsPerMinute: 60,
  readingsAtOnce: 30,
} as const;

export type Limits = { readonly [K in keyof typeof standardLimits]: number };
