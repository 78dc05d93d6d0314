import { Form } from '@/components/form/form'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { TableBar } from '@/components/table/table-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { removeAccountsAction } from '@/lib/cases/actions'
import type { AccountPage } from '@/lib/cases/queries'
import { confidenceNames, identifierKindNames } from '@/lib/cases/schema'
import type { Offer } from '@/lib/platform/offer'

type Row = AccountPage['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'identifier',
    label: 'Identifier',
    lead: true,
    cell: ({ identifier }) => <span className="font-mono text-sm">{identifier}</span>,
  },
  { key: 'kind', label: 'Kind', cell: ({ kind }) => identifierKindNames[kind] },
  { key: 'confidence', label: 'Confidence', cell: ({ confidence }) => confidenceNames[confidence] },
  { key: 'reason', label: 'Why it is theirs', width: 'min-w-56', listWide: true, cell: ({ reason }) => reason },
  { key: 'added', label: 'Added', cell: ({ addedAt }) => <Time at={addedAt} /> },
]

/** Takes one account off its subject; the record keeps its identifier. */
const removing = (whyNot: Offer): Column<Row> => ({
  key: 'remove',
  label: 'Actions',
  hideLabel: true,
  align: 'end',
  cell: ({ id, subjectId, identifier }) => (
    <Menu
      label={`More for ${identifier}`}
      size="sm"
      items={[
        {
          label: 'Remove…',
          tone: 'danger',
          whyNot,
          dialog: {
            title: `Remove ${identifier}?`,
            children: (
              <Form
                action={removeAccountsAction}
                submit="Remove the account"
                tone="danger"
                hidden={{ subjectId, ids: id }}
              >
                <p>Its text is masked again in the logs of the case. The record keeps that it was here.</p>
              </Form>
            ),
          },
        },
      ]}
    />
  ),
})

type Props = { path: string; params: SearchParams; page: AccountPage; total: number; whyNotEdit: Offer }

/** The accounts of a subject, a hundred to a page. */
export function SubjectAccounts({ path, params, page, total, whyNotEdit }: Props) {
  const add = (
    <LinkButton href={`${path}/accounts`} size="sm" tone={total === 0 ? 'primary' : undefined} whyNot={whyNotEdit}>
      Add accounts
    </LinkButton>
  )
  return (
    <div className="space-y-4">
      <TableBar count={total} noun="account" actions={total > 0 && add} />
      <DataTable
        label="Accounts"
        columns={[...columns, removing(whyNotEdit)]}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No accounts yet" action={add}>
            Paste them or choose a CSV file, ten thousand at once, with the reason why they are this subject’s.
          </EmptyState>
        }
      />
      <KeysetPages
        previousHref={params.after ? path : null}
        nextHref={page.after && addressWith(path, params, { after: page.after })}
      />
    </div>
  )
}
