/**
 * The API's description, made from the schemas that check requests (schemas.ts). A test walks the routes of the
 * running server against it, so neither can be forgotten.
 */
import { z } from 'zod';
import { fileFormats } from '../../src/export/fileFormats.ts';
import * as schemas from './schemas.ts';

interface Call {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly who: 'all' | 'creator' | 'viewer' | 'editor' | 'owner' | 'loopback or create token';
  readonly does: string;
  readonly takes?: z.ZodType;
  /** Options in the query. */
  readonly options?: z.ZodObject;
  /** A picture in the body, or in the answer. */
  readonly image?: 'taken' | 'given';
  readonly status: number;
  readonly gives?: z.ZodType;
  /** The media type, where it gives a file. */
  readonly givesFile?: string;
  /** Problems it may answer with, beside those every call has. */
  readonly problems: readonly number[];
}

const map = '/api/maps/{id}';
const access = [401, 404, 429];

/** Every call of the API. */
export const calls: readonly Call[] = [
  {
    method: 'get',
    path: '/healthz',
    who: 'all',
    does: 'Whether the store can be written.',
    status: 200,
    gives: schemas.health,
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    who: 'loopback or create token',
    does: 'Figures for Prometheus.',
    status: 200,
    problems: [401],
  },
  {
    method: 'get',
    path: '/api/templates',
    who: 'all',
    does: 'The templates.',
    status: 200,
    gives: z.array(schemas.templateFacts),
    problems: [],
  },
  {
    method: 'post',
    path: '/api/maps',
    who: 'creator',
    does: 'Makes a map: blank, from a template or from a document. All or nothing.',
    takes: schemas.mapWish,
    status: 201,
    gives: schemas.createdMap,
    problems: [400, 401, 403, 404, 413, 422, 429],
  },
  {
    method: 'get',
    path: map,
    who: 'viewer',
    does: 'Facts about a map and this link’s role; its content too when asked for, so that a page opens with one call.',
    options: schemas.factsOptions,
    status: 200,
    gives: schemas.mapFacts,
    problems: [...access, 422],
  },
  {
    method: 'get',
    path: `${map}/glimpse`,
    who: 'viewer',
    does: 'What a page shows of the map first, drawn ahead; 204 without anything while there is none of its present state.',
    options: schemas.glimpseOptions,
    status: 200,
    gives: schemas.glimpse,
    problems: [...access, 422],
  },
  {
    method: 'delete',
    path: map,
    who: 'owner',
    does: 'Puts the map into the bin for 30 days.',
    status: 204,
    problems: [...access, 403],
  },
  {
    method: 'post',
    path: `${map}/undelete`,
    who: 'owner',
    does: 'Takes the map out of the bin again, with its links, versions and pictures.',
    status: 204,
    problems: [...access, 403],
  },
  {
    method: 'get',
    path: `${map}/document`,
    who: 'viewer',
    does: 'The whole map as touchline/1; comments and votes only from commenter up.',
    status: 200,
    gives: schemas.mapFile,
    problems: access,
  },
  {
    method: 'put',
    path: `${map}/document`,
    who: 'editor',
    does: 'Replaces the map’s content as an ordinary live edit. Comments and votes stay as they are.',
    takes: schemas.mapFile,
    status: 204,
    problems: [...access, 400, 403, 413, 422],
  },
  {
    method: 'get',
    path: `${map}/versions`,
    who: 'viewer',
    does: 'The versions of the map, named ones and those the server keeps by itself, the newest first.',
    status: 200,
    gives: z.array(schemas.versionFacts),
    problems: access,
  },
  {
    method: 'post',
    path: `${map}/versions`,
    who: 'editor',
    does: 'Keeps the map as it is now, under a name.',
    takes: schemas.versionWish,
    status: 201,
    gives: schemas.versionFacts,
    problems: [...access, 400, 403, 409, 413, 422],
  },
  {
    method: 'get',
    path: `${map}/versions/{v}`,
    who: 'viewer',
    does: 'The map as it was in a version, as touchline/1 without comments and votes.',
    status: 200,
    gives: schemas.mapFile,
    problems: access,
  },
  {
    method: 'patch',
    path: `${map}/versions/{v}`,
    who: 'editor',
    does: 'Gives a version a name. One that was kept by itself is a named one from then on and stays.',
    takes: schemas.versionName,
    status: 200,
    gives: schemas.versionFacts,
    problems: [...access, 400, 403, 409, 413, 422],
  },
  {
    method: 'delete',
    path: `${map}/versions/{v}`,
    who: 'owner',
    does: 'Deletes a version for good. The map stays as it is.',
    status: 204,
    problems: [...access, 403],
  },
  {
    method: 'post',
    path: `${map}/versions/{v}/restore`,
    who: 'editor',
    does: 'Puts a version back as an ordinary live edit. What was there becomes a version itself, so restoring that undoes it. Comments and votes stay as they are.',
    takes: schemas.restoreWish,
    status: 200,
    gives: schemas.restored,
    problems: [...access, 400, 403, 413, 422],
  },
  ...fileFormats.map((format): Call => ({
    method: 'post',
    path: `${map}/export.${format.format}`,
    who: 'viewer',
    does: `The same with its options in the body: a selection may be too long for an address.`,
    takes: schemas.exportOptions(format, schemas.longestPosted),
    status: 200,
    givesFile: format.mediaType,
    problems: [...access, 400, 413, 422],
  })),
  ...fileFormats.map((format): Call => ({
    method: 'get',
    path: `${map}/export.${format.format}`,
    who: 'viewer',
    does: `${format.about} The same bytes as the page’s export.`,
    options: schemas.exportOptions(format),
    status: 200,
    givesFile: format.mediaType,
    problems: [...access, 422],
  })),
  {
    method: 'get',
    path: `${map}/analyses`,
    who: 'viewer',
    does: 'Every analysis and check of the map, each with what it rests on or the reason why there is none. Votes count only from commenter up.',
    options: schemas.analysesOptions,
    status: 200,
    gives: schemas.analyses,
    problems: [...access, 422],
  },
  {
    method: 'post',
    path: `${map}/readings`,
    who: 'editor',
    does: 'Adds metric values from outside as an ordinary live edit, all or nothing. The newest one of a touchpoint and metric counts. A value sent again (same touchpoint, metric, day, persona, tier, source) takes the place of the one before.',
    takes: schemas.readingList,
    status: 201,
    gives: schemas.addedReadings,
    problems: [...access, 400, 403, 413, 422],
  },
  {
    method: 'post',
    path: `${map}/images`,
    who: 'editor',
    does: 'Stores a picture for the map: PNG, JPEG, WebP or GIF, told by content, of at most 10 MiB and 50 million pixels. A PNG or JPEG of at most 2048 pixels a side and 2 MiB keeps what draws it; anything else is drawn anew as a PNG within that (of an animation the first picture). The hash it answers with goes into an element of kind image.',
    image: 'taken',
    status: 201,
    gives: schemas.storedImageFacts,
    problems: [...access, 403, 413, 422],
  },
  {
    method: 'get',
    path: `${map}/images/{hash}`,
    who: 'viewer',
    does: 'A picture of the map.',
    image: 'given',
    status: 200,
    problems: access,
  },
  {
    method: 'get',
    path: `${map}/links`,
    who: 'owner',
    does: 'The share links, without their tokens.',
    status: 200,
    gives: z.array(schemas.linkFacts),
    problems: [...access, 403],
  },
  {
    method: 'post',
    path: `${map}/links`,
    who: 'owner',
    does: 'Makes a share link; its token is shown this once.',
    takes: schemas.linkWish,
    status: 201,
    gives: schemas.newLinkFacts,
    problems: [...access, 400, 403, 413, 422],
  },
  {
    method: 'delete',
    path: `${map}/links/{linkId}`,
    who: 'owner',
    does: 'Withdraws a share link and closes its sockets.',
    status: 204,
    problems: [...access, 403, 409],
  },
];

