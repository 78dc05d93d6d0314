import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { ChoosableModel } from '@/lib/analysis/comparison/model-queries'
import { makeReferenceSetAction } from '@/lib/calibration/actions'
import { blankRelations } from '@/lib/calibration/relation-rows'
import { formatCount } from '@/lib/platform/format-number'
import { RelationsFields } from './relations-form'

type Props = { number: string; models: ChoosableModel[]; whyNot: string | null }

/** Names a set, chooses its models and documents their relations. */
export function NewSetForm({ number, models, whyNot }: Props) {
  if (models.length === 0) {
    return (
      <EmptyState
        title={`No sealed model outputs in ${number}`}
        action={<LinkButton href={`/cases/${number}/evidence`}>Add evidence</LinkButton>}
      >
        A reference set is made of the answers of ten models or more.
      </EmptyState>
    )
  }
  return (
    <Form action={makeReferenceSetAction} submit="Make the set" hidden={{ number }} whyNot={whyNot}>
      <TextField name="name" label="Name" />
      <fieldset className="max-w-3xl space-y-1">
        <legend className="font-medium">Models of {number}</legend>
        <div className="max-h-80 overflow-y-auto border-y border-line py-2">
          {models.map(({ key, name, file, records }) => (
            <label key={key} className="figures flex items-start gap-2 py-0.5">
              <input
                type="checkbox"
                name="models[]"
                value={key}
                defaultChecked
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 break-words">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-sm text-ink-3">
                  {file}, {formatCount(records)} records
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <RelationsFields relations={blankRelations(models.map(({ name }) => name))} />
    </Form>
  )
}
