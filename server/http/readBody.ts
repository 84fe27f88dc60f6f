/** Reads a request's JSON body within a number of bytes and checks it against a schema. Throws ProblemError. */
import type { z } from 'zod';
import { errorText } from '../log.ts';
import { brokenJson, tooLarge, wrongContent } from './problems.ts';

export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
  maxBytes: number,
): Promise<z.output<T>> {
  // A form of another site cannot send this type without being asked first (R12).
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw brokenJson('its Content-Type says something else');
  }
  return checked(schema, parseJson(await readText(request, maxBytes)), 'The request');
}

/** A value from outside against a schema. Throws ProblemError with the reasons; `what` begins its title. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => ({
    path: ['$', ...issue.path.map(String)].join('.'),
    code: 'request' as const,
    values: {},
    message: issue.message,
  }));
  throw wrongContent(what, reasons);
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Read with gaps, it would be stored with gaps.
    throw brokenJson('it is not UTF-8');
  }
}

/** The announced length of a body; without one it may be as large as any. */
export function announcedBytes(request: Request, maxBytes: number): number {
  return Math.min(Number(request.headers.get('content-length') ?? maxBytes) || 0, maxBytes);
}

/** The body as it is. Throws ProblemError when it is larger. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it comes: the header may be missing or lie.
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw brokenJson(errorText(error).slice(0, 120));
  }
}
