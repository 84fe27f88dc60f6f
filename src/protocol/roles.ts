/** What a share link lets its holder do; each role may do all that the ones after it may. */
export type Role = 'owner' | 'editor' | 'commenter' | 'viewer';
/** The names of the links that give the roles, in the same order. */
export type LinkName = 'owner' | 'edit' | 'comment' | 'view';

const order: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];

/** Whether a role is at least as high as another. */
export function hasRole(role: Role, needed: Role): boolean {
  return order.indexOf(role) <= order.indexOf(needed);
}

export const roleOfLink: Record<LinkName, Role> = {
  owner: 'owner',
  edit: 'editor',
  comment: 'commenter',
  view: 'viewer',
};
