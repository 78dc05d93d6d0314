'use client'

import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { addAccountsAction } from '@/lib/cases/actions'
import { confidenceNames, confidences } from '@/lib/cases/schema'
import { type AccountsPreview, AccountsPreviewList } from './accounts-preview'

type Props = {
  subjectId: string
  text: string
  preview: AccountsPreview
  back: string
  /** Goes back to the list. */
  again: () => void
}

/** What the list holds, and the form that adds it with a confidence and a reason. */
export function ConfirmAccounts({ subjectId, text, preview, back, again }: Props) {
  return (
    <div className="space-y-6">
      <AccountsPreviewList preview={preview} />
      <Form
        action={addAccountsAction}
        submit={`Add ${preview.fresh.toLocaleString('en')} accounts`}
        to={back}
        whyNot={whyNotAdd(preview)}
        hidden={{ subjectId, identifiers: text, kind: preview.kind }}
        beside={
          <button type="button" className="text-link" onClick={again}>
            Back to the list
          </button>
        }
      >
        <Select
          name="confidence"
          label="Confidence"
          defaultValue="PROBABLE"
          options={confidences.map((value) => ({ value, label: confidenceNames[value] }))}
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

function whyNotAdd({ refused, fresh }: AccountsPreview): string | null {
  if (refused > 0) return 'Mend or remove the lines that cannot be read first.'
  return fresh === 0 ? 'There is nothing new in this list.' : null
}
