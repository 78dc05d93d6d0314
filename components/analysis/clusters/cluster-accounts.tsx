import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { Dialog } from '@/components/ui/dialog'
import { clusterName } from '@/lib/analysis/clusters/cluster-words'
import { writeAccountList } from '@/lib/cases/account-list'
import { addAccountsAction } from '@/lib/cases/actions'
import { confidenceNames, confidences } from '@/lib/cases/schema'
import { formatAmount } from '@/lib/platform/format-number'
import { heldBy, type Offer } from '@/lib/platform/offer'

export type SubjectChoice = { id: string; name: string }

type Props = { id: string; accounts: string[]; sentence: string; subjects: SubjectChoice[]; whyNot: Offer }

/** Links the accounts of a cluster to a subject, with the reason and confidence that the analyst gives. */
export function ClusterAccounts({ id, accounts, sentence, subjects, whyNot }: Props) {
  const nameless = subjects.length === 0 ? 'Name a subject on the overview of the case first.' : null
  return (
    <Dialog
      trigger="Add as accounts of the subject"
      size="sm"
      title={`Add ${formatAmount(accounts.length, 'account')} to the subject`}
      description="Their text becomes readable to everybody on the case. That accounts share attributes does not show that one hand holds them."
      whyNot={heldBy(nameless, whyNot)}
    >
      <Form
        action={addAccountsAction}
        hidden={{ identifiers: writeAccountList(accounts), kind: 'ACCOUNT' }}
        submit="Add accounts"
        done="Accounts added to the subject"
      >
        <Select
          name="subjectId"
          label="Subject"
          options={subjects.map(({ id: value, name }) => ({ value, label: name }))}
        />
        <TextArea
          name="reason"
          label="Why they belong together"
          defaultValue={`Cluster ${clusterName(id)}: ${sentence}`}
        />
        <Select
          name="confidence"
          label="Confidence"
          defaultValue="POSSIBLE"
          options={confidences.map((value) => ({ value, label: confidenceNames[value] }))}
        />
      </Form>
    </Dialog>
  )
}
