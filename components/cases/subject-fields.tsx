import { RadioGroup } from '@/components/form/radio-group'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'

export type GivenSubject = { name: string; kind: 'ORGANISATION' | 'PERSON'; models: string[]; note: string }

/** The fields of a subject, for adding and changing one. */
export function SubjectFields({ subject }: { subject?: GivenSubject }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={subject?.name} maxLength={200} />
      <RadioGroup
        name="kind"
        legend="Kind"
        inline
        defaultValue={subject?.kind ?? 'ORGANISATION'}
        choices={[
          { value: 'ORGANISATION', label: 'Organisation' },
          { value: 'PERSON', label: 'Person' },
        ]}
      />
      <TextArea
        name="models"
        label="Suspected models"
        optional
        rows={2}
        defaultValue={subject?.models.join('\n')}
        hint="Models that it may have trained on our output, one per line."
      />
      <TextArea name="note" label="Note" optional rows={3} defaultValue={subject?.note} />
    </>
  )
}
