/**
 * What a field's control offers: records to refer to, what an empty choice inherits, what others wrote in the same
 * field, and whether a choice's words fit side by side.
 */
import { fontFor, measureText } from '../../../layout/measureText.ts';
import type { FieldSpec, IdSpace } from '../../../model/fieldSpec.ts';
import { useMapSession, useOutline } from '../../../state/mapSession.ts';
import type { ValueLabels } from '../../../words/fieldTypes.ts';
import type { InterfaceLanguage } from '../../../words/language.ts';
import type { FormField } from '../forms.ts';
import { useInspector } from '../inspectorContext.ts';
import { recordsIn } from '../recordNames.ts';
import { textsOf, valueOf, type Target } from '../target.ts';

/** Room for segments beside a label, px; longer words get a list that drops down. */
const segmentsRoom = 190;
/** A segment's padding and rule. */
const segmentRest = 11;

export function segmentsFit(
  spec: FieldSpec,
  { words }: FormField,
  values: ValueLabels,
  language: InterfaceLanguage,
): boolean {
  if (spec.kind !== 'choice' || !words) return false;
  const table: { readonly [value: string]: string } = values[words];
  const script = language === 'zh' ? 'cjk' : 'latin';
  const labels = spec.values.map((value) => table[value] ?? value);
  const plain = labels.map((label) => measureText(label, fontFor('interface', script).font));
  // The chosen one is bold.
  const bolder = labels.map(
    (label, index) => measureText(label, fontFor('button', script).font) - (plain[index] ?? 0),
  );
  const total = plain.reduce((sum, width) => sum + width + segmentRest, 0) + Math.max(...bolder);
  return total <= segmentsRoom;
}

/** Lists of records, made when a control asks for them. */
export function useOptions(
  target: Target,
  form: FormField,
): (space: IdSpace) => ReturnType<typeof recordsIn> {
  const tools = useInspector();
  const { projection } = useMapSession();
  return (space) => {
    const { journey, layout } = projection.getState();
    const all = recordsIn(space, journey, layout, tools, form.field === 'laneId' && 't' in target.schema);
    // A link does not lead to itself.
    const other =
      form.field === 'from' ? target.read('to') : form.field === 'to' ? target.read('from') : null;
    return other === null ? all : all.filter(({ id }) => id !== other);
  };
}

/** "as the stage: Buying": what an empty choice means for the record that is open. */
export function useInherited(target: Target, form: FormField): string | undefined {
  const { words, fields } = useInspector();
  const { projection } = useMapSession();
  const find = (): string | undefined => {
    if (form.inherits === 'stage-phase') {
      const id = target.read('stageId');
      const phase = typeof id === 'string' ? projection.find('stages', id)?.phase : null;
      return phase ? words.asStage(fields.values.phase[phase]) : undefined;
    }
    if (form.inherits === 'channel-media') {
      const id = target.read('channelId');
      const media = typeof id === 'string' ? projection.find('channels', id)?.media : null;
      return media ? words.asChannel(fields.values.media[media]) : undefined;
    }
    return undefined;
  };
  return useOutline(find);
}

/** What others wrote in the same field, sorted. */
export function useSuggestions(form: FormField): readonly string[] | undefined {
  const { language } = useInspector();
  const { projection } = useMapSession();
  if (form.show !== 'suggest') return undefined;
  const { touchpoints, actions } = projection.getState().journey;
  const texts = [...touchpoints, ...actions].flatMap((record) => textsOf([valueOf(record, form.field)]));
  return [...new Set(texts.filter(Boolean))].toSorted(new Intl.Collator(language).compare);
}
