import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { readWithMappingAction } from '@/lib/evidence/actions'
import type { MappingPage } from '@/lib/evidence/mapping-page'
import { columnWords, mainColumns, notationWords, otherColumns } from '@/lib/evidence/mapping-words'
import type { MappableColumn } from '@/lib/signals/mapping/log-mapping'
import { MappingPreview } from './mapping-preview'

type Props = Pick<MappingPage, 'choices' | 'start' | 'zones'> & { evidenceId: string }

const columnsOfFields = 'grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3'

/** One choice for each canonical column, how times are written, what comes of it, and the name to keep it under. */
export function MappingForm({ evidenceId, choices, start, zones }: Props) {
  return (
    <Form action={readWithMappingAction} hidden={{ evidenceId }} submit="Read the log by this mapping">
      <MappingPreview evidenceId={evidenceId}>
        <FieldChoices columns={mainColumns} {...{ choices, start }} />
        <TimeChoices {...{ start, zones }} />
        <details open={otherColumns.some((name) => start.columns[name])}>
          <summary className="cursor-pointer font-medium">Further fields</summary>
          <div className="pt-4">
            <FieldChoices columns={otherColumns} {...{ choices, start }} />
          </div>
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

type Fields = Pick<Props, 'choices' | 'start'> & { columns: readonly MappableColumn[] }

const FieldChoices = ({ columns, choices, start }: Fields) => (
  <div className={columnsOfFields}>
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
const stated = { value: 'stated', label: 'Every time states its zone' }

/** What the values do not say by themselves has no choice made beforehand. */
const TimeChoices = ({ start: { notation, zone }, zones }: Pick<Props, 'start' | 'zones'>) => (
  <div className={columnsOfFields}>
    <Select
      name="notation"
      label="How its times are written"
      hint="Told by the values where they tell it."
      {...(notation === '' ? { prompt: 'Choose: day or month first?' } : { defaultValue: notation })}
      options={notations}
    />
    <Select
      name="zone"
      label="Zone of times that state none"
      hint="A time that states its zone keeps it."
      {...(zone === '' ? { prompt: 'Choose: they state none' } : { defaultValue: zone })}
      options={[stated, ...zones.map((name) => ({ value: name, label: name }))]}
    />
  </div>
)
