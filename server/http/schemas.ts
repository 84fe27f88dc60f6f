/**
 * What the API takes and gives, once: the schemas check requests, and the OpenAPI file is made from them.
 */
import { z } from 'zod';
import { isOption, optionSpecs, type OptionName } from '../../src/export/exportOptions.ts';
import type { FileFormat } from '../../src/export/fileFormats.ts';
import { NAME, SHORT_TEXT } from '../../src/model/limits.ts';
import { metricRanges } from '../../src/model/schema.ts';

const role = z.enum(['owner', 'editor', 'commenter', 'viewer']);
const linkName = z.enum(['owner', 'edit', 'comment', 'view']);
const time = z.iso.datetime();
const title = z.string().trim().min(1).max(NAME);

/**
 * A touchline/1 file as it came: parseMap does the real checking. Not `z.record`, which copies the object and so
 * loses keys (`__proto__`) that must be seen and refused.
 */
export const mapFile = z
  .unknown()
  .refine(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  )
  .meta({ type: 'object', description: 'A touchline/1 object.' });

export const mapWish = z
  .strictObject({
    title: title.optional().describe('Stands over the title of the template or document.'),
    template: z
      .string()
      .max(100)
      .optional()
      .describe('The id of a template; its content is copied under new ids.'),
    document: mapFile.optional(),
  })
  .refine((wish) => wish.template === undefined || wish.document === undefined, {
    message: 'a map is made from a template or from a document, not from both',
  });
/** The query of `GET …/export.*`, or what is posted to it: the options that the format takes, each as text of at most so many characters. */
export function exportOptions(format: FileFormat, longest: number = longestOption) {
  return z.strictObject(
    Object.fromEntries(format.takes.map((name) => [name, optionSchema(name, longest).optional()])),
  );
}

function optionSchema(name: OptionName, longest: number) {
  const { choices, written, about } = optionSpecs[name];
  if (choices) return z.enum(choices).describe(`${about} ${choices[0] ?? ''} if left out.`);
  const text = z.string().max(longest).describe(`${about} ${written}.`);
  return text.refine((value) => isOption(name, value), `must be ${written}`);
}

/** A selection names its records: as many as an address can hold; posted, all that a map may have of one kind. */
const longestOption = 12_000;
export const longestPosted = 210_000;

/** The query of `GET /api/maps/:id`. */
export const factsOptions = z.strictObject({
  with: z
    .enum(['content', 'here'])
    .optional()
    .describe(
      'content: adds `content`, the map as touchline/1 without comments and votes. here: adds `here`, how many people have the map open through this process.',
    ),
});

const px = z.coerce.number().int().min(1).max(10_000);

/** What `GET …/glimpse` is drawn for. */
export const glimpseOptions = z.strictObject({
  width: px.describe('Of the canvas with its heads, px.'),
  height: px.describe('The same.'),
  theme: z.enum(['light', 'dark']),
  today: z.iso.date().describe('The person’s own day, which says which actions are late.'),
});

/** What draws a map’s first picture on a canvas, and what a click on it selects. */
export const glimpse = z.object({
  calls: z
    .array(z.array(z.unknown()))
    .describe('Calls of a canvas’ context, and what is set on it (`name=`).'),
  boxes: z.array(z.array(z.union([z.string(), z.number()]))).describe('Id, x, y, width, height.'),
});

/** The point of view of `GET …/analyses`. */
export const analysesOptions = z.strictObject({
  persona: z.string().max(40).optional().describe('Id of a persona: what they meet and feel.'),
  tier: z.string().max(40).optional().describe('Id of a tier: its response targets and survey readings.'),
});
const outcome = z
  .object({
    value: z.unknown().describe('Null when it cannot be computed.'),
    reason: z.string().nullable().describe('Why there is no value.'),
    n: z.int().describe('How many inputs it rests on …'),
    of: z.int().describe('… of how many there could be.'),
    ids: z.array(z.string()).describe('The touchpoints behind it.'),
  })
  .meta({ description: 'A result, or the reason why there is none.' });
