/**
 * Commands: every way a person changes the map. One intent, one transaction, one undo step.
 * A command never throws for what others may have done meanwhile; it answers with a reason.
 * Implementation: createCommands(doc, …) in this folder. A view-only page has no Commands object at all.
 */
import type {
  Brand,
  Collection,
  ElementPlace,
  InsightKind,
  JourneyMap,
  Json,
  LaneKind,
  Link,
  MapInfo,
  PersonaDifference,
  Place,
  Records,
  TierService,
} from '../model/journeyMap.ts';
import type { NewReading } from '../model/parseReadings.ts';

export type Refusal =
  /** The record was deleted by somebody else. */
  | 'gone'
  /** A limit of the model is reached. */
  | 'full'
  /** The value is not allowed there (wrong lane, link to itself, text not parsable …). */
  | 'not-allowed'
  /** Somebody locked it: it is neither moved nor deleted (SCHEMA.md D40). */
  | 'locked'
  /** Stages and lanes are locked for everybody (D41). */
  | 'structure-locked';
export type Done<T = void> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Refusal };

/** Collections a person edits on the canvas and in the panels. */
export type EditableCollection = Exclude<Collection, 'comments' | 'votes' | 'snapshots'>;
export type Fields<C extends EditableCollection> = Partial<Omit<Records[C], 'id' | 'extra'>>;

/** A piece of a map on the clipboard: a `touchline/1` fragment (plain JSON). */
export interface Fragment {
  readonly format: 'touchline/fragment';
  readonly content: { readonly [key: string]: Json };
}

export type StackMove = 'forward' | 'backward' | 'front' | 'back';

/** Lets the page have its turn while much is written; told how many records are done. False stops it. */
export type Pace = (done: number) => Promise<boolean>;

/** Where a free element goes when it is sorted into the map. */
export type SortMove = { readonly id: string } & (
  | { readonly collection: 'touchpoints'; readonly place: Place }
  | {
      readonly collection: 'insights';
      readonly stageId: string;
      readonly laneId: string;
      readonly kind: InsightKind;
    }
  | { readonly collection: 'opportunities' | 'actions'; readonly stageId: string; readonly laneId: string }
);

/** New places for things on the map; each kind as it is placed. */
export interface Moves {
  readonly touchpoints?: ReadonlyMap<string, Place>;
  /** Insights, opportunities and actions. */
  readonly cells?: readonly { readonly id: string; readonly stageId: string; readonly laneId: string }[];
  /** Places and sizes of free elements. */
  readonly elements?: ReadonlyMap<string, ElementPlace>;
}

export interface Commands {
  /** Creates a record; numbers are clamped, texts cut to their limits. `before`: id it comes before, for ordered collections. */
  create<C extends EditableCollection>(
    collection: C,
    fields: Fields<C>,
    before?: string | null,
  ): Done<string>;
  /** Sets fields of one or many records in one step. Fields equal to the present value write nothing. */
  update<C extends EditableCollection>(collection: C, ids: readonly string[], fields: Fields<C>): Done;
  /**
   * Sets other fields of each record and makes further ones, all in one step (cells pasted into the Table, a row that others
   * make room for). Missing records are skipped. Gives the ids of those made.
   */
  updateEach<C extends EditableCollection>(
    collection: C,
    fields: ReadonlyMap<string, Fields<C>>,
    fresh?: readonly Fields<C>[],
  ): Done<readonly string[]>;
  updateMap(fields: Partial<Omit<MapInfo, 'id' | 'structureLocked' | 'extra'>>): Done;
  updateBrand(fields: Partial<Omit<Brand, 'extra'>>): Done;
  /** Sets (or with null clears) one persona's difference at touchpoints. */
  setPersonaDifference(
    ids: readonly string[],
    personaId: string,
    difference: Partial<PersonaDifference> | null,
  ): Done;
  setTierService(ids: readonly string[], tierId: string, service: Partial<TierService> | null): Done;

