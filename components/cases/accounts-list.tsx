'use client'

import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { LinkButton } from '@/components/ui/link-button'
import { previewAccountsAction } from '@/lib/cases/actions'
import { identifierKindNames, identifierKinds } from '@/lib/cases/schema'
import type { ActionResult } from '@/lib/platform/action-result'
import type { AccountsPreview } from './accounts-preview'

type Props = {
  subjectId: string
  text: string
  /** Told the text of a chosen file. */
  choose: (text: string) => void
  /** Told what a text holds. */
  show: (text: string, preview: AccountsPreview) => void
  back: string
  whyNot: string | null
}

/** The list of accounts as it is handed in: pasted, or chosen as a file. */
export function AccountsList({ subjectId, text, choose, show, back, whyNot }: Props) {
  const look = async (form: FormData): Promise<ActionResult<unknown>> => {
    const result = await previewAccountsAction(form)
    if (!result.ok) return result
    show(String(form.get('identifiers')), result.value)
    return { ok: true, value: null }
  }
  return (
    <Form
      action={look}
      submit="Preview"
      whyNot={whyNot}
      hidden={{ subjectId }}
      beside={<LinkButton href={back}>Cancel</LinkButton>}
    >
      <Select
        name="kind"
        label="Kind"
        options={identifierKinds.map((value) => ({ value, label: identifierKindNames[value] }))}
      />
      <TextArea key={text} name="identifiers" label="Identifiers" look="mono" rows={10} defaultValue={text} />
      <ListFile choose={choose} />
    </Form>
  )
}

function ListFile({ choose }: Pick<Props, 'choose'>) {
  const read = async (files: FileList | null) => {
    const file = files?.[0]
    if (file) choose(await file.text())
  }
  return (
    <label className="block max-w-xl space-y-1">
      <span className="font-medium">Or choose a CSV or text file</span>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="block max-w-full text-sm text-ink-2 file:mr-3 file:h-8 file:cursor-pointer file:rounded-sm file:border file:border-solid file:border-line-2 file:bg-float file:px-3 file:font-medium file:text-ink hover:file:bg-wash"
        onChange={(event) => read(event.target.files)}
      />
    </label>
  )
}
