import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { Dialog } from '@/components/ui/dialog'
import { unmaskAccountAction } from '@/lib/analysis/actions'

type Props = { number: string; account: string; whyNot: string | null }

/** Asks why this customer's text must be read; the answer becomes part of the record. */
export function UnmaskDialog({ number, account, whyNot }: Props) {
  return (
    <Dialog
      trigger="Show this account’s text"
      size="sm"
      title="Show this account’s text"
      description={`${account} is not an account of the subject. Its text belongs to another customer. Your reason, your name and the time go into the record; only you will see the text.`}
      whyNot={whyNot}
    >
      <Form action={unmaskAccountAction} hidden={{ number, account }} submit="Show the text">
        <TextArea name="reason" label="Why it must be read" maxLength={1000} />
      </Form>
    </Dialog>
  )
}
