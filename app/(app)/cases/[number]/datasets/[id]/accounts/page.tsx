import { AccountTable } from '@/components/analysis/accounts/account-table'
import { SearchBox } from '@/components/analysis/explorer/search-box'
import { Section } from '@/components/layout/section'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith } from '@/components/table/search-params'
import { accountsPage } from '@/lib/analysis/dataset/account-queries'
import { formatCount } from '@/lib/platform/format-number'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string }>
  searchParams: Promise<{ q?: string; page?: string }>
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const base = `/cases/${key.number}/datasets/${key.id}`
  const { head, lines, page, isLast } = await accountsPage(actor, key, asked)
  const at = (wanted: number) => addressWith(`${base}/accounts`, asked, { page: wanted > 1 ? `${wanted}` : null })
  return (
    <Section
      title="Accounts"
      mark={head.accounts !== null && formatCount(head.accounts)}
      lead="Every account of the log, most rows first."
    >
      <SearchBox name="q" label="Find an account" value={asked.q} />
      <AccountTable lines={lines} base={base} />
      <KeysetPages previousHref={page > 1 ? at(page - 1) : null} nextHref={isLast ? null : at(page + 1)} />
    </Section>
  )
}