const finding = z.object({
  code: z.string().describe('L01 to L17.'),
  kind: z.string().describe('The code, and behind a slash what it found.'),
  aspect: z.string(),
  severity: z.enum(['warning', 'info']),
  targetId: z.string(),
  ids: z.array(z.string()),
  message: z.string().describe('In the language of the map.'),
  values: z.record(z.string(), z.unknown()),
  remedy: z.record(z.string(), z.unknown()).nullable(),
  dismissed: z
    .object({ id: z.string(), reason: z.string(), by: z.string(), at: z.string().nullable() })
    .nullable(),
});
export const analyses = z.object({
  ...Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`A${index + 1}`, outcome])),
  lint: z.array(finding),
});
/** Metric values as they came: parseReadings does the real checking. */
export const readingList = z
  .unknown()
  .refine((value) => Array.isArray(value), 'must be a list')
  .meta({
    type: 'array',
    items: {
      type: 'object',
      required: ['touchpointId', 'metric', 'value', 'at'],
      properties: {
        touchpointId: { type: ['string', 'null'], description: 'Null: of the whole map.' },
        metric: { enum: Object.keys(metricRanges) },
        value: { type: 'number' },
        n: { type: ['integer', 'null'], minimum: 1, description: 'Answers it rests on.' },
        at: { type: 'string', format: 'date' },
        source: { type: 'string', maxLength: SHORT_TEXT },
        personaId: { type: ['string', 'null'] },
        tierId: { type: ['string', 'null'] },
        counts: {
          type: ['array', 'null'],
          items: { type: 'integer', minimum: 0 },
          description: 'Raw answers, the lowest first.',
        },
      },
    },
  });
export const addedReadings = z.object({ ids: z.array(z.string()) });

export const linkWish = z.strictObject({
  name: linkName,
  label: z.string().trim().max(NAME).optional(),
  expiresAt: time.nullable().optional(),
});

export const versionWish = z.strictObject({
  title,
  by: z.string().max(NAME).optional().describe('The name of whoever names it.'),
});
/** Body of a version's new name. */
export const versionName = z.strictObject({ title });
/** Body of a restore; the name may be left out. */
export const restoreWish = z.strictObject({ by: z.string().max(NAME).optional() });

export const problem = z.object({
  type: z.string(),
  code: z.string().describe('What went wrong, for programs; a code keeps its meaning.'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reasons: z
    .array(
      z.object({
        path: z.string().describe('JSON path of the place.'),
        code: z.string().describe('The broken rule.'),
        values: z
          .record(z.string(), z.unknown())
          .describe('Numbers, names and paths that the rule speaks of.'),
        message: z.string().describe('The rule in English.'),
        value: z.unknown().optional().describe('What stood there.'),
      }),
    )
    .optional(),
});
const issuedLink = z.object({ id: z.string(), token: z.string(), url: z.url() });
export const createdMap = z.object({
  id: z.string(),
  links: z.object({ owner: issuedLink, edit: issuedLink, comment: issuedLink, view: issuedLink }),
});
export const mapFacts = z.object({
  id: z.string(),
  title: z.string(),
  role,
  generation: z.int(),
  updatedAt: time,
  limits: z.record(z.string(), z.number()),
  content: mapFile.optional(),
  here: z.int().optional(),
});
export const storedImageFacts = z.object({
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export const linkFacts = z.object({
  id: z.string(),
  name: linkName,
  role,
  label: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastOpenedAt: time.nullable(),
  here: z.int(),
  mine: z.boolean(),
});
export const newLinkFacts = linkFacts.extend({ token: z.string(), url: z.url() });
export const versionFacts = z.object({
  id: z.string(),
  kind: z
    .enum(['named', 'automatic', 'before', 'restored'])
    .describe(
      'before: kept because the content was replaced next; restored: what an earlier version put there.',
    ),
  title: z.string().describe('Empty but for named ones.'),
  at: time,
  by: z.array(z.string()).describe('Names of the people who worked on it, as far as known.'),
  counts: z.record(z.string(), z.int()),
  source: z
    .object({ id: z.string(), title: z.string(), at: time })
    .nullable()
    .describe('The version that was put back; it may be gone by now.'),
  isCurrent: z.boolean().describe('The map is still as it is here.'),
});
export const restored = z.object({
  before: versionFacts.nullable().describe('What was there, to go back to.'),
  version: versionFacts.nullable().describe('Both are null when the map was like the version already.'),
});
export const templateFacts = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string(),
  industry: z.string(),
  counts: z.record(z.string(), z.int()),
});
export const health = z.object({ status: z.enum(['ok', 'cannot-save']) });
