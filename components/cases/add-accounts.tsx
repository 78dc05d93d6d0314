'use client'

import { useState } from 'react'
import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { LinkButton } from '@/components/ui/link-button'
import { addAccountsAction, previewAccountsAction } from '@/lib/cases/actions'
import { confidenceNames, confidences, identifierKindNames, identifierKinds } from '@/lib/cases/schema'
import type { ActionResult } from '@/lib/platform/action-result'
import { type AccountsPreview, AccountsPreviewList } from './accounts-preview'

type Props = { subjectId: string; back: string; whyNot: string | null }

const options = <K extends string>(keys: readonly K[], names: Record<K, string>) =>
  keys.map((value) => ({ value, label: names[value] }))

/** Paste or choose a list, see what it holds, then add it. */
export function AddAccounts({ subjectId, back, whyNot }: Props) {
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<AccountsPreview | null>(null)

  const look = async (form: FormData): Promise<ActionResult<unknown>> => {
    const result = await previewAccountsAction(form)
    if (result.ok) {
      setText(String(form.get('identifiers')))
      setPreview(result.value)
    }
    return result.ok ? { ok: true, value: null } : result
  }
  const choose = async (files: FileList | null) => {
    const file = files?.[0]
    if (file) setText(await file.text())
  }
  if (!preview) {
    return (
      <Form
        action={look}
        submit="Preview"
        whyNot={whyNot}
        hidden={{ subjectId }}
        beside={<LinkButton href={back}>Cancel</LinkButton>}
      >
        <Select name="kind" label="Kind" options={options(identifierKinds, identifierKindNames)} />
        <TextArea key={text} name="identifiers" label="Identifiers" look="mono" rows={10} defaultValue={text} />
        <label className="block max-w-xl space-y-1">
          <span className="font-medium">Or choose a CSV or text file</span>
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            className="block text-sm"
            onChange={(event) => choose(event.target.files)}
          />
        </label>
      </Form>
    )
  }
  return (
    <div className="space-y-6">
      <AccountsPreviewList preview={preview} />
      <Form
        action={addAccountsAction}
        submit={`Add ${preview.fresh.toLocaleString('en')} accounts`}
        to={back}
        whyNot={
          preview.refused > 0
            ? 'Mend or remove the lines that cannot be read first.'
            : preview.fresh === 0
              ? 'There is nothing new in this list.'
              : null
        }
        hidden={{ subjectId, identifiers: text, kind: preview.kind }}
        beside={
          <button type="button" className="text-link" onClick={() => setPreview(null)}>
            Back to the list
          </button>
        }
      >
        <Select
          name="confidence"
          label="Confidence"
          defaultValue="PROBABLE"
          options={options(confidences, confidenceNames)}
        />
        <TextArea
          name="reason"
          label="Why they are this subject’s"
          rows={3}
          hint="For instance the link table’s attributes. It is kept with each account."
        />
      </Form>
    </div>
  )
}
