/** The small builder every check uses: a finding with what is usual filled in. Dismissals are added by checkMap.ts. */
import type { CheckCode } from '../../model/checkCodes.ts';
import type { Finding, FindingKind, FindingValues, Remedy } from '../../model/finding.ts';
import type { Touchpoint } from '../../model/journeyMap.ts';

interface More {
  readonly ids?: readonly string[];
  readonly values?: Partial<FindingValues>;
  readonly remedy?: Remedy;
  readonly severity?: Finding['severity'];
}

export function finding(kind: FindingKind, targetId: string, name: string, more: More = {}): Finding {
  return {
    code: kind.slice(0, 3) as CheckCode,
    kind,
    aspect: kind.slice(4),
    severity: more.severity ?? 'warning',
    targetId,
    ids: more.ids ? [...new Set([targetId, ...more.ids])] : [targetId],
    values: { name, others: [], amount: null, limit: null, ...more.values },
    remedy: more.remedy ?? null,
    dismissed: null,
  };
}

/** A finding about a touchpoint, with the field to put right; its links stand beside its fields. */
export function atField(
  kind: FindingKind,
  { id, title }: Touchpoint,
  field: keyof Touchpoint | 'links',
  more: More = {},
): Finding {
  return finding(kind, id, title, {
    remedy: { kind: 'edit-field', collection: 'touchpoints', id, field },
    ...more,
  });
}
