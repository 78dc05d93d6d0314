import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { Dialog } from '@/components/ui/dialog'
import { unmaskAccountAction } from '@/lib/analysis/actions'
import type { Offer } from '@/lib/platform/offer'

type Props = { number: string; account: string; whyNot: Offer }

/** Asks why this customer's text must be read; the answer becomes part of the record. */
export function UnmaskDialog({ number, account, whyNot }: Props) {
  const whose = account
    ? {
        title: 'Show this account’s text',
        about: `${account} is not an account of the subject. Its text belongs to another customer.`,
      }
    : {
        title: 'Show the text of rows without an account',
        about: 'All rows of the case’s logs that name no account open; they may be any customer’s.',
      }
  return (
    <Dialog
      trigger={whose.title}
      size="sm"
      title={whose.title}
      description={`${whose.about} Your reason, your name and the time go into the record; only you will see the text.`}
      whyNot={whyNot}
    >
      <Form action={unmaskAccountAction} hidden={{ number, account }} submit="Show the text">
        <TextArea name="reason" label="Why it must be read" maxLength={1000} />
      </Form>
    </Dialog>
  )
}