  /** New places for anything, as one step, whatever it is. What is missing or locked is skipped; refused only when nothing is left. */
  move(moves: Moves, what?: 'move' | 'align' | 'tidy'): Done;
  /** Copies at new places, with what belongs to them and the links between them, as one step; gives the new ids. */
  copyTo(moves: Moves): Done<readonly string[]>;
  /** One forward or backward in the order of drawing, or to its end; they keep their order among each other. */
  stackElements(ids: readonly string[], where: StackMove): Done;
  /** Makes notes and texts from beside the grid into records of it, one step; gives the new ids in the same order. */
  sortElements(moves: readonly SortMove[]): Done<readonly string[]>;
  createLane(name: string, kind: LaneKind, before?: string | null): Done<string>;
  /** Moves a stage or lane before another (null = to the end). What is in it follows, as it refers by id. */
  reorder(
    collection: 'stages' | 'lanes' | 'personas' | 'tiers' | 'channels' | 'elements',
    id: string,
    before: string | null,
  ): Done;
  /** Deletes a stage or lane; its content goes to `contentTo` (a neighbour's id) or is deleted with it (null). */
  deleteStage(id: string, contentTo: string | null): Done;
  deleteLane(id: string, contentTo: string | null): Done;
  /** Cuts a stage in two at a point of its time (0 to 1, not the ends); what comes later goes into the new one, whose id is given. */
  splitStage(id: string, at: number, name: string): Done<string>;
  /** Cuts a lane of touchpoints in two above a row; that row and those below it go into the new lane. */
  splitLane(id: string, row: number, name: string): Done<string>;
  /** Makes one stage of it and the next. 'full' when their texts together are too long: nothing is cut off. */
  mergeStage(id: string): Done;
  /** Makes one lane of it and the next, which must be of the same kind. */
  mergeLane(id: string): Done;
  /** A copy behind it with all that lies in it; links inside are kept. */
  duplicateStage(id: string, name: string): Done<string>;
  duplicateLane(id: string, name: string): Done<string>;
  /** Locks or unlocks touchpoints, notes, opportunities, actions and free elements. */
  lock(ids: readonly string[], locked: boolean): Done;
  /** Locks or unlocks stages and lanes for everybody; the owner's alone. */
  lockStructure(locked: boolean): Done;
  /** Deletes any records (touchpoints, links, insights …) with what hangs on them; clears references to them. */
  remove(ids: readonly string[]): Done;

  link(from: string, to: string, fields?: Partial<Pick<Link, 'kind' | 'label'>>): Done<string>;

  /** Copies records with what belongs to them (links between them, moments …). Pure read. */
  copy(ids: readonly string[]): Fragment;
  /** The same for records that are removed next: their first paste in this map brings back what went with them. Pure read. */
  cut(ids: readonly string[]): Fragment;
  /** Pastes a fragment at a place (or near where it was), its free elements from a corner on; gives the new ids of what can be selected. */
  paste(
    fragment: Fragment,
    at: Place | null,
    beside?: Pick<ElementPlace, 'side' | 'x' | 'y'>,
  ): Done<readonly string[]>;
  duplicate(ids: readonly string[]): Done<readonly string[]>;

  /**
   * Adds what came from a file, under the ids it has, as one step; gives those of what can be selected. `pace` is asked
   * after every few records: null when it stopped the import, which then has changed nothing.
   */
  add(added: JourneyMap, pace?: Pace): Promise<Done<readonly string[]> | null>;
  /** Adds values from outside as one step; those for what was measured already take the place of the former. */
  addReadings(readings: readonly NewReading[]): Done<readonly string[]>;

  /** A long text for live typing: merges by character. Field must be a long text of the record. */
  openText(collection: EditableCollection | 'map', id: string, field: string): LiveText;
}

/** A text two people may type in at once. Positions are UTF-16 units. */
export interface LiveText {
  /** False once its record is gone, and the text with it. */
  exists(): boolean;
  read(): string;
  /** Replaces `remove` units at `at` by `insert`; cut to the field's limit without splitting a character. */
  splice(at: number, remove: number, insert: string): void;
  /** Called after any change not made through this object, with the edits to carry a caret along. */
  subscribe(listener: (edits: readonly { at: number; remove: number; insert: string }[]) => void): () => void;
}

/** Undo of this person's own steps only. */
export interface Undo {
  /** Names of the step that would be undone or redone, null when there is none: key of words + count. */
  readonly state: () => { readonly undo: StepName | null; readonly redo: StepName | null };
  /** Takes back the last step; null when it could not be done (nothing left, or others have changed all of it since). */
  undo(): Undone | null;
  redo(): Undone | null;
  subscribe(listener: () => void): () => void;
}
interface Undone {
  /** Records to bring into view. */
  readonly ids: readonly string[];
  /** Records of the step that stay, because others have worked on them since. */
  readonly kept: readonly string[];
}
export interface StepName {
  readonly what:
    | 'create'
    | 'edit'
    | 'move'
    | 'delete'
    | 'link'
    | 'paste'
    | 'duplicate'
    | 'reorder'
    | 'align'
    | 'tidy'
    | 'split'
    | 'merge'
    | 'lock'
    | 'unlock'
    | 'import'
    | 'sort'
    | 'type';
  readonly count: number;
}
