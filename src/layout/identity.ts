/** What stays the same about a thing of the scene while it is drawn, placed and moved. Facts it lacks are absent, not undefined. */
import type { GroupRole, SceneGroup } from './scene.ts';

export type IdentityFacts = Pick<SceneGroup, 'id' | 'role' | 'recordId' | 'title' | 'from' | 'to'>;

export class Identity implements IdentityFacts {
  readonly id: string;
  readonly role: GroupRole;
  declare readonly recordId?: string;
  readonly title: string;
  declare readonly from?: string;
  declare readonly to?: string;

  constructor({ id, role, recordId, title, from, to }: IdentityFacts) {
    this.id = id;
    this.role = role;
    if (recordId !== undefined) this.recordId = recordId;
    this.title = title;
    if (from !== undefined) this.from = from;
    if (to !== undefined) this.to = to;
  }
}
