'use client'

import { Checkbox } from '@/components/form/checkbox'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import type { Plan } from '@/lib/planning/plan'
import { joinCanaries } from '@/lib/planning/written-names'
import { formatShare } from '@/lib/platform/format-number'

type Props = { plan: Plan | undefined; files: { id: string; name: string }[]; powers: number[] }

/** Which prompts all models answer, and how surely a documented teacher is to be found with them. */
export function PromptFields({ plan, files, powers }: Props) {
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 text-lg font-semibold">Prompts</legend>
      <Select
        name="power"
        label="Wanted power"
        hint="The probability that a documented teacher would be supported."
        defaultValue={String(plan?.power.wanted ?? powers[1] ?? '')}
        options={powers.map((power) => ({ value: String(power), label: formatShare(power) }))}
      />
      <Select
        name="promptsFrom"
        label="Set of prompts"
        hint="A sealed file of this case with prompt_id and prompt, as JSON lines or CSV. Model outputs are such a file too."
        defaultValue={plan?.prompts?.evidenceId ?? ''}
        prompt="Left to the files that are compared"
        options={files.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox
        name="identityProbes"
        label="Ask eight questions about the model’s own name and maker as well"
        hint="For the method “identity leak”; every model is asked the same."
        defaultChecked={plan?.prompts?.identityProbes}
      />
      <TextArea
        name="canaries"
        label="Canary prompts"
        hint="One a line: “marker => prompt that brings it out”. The marker is what was planted in a candidate’s output."
        defaultValue={plan?.prompts ? joinCanaries(plan.prompts.canaries) : ''}
        look="mono"
        rows={2}
        optional
      />
    </fieldset>
  )
}
