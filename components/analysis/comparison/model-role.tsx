import type { ChoosableModel } from '@/lib/analysis/comparison/model-queries'
import { formatAmount } from '@/lib/platform/format-number'

type ChosenRole = 'suspect' | 'candidate' | 'control'

type Props = {
  model: ChoosableModel
  role: ChosenRole | undefined
  isHidden: boolean
}

const choices = [
  { of: 'suspect', label: 'Suspect', type: 'radio', field: 'suspect', says: 'the suspect' },
  { of: 'candidate', label: 'Candidate', type: 'checkbox', field: 'candidates[]', says: 'a candidate' },
  { of: 'control', label: 'Control', type: 'checkbox', field: 'controls[]', says: 'a control' },
] as const

/** A model that takes no part in any score but answers one other explanation. */
const explanations = [
  ['', 'No other explanation'],
  ['same-base', 'Same base weights as the suspect'],
  ['common-text', 'Trained on a candidate’s public text'],
  ['sibling', 'Sibling of a candidate'],
] as const

/** One model of the case with the role it is given; hidden ones keep theirs. */
export function ModelRole({ model: { key, name, file, records }, role, isHidden }: Props) {
  return (
    <li
      hidden={isHidden}
      className="grid grid-cols-1 items-center gap-x-5 gap-y-1.5 py-2 md:grid-cols-[minmax(0,1fr)_auto_auto] [&[hidden]]:hidden"
    >
      <div className="min-w-0">
        <span className="font-medium break-words">{name}</span>
        <span className="block text-sm break-words text-ink-3">
          {file}, {formatAmount(records, 'record')}
        </span>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {choices.map(({ of, label, type, field, says }) => (
          <label key={of} className="flex items-center gap-1.5 text-ink-2">
            <input
              {...{ type, name: field, value: key }}
              defaultChecked={role === of}
              aria-label={`${name} is ${says}`}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      <select
        name="witnesses[]"
        defaultValue=""
        aria-label={`${name} speaks to`}
        className="control h-8 w-full max-w-72 md:w-64"
      >
        {explanations.map(([kind, label]) => (
          <option key={kind} value={kind && `${kind} ${key}`}>
            {label}
          </option>
        ))}
      </select>
    </li>
  )
}
