/**
 * The words in which `schema.ts` describes a field: its kind, its range, whether it may be null, its default.
 *
 * A spec is plain data (parse, write, clamp and the inspector's forms read it) that also carries, for the compiler
 * only, the exact type of the field: a missing enum value, a wrong null or a wrong default does not compile.
 */
import type { Collection } from './journeyMap.ts';
import { LIST_LENGTH } from './limits.ts';

/** Who gives out an id: a collection, the map itself, or a list inside the brand or a persona. */
export type IdSpace = Collection | 'map' | 'messages' | 'topics' | 'jobs';

/**
 * `optional`: absent means the default, and export leaves the default out. `written`: may be absent in a file, but
 * the model names no default, so export always writes it. `required`: a file without it is refused.
 */
type Presence = 'optional' | 'written' | 'required';

interface Common {
  readonly nullable: boolean;
  readonly presence: Presence;
  readonly default: unknown;
}
/** Plain text. `nullIsEmpty`: a file may say null for the empty text. */
export interface TextSpec extends Common {
  readonly kind: 'text';
  readonly max: number;
  readonly nullIsEmpty: boolean;
  /** Upper-case letters of a currency code; null for free text. */
  readonly pattern: RegExp | null;
}
/** `decimals`: what input is rounded to (null = not rounded). A file may be finer and is kept as it is. */
export interface NumberSpec extends Common {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly int: boolean;
  readonly decimals: number | null;
}
export interface BooleanSpec extends Common {
  readonly kind: 'boolean';
}
export interface ChoiceSpec extends Common {
  readonly kind: 'choice';
  readonly values: readonly string[];
}
/** The record's own id. */
export interface IdSpec extends Common {
  readonly kind: 'id';
  readonly of: IdSpace;
}
/** An id of another file (base map, origin): well-formed, but refers to nothing here. */
export interface ForeignIdSpec extends Common {
  readonly kind: 'foreign-id';
}
export interface ReferenceSpec extends Common {
  readonly kind: 'reference';
  readonly to: readonly IdSpace[] | 'any';
}
/** `#rrggbb`, `YYYY-MM-DD`, ISO time in UTC, an address, an inline image, the hash of a stored one: see formats.ts. */
export interface FormattedSpec extends Common {
  readonly kind: 'colour' | 'date' | 'time' | 'url' | 'image' | 'image-hash';
}
export interface ListSpec extends Common {
  readonly kind: 'list';
  readonly of: FieldSpec;
  readonly max: number;
}
/** A record in a field. `sum`: what its numbers must add up to. */
export interface RecordSpec extends Common {
  readonly kind: 'record';
  readonly fields: RecordSchema;
  readonly sum: number | null;
}
/** Records by the id of something else (`byPersona`, `byTier`). */
export interface EntriesSpec extends Common {
  readonly kind: 'entries';
  readonly keys: IdSpace;
  readonly of: RecordSpec;
}
/** A whole `touchline/1` object kept as plain JSON. */
export interface FileSpec extends Common {
  readonly kind: 'file';
}
export type FieldSpec =
  | TextSpec
  | NumberSpec
  | BooleanSpec
  | ChoiceSpec
  | IdSpec
  | ForeignIdSpec
  | ReferenceSpec
  | FormattedSpec
  | ListSpec
  | RecordSpec
  | EntriesSpec
  | FileSpec;
export type RecordSchema = { readonly [field: string]: FieldSpec };

/** Ties a spec to its field's type, both ways, so that neither may be wider. Never set at run time. */
export interface Typed<T> {
  readonly default: T;
  readonly accepts?: (value: T) => void;
}
/** Every field of a record of type R, except what is unknown to us. */
export type SchemaOf<R> = { readonly [K in Exclude<keyof R, 'extra'>]-?: FieldSpec & Typed<R[K]> };

type Of<S extends FieldSpec, T> = Omit<S, 'default'> & Typed<T> & S;
const optional = { nullable: false, presence: 'optional' } as const;
const maybe = { nullable: true, presence: 'optional', default: null } as const;

