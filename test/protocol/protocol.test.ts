/** The words browser and server share. */
import { describe, expect, it } from 'vitest';
import { closeCode, isFinalClose } from '../../src/protocol/closeCodes.ts';
import { hasRole, roleOfLink, type Role } from '../../src/protocol/roles.ts';

describe('close codes', () => {
  it('[P5] 44xx are final, all others mean later', () => {
    const final = Object.entries(closeCode).filter(([, code]) => isFinalClose(code));
    expect(final.map(([name]) => name).toSorted()).toEqual(
      [
        'badFrame',
        'contentTooLarge',
        'mapDeleted',
        'otherGeneration',
        'roleTooLow',
        'tokenUnknown',
      ].toSorted(),
    );
    for (const code of [1000, 1006, 1012, 1013, 4399, 4500, 4503]) expect(isFinalClose(code)).toBe(false);
  });
});

describe('roles', () => {
  it('each may do what the ones after it may', () => {
    const order: Role[] = ['owner', 'editor', 'commenter', 'viewer'];
    for (const [i, role] of order.entries()) {
      for (const [j, needed] of order.entries()) expect(hasRole(role, needed)).toBe(i <= j);
    }
  });

  it('the four links give the four roles', () => {
    expect(roleOfLink).toEqual({ owner: 'owner', edit: 'editor', comment: 'commenter', view: 'viewer' });
  });
});
