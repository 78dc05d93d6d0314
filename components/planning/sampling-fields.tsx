'use client'

import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import type { Plan } from '@/lib/planning/plan'

const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

/** How every model is asked: the same for all, or the comparison measures the settings. */
export function SamplingFields({ plan }: { plan: Plan | undefined }) {
  const sampling = plan?.sampling
  const number = { type: 'number', inputMode: 'decimal', optional: true } as const
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 text-lg font-semibold">Sampling, the same for every model</legend>
      <div className="grid max-w-xl gap-5 sm:grid-cols-2">
        <TextField
          {...number}
          name="temperature"
          label="Temperature"
          step={0.05}
          defaultValue={text(sampling?.temperature)}
        />
        <TextField {...number} name="topP" label="Top-p" step={0.05} defaultValue={text(sampling?.topP)} />
        <TextField
          {...number}
          name="maxOutputTokens"
          label="Most output tokens"
          defaultValue={text(sampling?.maxOutputTokens)}
        />
        <TextField {...number} name="samplingSeed" label="Seed of sampling" defaultValue={text(sampling?.seed)} />
      </div>
      <TextArea name="system" label="System prompt" defaultValue={sampling?.system} rows={2} look="mono" optional />
      <TextField
        name="seed"
        label="Seed of the resampling"
        hint="The same models and seed give the same result, to the byte."
        type="number"
        min={0}
        defaultValue={String(plan?.method.seed ?? 1)}
      />
    </fieldset>
  )
}
