import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { changeRelationsAction } from '@/lib/calibration/actions'
import type { ReferenceSetPage } from '@/lib/calibration/queries'
import type { Offer } from '@/lib/platform/offer'

/** The relations as CSV, to be entered as another version. */
export function RelationsForm({ page: { set, version }, whyNot }: { page: ReferenceSetPage; whyNot: Offer }) {
  const last = set.versions[0]?.version ?? 0
  return (
    <Form
      action={changeRelationsAction}
      submit="Enter as a new version"
      hidden={{ setId: set.id, seen: last }}
      whyNot={whyNot}
      to={`/settings/calibration/${set.id}`}
    >
      <RelationsFields relations={version.relations} />
    </Form>
  )
}

/** The fields that every version has. */
export function RelationsFields({ relations }: { relations: string }) {
  return (
    <>
      <TextArea
        name="relations"
        label="Relations (CSV)"
        hint="Columns: model, lineage, family, a column to:LINEAGE, renamed for each candidate lineage, with related, unrelated, sibling, derivative, same-base, unknown or self; and source and confidence for whoever checks them."
        rows={10}
        look="mono"
        defaultValue={relations}
      />
      <TextField name="note" label="What this version rests on or changes" />
    </>
  )
}
