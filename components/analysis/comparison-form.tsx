import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { requestComparisonAction } from '@/lib/analysis/actions'
import type { ChoosableModel } from '@/lib/analysis/model-queries'
import { formatCount } from '@/lib/platform/format-number'

type Props = { number: string; models: ChoosableModel[]; whyNot: string | null }

/** Gives each model of the case its role: one suspect, candidates, controls. Models without a role take no part. */
export function ComparisonForm({ number, models, whyNot }: Props) {
  return (
    <Form action={requestComparisonAction} hidden={{ number }} submit="Compare" whyNot={whyNot}>
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
              <ModelRow key={model.key} model={model} />
            ))}
          </tbody>
        </table>
      </div>
      <TextField
        name="seed"
        label="Seed of the resampling"
        hint="The same models and seed give the same result, to the byte."
        type="number"
        defaultValue="1"
        min={0}
      />
    </Form>
  )
}

function ModelRow({ model: { key, name, file, records } }: { model: ChoosableModel }) {
  const box = 'size-4 accent-accent'
  return (
    <tr>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <span className="font-medium">{name}</span>
        <span className="block text-sm text-ink-3">{file}</span>
      </th>
      <td className="px-3 text-right">{formatCount(records)}</td>
      <td className="text-center">
        <input type="radio" name="suspect" value={key} aria-label={`${name} is the suspect`} className={box} />
      </td>
      <td className="text-center">
        <input type="checkbox" name="candidates[]" value={key} aria-label={`${name} is a candidate`} className={box} />
      </td>
      <td className="text-center">
        <input type="checkbox" name="controls[]" value={key} aria-label={`${name} is a control`} className={box} />
      </td>
    </tr>
  )
}
