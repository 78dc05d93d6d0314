import type { ChoosableModel } from '@/lib/analysis/model-queries'
import type { PlannedRoles } from '@/lib/analysis/planned-roles'
import { formatCount } from '@/lib/platform/format-number'

type Props = { models: ChoosableModel[]; planned: PlannedRoles | null }

/** Each model with its role; scrolls within itself where it is wider than its place. */
export function RolesTable({ models, planned }: Props) {
  return (
    <div className="relative overflow-x-auto">
      <table aria-label="Roles of the models" className="figures w-full max-w-5xl">
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
            <th scope="col" className="px-3 font-medium">
              Or speaks to
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {models.map((model) => (
            <ModelRow key={model.key} model={model} role={planned?.roles[model.key]} />
          ))}
        </tbody>
      </table>
    </div>
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
      <td className="px-3 py-1">
        <select name="witnesses[]" defaultValue="" aria-label={`${name} speaks to`} className="control h-8 min-w-40">
          {explanations.map(([kind, label]) => (
            <option key={kind} value={kind && `${kind} ${key}`}>
              {label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

const choices = [
  { of: 'suspect', type: 'radio', field: 'suspect', says: 'the suspect' },
  { of: 'candidate', type: 'checkbox', field: 'candidates[]', says: 'a candidate' },
  { of: 'control', type: 'checkbox', field: 'controls[]', says: 'a control' },
] as const

/** A model that takes no part in any score but answers one other explanation. */
const explanations = [
  ['', 'Nothing else'],
  ['same-base', 'Same base weights as the suspect'],
  ['common-text', 'Trained on a candidate’s public text'],
  ['sibling', 'Sibling of a candidate'],
] as const
