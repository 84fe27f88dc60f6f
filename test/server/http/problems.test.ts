import { describe, expect, it } from 'vitest';
import { wrongContent } from '../../../server/http/problems.ts';

describe('content that is refused', () => {
  it('is answered in the singular for one reason and in the plural for more', () => {
    const reason = { path: '$.title', code: 'request', values: {}, message: 'is too long' } as const;
    expect(wrongContent('The map', [reason]).problem.detail).toBe(
      'Nothing was changed. The reason is listed with its place; put it right and send it again.',
    );
    expect(wrongContent('The map', [reason, reason]).problem.detail).toBe(
      'Nothing was changed. The first 2 reasons are listed with the place of each; put them right and send it again.',
    );
  });
});