export function text(max: number): Of<TextSpec, string> {
  return { kind: 'text', max, nullIsEmpty: false, pattern: null, ...optional, default: '' };
}
interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly int?: boolean;
  readonly decimals?: number;
}
function range({ min = -Number.MAX_VALUE, max = Number.MAX_VALUE, int = false, decimals }: Range) {
  return { kind: 'number', min, max, int, decimals: int ? 0 : (decimals ?? null) } as const;
}
export function number(limits: Range & { readonly default: number }): Of<NumberSpec, number> {
  return { ...range(limits), ...optional, default: limits.default };
}
export function maybeNumber(limits: Range): Of<NumberSpec, number | null> {
  return { ...range(limits), ...maybe };
}
export function flag(fallback: boolean): Of<BooleanSpec, boolean> {
  return { kind: 'boolean', ...optional, default: fallback };
}
export function choice<const V extends readonly string[]>(
  values: V,
  fallback: NoInfer<V[number]>,
): Of<ChoiceSpec, V[number]> {
  return { kind: 'choice', values, ...optional, default: fallback };
}
export function maybeChoice<const V extends readonly string[]>(values: V): Of<ChoiceSpec, V[number] | null> {
  return { kind: 'choice', values, ...maybe };
}
export function ownId(of: IdSpace): Of<IdSpec, string> {
  return { kind: 'id', of, nullable: false, presence: 'required', default: '' };
}
export function maybeForeignId(): Of<ForeignIdSpec, string | null> {
  return { kind: 'foreign-id', ...maybe };
}
export function reference(to: readonly IdSpace[] | 'any'): Of<ReferenceSpec, string> {
  return { kind: 'reference', to, nullable: false, presence: 'required', default: '' };
}
export function maybeReference(to: IdSpace): Of<ReferenceSpec, string | null> {
  return { kind: 'reference', to: [to], ...maybe };
}
export function references(to: IdSpace): Of<ListSpec, readonly string[]> {
  return list(reference([to]));
}
export function formatted(
  kind: 'date' | 'time' | 'image-hash',
  placeholder: string,
): Of<FormattedSpec, string> {
  return { kind, nullable: false, presence: 'required', default: placeholder };
}
export function maybeFormatted(kind: FormattedSpec['kind']): Of<FormattedSpec, string | null> {
  return { kind, ...maybe };
}
export function list<T>(of: FieldSpec & Typed<T>): Of<ListSpec, readonly T[]> {
  return { kind: 'list', of, max: LIST_LENGTH, ...optional, default: Object.freeze<T[]>([]) };
}
export function maybeList<T>(of: FieldSpec & Typed<T>): Of<ListSpec, readonly T[] | null> {
  return { kind: 'list', of, max: LIST_LENGTH, ...maybe };
}
export function record<R>(fields: SchemaOf<R>): Of<RecordSpec, R> {
  return {
    kind: 'record',
    fields,
    sum: null,
    ...optional,
    presence: 'required',
    default: defaultsIn<R>(fields),
  };
}
export function maybeRecord<R>(fields: SchemaOf<R>, sum: number | null = null): Of<RecordSpec, R | null> {
  return { kind: 'record', fields, sum, ...maybe };
}
export function entries<R>(
  keys: IdSpace,
  fields: SchemaOf<R>,
): Of<EntriesSpec, { readonly [id: string]: R }> {
  const none: { readonly [id: string]: R } = Object.freeze(Object.create(null));
  return { kind: 'entries', keys, of: record<R>(fields), ...optional, default: none };
}
export function maybeFile<T>(): Of<FileSpec, T> {
  return { kind: 'file', ...maybe, default: null as T };
}

/** The same field, refused when a file does not have it. */
export function required<S extends FieldSpec>(spec: S): S {
  return { ...spec, presence: 'required' };
}
/** The same field, written even when it equals its default. */
export function written<S extends FieldSpec>(spec: S): S {
  return { ...spec, presence: 'written' };
}

/** A record with every default; nothing in it can be changed by mistake, as lists are frozen and shared. */
export function defaultsIn<R>(fields: SchemaOf<R>): R {
  const defaults: { [field: string]: unknown } = {};
  for (const [field, spec] of Object.entries<FieldSpec>(fields)) defaults[field] = spec.default;
  return Object.freeze(defaults) as R;
}
