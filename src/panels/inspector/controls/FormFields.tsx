/** Sections of fields, divided by hair lines: rows, and objects and lists of objects where the schema has them. */
import { useRecord } from '../../../state/mapSession.ts';
import { AvatarMaker } from '../../persona/AvatarMaker.tsx';
import { PortraitControl } from '../../persona/PortraitControl.tsx';
import type { FormField, FormSection } from '../forms.ts';
import { insideLabels } from '../forms.ts';
import { useInspector } from '../inspectorContext.ts';
import type { Target } from '../target.ts';
import { FormRow } from './FormRow.tsx';
import { Inside, Items } from './Inside.tsx';
import { LogoControl } from './LogoControl.tsx';
import { Section } from './Section.tsx';
import styles from './controls.module.css';

export function FormSections({
  target,
  sections,
}: {
  readonly target: Target;
  readonly sections: readonly FormSection[];
}) {
  const { words } = useInspector();
  return sections.map(({ title, fields }) => {
    const heading = title === null ? null : words.sections[title];
    return (
      <Section key={title ?? ''} title={heading}>
        <FormFields target={target} fields={fields} within={heading} />
      </Section>
    );
  });
}

/** `within`: the section's title, so that an object of the same name does not say it twice. */
export function FormFields({
  target,
  fields,
  within = null,
}: {
  readonly target: Target;
  readonly fields: readonly FormField[];
  readonly within?: string | null;
}) {
  return fields.map((form) => <AnyField key={form.field} target={target} form={form} within={within} />);
}

function AnyField({
  target,
  form,
  within,
}: {
  readonly target: Target;
  readonly form: FormField;
  readonly within: string | null;
}) {
  if (form.field === 'portrait' || form.field === 'avatar')
    return <PersonaLook target={target} field={form.field} />;
  if (form.field === 'logo') return <Logo target={target} />;
  const spec = target.schema[form.field];
  const label = target.labels[form.field] ?? form.field;
  if (!isInside(form.field) || !spec) return <FormRow target={target} form={form} />;
  const heading = label === within ? null : <h4 className={styles.subheading}>{label}</h4>;
  if (spec.kind === 'record') {
    return (
      <div data-field={form.field}>
        {heading}
        <Inside target={target} field={form.field} spec={spec} label={label} />
      </div>
    );
  }
  if (spec.kind === 'list' && spec.of.kind === 'record') {
    return (
      <div data-field={form.field}>
        {heading}
        <Items target={target} field={form.field} spec={spec} label={label} />
      </div>
    );
  }
  return <FormRow target={target} form={form} />;
}

/** How one persona looks; several at once have no look in common. */
function PersonaLook({ target, field }: { readonly target: Target; readonly field: 'portrait' | 'avatar' }) {
  const persona = useRecord('personas', target.key.split('/')[1] ?? '');
  if (!persona) return null;
  const label = target.labels[field];
  return (
    <div data-field={field} role="group" aria-label={label}>
      <h4 className={styles.subheading}>{label}</h4>
      {field === 'portrait' ? (
        <PortraitControl personaId={persona.id} onChange={(portrait) => target.write({ portrait })} />
      ) : (
        <AvatarMaker persona={persona} onChange={(avatar) => target.write({ avatar })} />
      )}
    </div>
  );
}

function Logo({ target }: { readonly target: Target }) {
  const label = target.labels['logo'];
  return (
    <div data-field="logo" role="group" aria-label={label}>
      <h4 className={styles.subheading}>{label}</h4>
      <LogoControl onChange={(logo) => target.write({ logo })} />
    </div>
  );
}

function isInside(field: string): field is keyof typeof insideLabels {
  return field in insideLabels;
}
