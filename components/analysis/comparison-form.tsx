import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { requestComparisonAction } from '@/lib/analysis/actions'
import type { ChoosableModel } from '@/lib/analysis/model-queries'
import type { PlannedRoles } from '@/lib/analysis/planned-roles'
import { formatCount } from '@/lib/platform/format-number'

type Props = { number: string; models: ChoosableModel[]; planned: PlannedRoles | null; whyNot: string | null }

/** Gives each model of the case its role: one suspect, candidates, controls. Models without a role take no part. */
export function ComparisonForm({ number, models, planned, whyNot }: Props) {
  const hidden = { number, planId: planned?.planId ?? '' }
  return (
    <Form action={requestComparisonAction} hidden={hidden} submit="Compare" whyNot={whyNot}>
      <div className="relative overflow-x-auto">
        <table aria-label="Roles of the models" className="figures w-full max-w-4xl">
          <thead>
            <tr className="border-b border-line-2 text-left text-sm text-ink-3">
              <th scope="col" className="py-2 pr-3 font-medium">
                Model
              </th>
              <th scope="col" className="px-3 text-right font-medium">
                Records
              </th>
              {['Suspect', 'Candidate', 'Control'].map((role) => (
                <th key={role} scope="col" className="w-24 px-3 text-center font-medium">
                  {role}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {models.map((model) => (
              <ModelRow key={model.key} model={model} role={planned?.roles[model.key]} />
            ))}
          </tbody>
        </table>
      </div>
      <TextField
        name="seed"
        label="Seed of the resampling"
        hint="The same models and seed give the same result, to the byte."
        type="number"
        defaultValue={String(planned?.seed ?? 1)}
        min={0}
      />
    </Form>
  )
}

type Row = { model: ChoosableModel; role: PlannedRoles['roles'][string] | undefined }

function ModelRow({ model: { key, name, file, records }, role }: Row) {
  return (
    <tr>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <span className="font-medium">{name}</span>
        <span className="block text-sm text-ink-3">{file}</span>
      </th>
      <td className="px-3 text-right">{formatCount(records)}</td>
      {choices.map(({ of, type, field, says }) => (
        <td key={of} className="text-center">
          <input
            {...{ type, name: field, value: key }}
            defaultChecked={role === of}
            aria-label={`${name} is ${says}`}
            className="size-4 accent-accent"
          />
        </td>
      ))}
    </tr>
  )
}

const choices = [
  { of: 'suspect', type: 'radio', field: 'suspect', says: 'the suspect' },
  { of: 'candidate', type: 'checkbox', field: 'candidates[]', says: 'a candidate' },
  { of: 'control', type: 'checkbox', field: 'controls[]', says: 'a control' },
] as const
