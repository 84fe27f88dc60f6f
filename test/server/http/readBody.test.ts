/** A body is read whole and as it is, or refused. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBody } from '../../../server/http/readBody.ts';

const sent = (body: Uint8Array<ArrayBuffer> | string) =>
  readBody(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    }),
    z.unknown(),
    100,
  );

describe('a body', () => {
  it('is JSON in UTF-8', async () => {
    expect(await sent('{"title":"旅程"}')).toEqual({ title: '旅程' });
  });

  it.each([
    ['broken UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
    ['JSON that breaks off', '{"title":', 400],
    ['more than is taken', `"${'a'.repeat(100)}"`, 413],
  ])('is refused when it is %s', async (_what, body, status) => {
    await expect(sent(body)).rejects.toMatchObject({ status });
  });
});
