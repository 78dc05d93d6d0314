import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { requestComparisonAction } from '@/lib/analysis/actions'
import type { ChoosableModel } from '@/lib/analysis/comparison/model-queries'
import type { PlannedRoles } from '@/lib/analysis/comparison/planned-roles'
import { RolesTable } from './roles-table'

type Props = {
  number: string
  models: ChoosableModel[]
  documents: { id: string; name: string }[]
  profiles: { id: string; label: string }[]
  planned: PlannedRoles | null
  whyNot: string | null
}

/** Gives each model of the case its role: one suspect, candidates, controls. Models without a role take no part. */
export function ComparisonForm({ number, models, planned, whyNot, ...beside }: Props) {
  const hidden = { number, planId: planned?.planId ?? '' }
  return (
    <Form action={requestComparisonAction} hidden={hidden} submit="Compare" whyNot={whyNot}>
      <RolesTable {...{ models, planned }} />
      <BesideFields {...beside} />
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

/** What is looked for beside likeness, and what weighs it. */
function BesideFields({ documents, profiles }: Pick<Props, 'documents' | 'profiles'>) {
  return (
    <>
      <TextArea
        name="canaries"
        label="Planted markers"
        optional
        hint="One a line: what was planted in a candidate’s output and nobody else writes. Those of a plan are looked for anyway."
        rows={2}
        look="mono"
      />
      <Select
        name="answers"
        label="Right answers"
        optional
        hint="A document of the case, JSONL of prompt_id and answer: mistakes are then compared as well."
        prompt="None"
        options={documents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="profile"
        label="Calibration profile"
        optional
        hint="What the weights and error rates rest on. The result names it by its hash."
        prompt="The one that ships"
        options={profiles.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  )
}
