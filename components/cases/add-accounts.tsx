'use client'

import { useState } from 'react'
import { AccountsList } from './accounts-list'
import type { AccountsPreview } from './accounts-preview'
import { ConfirmAccounts } from './confirm-accounts'

type Props = { subjectId: string; back: string; whyNot: string | null }

/** Paste or choose a list, see what it holds, then add it. */
export function AddAccounts({ subjectId, back, whyNot }: Props) {
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<AccountsPreview | null>(null)
  if (preview) {
    const again = () => setPreview(null)
    return <ConfirmAccounts subjectId={subjectId} text={text} preview={preview} back={back} again={again} />
  }
  const show = (seen: string, found: AccountsPreview) => {
    setText(seen)
    setPreview(found)
  }
  return <AccountsList subjectId={subjectId} text={text} choose={setText} show={show} back={back} whyNot={whyNot} />
}
