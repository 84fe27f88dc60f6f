/**
 * What somebody types who wants others' browsers to run it (R67), and a map that says it everywhere. Every payload
 * calls `ran()`; whoever looks defines that function and sees whether it was called.
 */
import type { FieldSpec, RecordSchema } from '../../src/model/fieldSpec.ts';
import { cutText } from '../../src/model/cutText.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { brandSchema, collectionNames, mapSchema, recordSchema } from '../../src/model/schema.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { loadTemplate } from './arbitraryMap.ts';

/** Under 40 characters each, so that the shortest field takes them whole. */
export const payloads: readonly string[] = [
  '<script>ran()</script>',
  '</script><script>ran()</script>',
  '"><img src=x onerror=ran()>',
  "'><img src=x onerror='ran()'>",
  '" autofocus onfocus="ran()" x="',
  "' onmouseover='ran()' x='",
  '<svg/onload=ran()>',
  ']]><script>ran()</script>',
  '--><script>ran()</script><!--',
  '</title><script>ran()</script>',
  '</style><script>ran()</script>',
  '</text><script>ran()</script>',
  '<iframe srcdoc="<script>ran()">',
  '[a](javascript:ran())',
  '<a href=javascript:ran()>a</a>',
  'javascript:ran()',
  '<image href=//x.test onerror=ran()>',
  '${ran()}{{ran()}}<%=ran()%>',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '\u202E<script>ran()</script>',
  '@import"//x.test/a.css";url(//x.test/b)',
];

interface HostileOptions {
  readonly address?: string;
  readonly everywhere?: boolean;
}

/**
 * A template with a payload in every text field of every record, none of them left out. `address` stands in every
 * field for an address, and instead of the payloads when `everywhere`.
 */
export function hostileMap({ address, everywhere = false }: HostileOptions = {}): JourneyMap {
  let next = 0;
  const said = everywhere && address !== undefined ? [address, `![a](${address})`] : payloads;
  const payload = (max: number) => cutText(said[(next += 1) % said.length] ?? '', max);
  const inField = (spec: FieldSpec, value: unknown): unknown => {
    switch (spec.kind) {
      case 'text':
        return spec.pattern ? value : payload(spec.max);
      case 'list':
        if (!Array.isArray(value)) return value;
        if (spec.of.kind === 'text') return [payload(spec.of.max), payload(spec.of.max)];
        return value.map((item: unknown) => inField(spec.of, item));
      case 'record':
        return value === null ? value : inRecord(spec.fields, value as object);
      case 'entries':
        return Object.fromEntries(
          Object.entries(value as object).map(([key, entry]) => [key, inField(spec.of, entry)]),
        );
      case 'url':
        return address ?? value;
      default:
        return value;
    }
  };
  const inRecord = (schema: RecordSchema, record: object): object => ({
    ...record,
    ...Object.fromEntries(
      Object.entries(schema).map(([field, spec]) => [
        field,
        inField(spec, (record as { readonly [field: string]: unknown })[field]),
      ]),
    ),
  });
  const map = loadTemplate('saas-onboarding-blueprint.en');
  const hostile = {
    ...map,
    map: inRecord(mapSchema, map.map),
    brand: map.brand && inRecord(brandSchema, map.brand),
    ...Object.fromEntries(
      collectionNames.map((name) => [name, map[name].map((record) => inRecord(recordSchema(name), record))]),
    ),
  } as JourneyMap;
  const parsed = parseMap(writeMap(hostile));
  if (!parsed.ok) throw new Error(`the hostile map is no map: ${JSON.stringify(parsed.reasons[0])}`);
  return parsed.map;
}
