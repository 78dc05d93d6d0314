import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { readWithMappingAction } from '@/lib/evidence/actions'
import type { MappingPage } from '@/lib/evidence/mapping-page'
import { columnWords, mainColumns, notationWords, otherColumns } from '@/lib/evidence/mapping-words'
import type { MappableColumn } from '@/lib/signals/mapping/log-mapping'
import { MappingPreview } from './mapping-preview'

type Props = Pick<MappingPage, 'choices' | 'start' | 'zones'> & { evidenceId: string }

/** One choice for each canonical column, how times are written, what comes of it, and the name to keep it under. */
export function MappingForm({ evidenceId, choices, start, zones }: Props) {
  const fields = (columns: readonly MappableColumn[]) => (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
      {columns.map((name) => (
        <Select
          key={name}
          {...{ name, ...columnWords[name], defaultValue: start.columns[name] }}
          optional
          options={choices}
          prompt="Not in this log"
        />
      ))}
    </div>
  )
  const notations = Object.entries(notationWords).map(([value, label]) => ({ value, label }))
  const offered = [{ value: 'stated', label: 'Every time states its zone' }]
  return (
    <Form action={readWithMappingAction} hidden={{ evidenceId }} submit="Read the log by this mapping">
      <MappingPreview evidenceId={evidenceId}>
        {fields(mainColumns)}
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          <Select
            name="notation"
            label="How its times are written"
            hint="Told by the values where they tell it."
            {...(start.notation === '' ? { prompt: 'Choose: day or month first?' } : { defaultValue: start.notation })}
            options={notations}
          />
          <Select
            name="zone"
            label="Zone of times that state none"
            hint="A time that states its zone keeps it."
            {...(start.zone === '' ? { prompt: 'Choose: they state none' } : { defaultValue: start.zone })}
            options={[...offered, ...zones.map((zone) => ({ value: zone, label: zone }))]}
          />
        </div>
        <details open={otherColumns.some((name) => start.columns[name])}>
          <summary className="cursor-pointer font-medium">Further fields</summary>
          <div className="pt-4">{fields(otherColumns)}</div>
        </details>
      </MappingPreview>
      <TextField
        name="name"
        label="Name of the mapping"
        hint="What the log is called where it comes from. A changed mapping of the same name becomes its next version."
        defaultValue={start.name}
        maxLength={100}
      />
    </Form>
  )
}