/** The description as an OpenAPI 3.1 object. */
export function openApi(serverUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) (paths[call.path] ??= {})[call.method] = describeCall(call);
  return {
    openapi: '3.1.0',
    info: { title: 'Touchline', version: '1', description: 'Maps, their content and their share links.' },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token behind # in a share link.' },
      },
      schemas: { Problem: jsonSchema(schemas.problem, 'output') },
    },
    paths,
  };
}

function describeCall(call: Call): Record<string, unknown> {
  const parameters = [...call.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const options = Object.entries(call.options?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: jsonSchema(schema, 'input'),
  }));
  const pictures = { 'image/png': {}, 'image/jpeg': {} };
  const answer = {
    description: call.does,
    ...(call.image === 'given' ? { content: pictures } : {}),
    ...(call.givesFile ? { content: { [call.givesFile]: {} } } : {}),
    ...(call.gives ? { content: { 'application/json': { schema: jsonSchema(call.gives, 'output') } } } : {}),
  };
  return {
    summary: `${call.does} (${call.who})`,
    parameters: [...parameters, ...options],
    ...(call.who === 'all' ? {} : { security: [{ token: [] }] }),
    ...(call.image === 'taken'
      ? { requestBody: { required: true, content: { ...pictures, 'image/webp': {}, 'image/gif': {} } } }
      : {}),
    ...(call.takes
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(call.takes, 'input') } },
          },
        }
      : {}),
    responses: {
      [String(call.status)]: answer,
      ...Object.fromEntries([...call.problems, 503].map(problemAnswer)),
    },
  };
}

function problemAnswer(status: number): [string, unknown] {
  return [
    String(status),
    {
      description: 'What happened, what is safe and what to do next.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ];
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
