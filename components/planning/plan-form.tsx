'use client'

import { useState } from 'react'
import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { registerPlanAction } from '@/lib/planning/actions'
import type { Plan } from '@/lib/planning/plan'
import type { PowerTable } from '@/lib/planning/prompt-spread'
import { joinCandidates } from '@/lib/planning/written-names'
import { DesignCheck } from './design-check'
import { PromptFields } from './prompt-fields'
import { SamplingFields } from './sampling-fields'

type Props = {
  number: string
  before: { name: string; plan: Plan } | null
  files: { id: string; name: string }[]
  powers: number[]
  table: PowerTable
  whyNot: string | null
}

/** The design of a comparison, with what it still lacks beside it while it is written; registering freezes it. */
export function PlanForm({ number, before, files, powers, table, whyNot }: Props) {
  const plan = before?.plan
  const [written, setWritten] = useState<Record<string, string>>({})
  const follow = (event: React.FormEvent<HTMLDivElement>) => {
    const field = event.target as HTMLInputElement
    if (field.name) setWritten((all) => ({ ...all, [field.name]: field.value }))
  }
  return (
    <Form action={registerPlanAction} hidden={{ number }} submit="Register the plan" whyNot={whyNot}>
      <div onChange={follow} className="gap-x-10 gap-y-8 max-lg:space-y-8 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 space-y-8">
          <Models plan={plan} name={before?.name} />
          <PromptFields plan={plan} files={files} powers={powers} />
          <SamplingFields plan={plan} />
          <Reasons plan={plan} />
        </div>
        <aside aria-label="What the design lacks" className="min-w-0 lg:border-l lg:border-line lg:pl-8">
          <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
            <DesignCheck plan={plan ?? null} written={written} table={table} fallbackPower={powers[1] ?? 0.4} />
          </div>
        </aside>
      </div>
    </Form>
  )
}

function Models({ plan, name }: { plan: Plan | undefined; name: string | undefined }) {
  const older = plan?.olderSuspects ?? []
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 text-lg font-semibold">Hypothesis and controls</legend>
      <TextField name="name" label="Name of the plan" defaultValue={name ?? 'Comparison of outputs'} />
      <TextField
        name="suspect"
        label="Suspect"
        hint="The model that may have learned from a candidate, by the name that its outputs carry."
        defaultValue={plan?.suspect}
      />
      <TextArea
        name="candidates"
        label="Candidates"
        hint="One lineage a line, with its snapshots: “Lineage: snapshot one, snapshot two”."
        defaultValue={plan && joinCandidates(plan.candidates)}
      />
      <TextArea
        name="controls"
        label="Controls"
        hint="One model a line. They cannot have learned from a candidate, and are of other makers than suspect and candidates."
        defaultValue={plan?.controls.filter((control) => !older.includes(control)).join('\n')}
      />
      <TextArea
        name="olderSuspects"
        label="Older versions of the suspect"
        hint="From before it could have seen a candidate’s output. They count as controls, the best there are."
        defaultValue={older.join('\n')}
        rows={2}
        optional
      />
    </fieldset>
  )
}

function Reasons({ plan }: { plan: Plan | undefined }) {
  return (
    <TextArea
      name="reasons"
      label="Why these models and prompts"
      defaultValue={plan?.reasons}
      maxLength={4000}
      rows={2}
      optional
    />
  )
}
