import { RowsBehind } from '@/components/analysis/rows-behind'
import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import { type AskedRows, clusterRowsPage } from '@/lib/analysis/clusters/cluster-rows'
import { clusterName } from '@/lib/analysis/clusters/cluster-words'
import { formatAmount } from '@/lib/platform/format-number'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string; cluster: string }>
  searchParams: Promise<AskedRows>
}

export default async function ClusterRowsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const { title, lead, rows, members } = await clusterRowsPage(actor, key, asked)
  const base = `/cases/${key.number}/datasets/${key.id}`
  return (
    <Section
      title={title}
      mark={`cluster ${clusterName(key.cluster)}`}
      lead={lead}
      actions={<TextLink href={`${base}/clusters/${key.cluster}`}>Back to the cluster</TextLink>}
    >
      {members.length > 1 && (
        <details>
          <summary className="cursor-pointer">
            {formatAmount(members.length, 'account')} of the cluster carry it
          </summary>
          <ul className="mt-2 max-h-80 columns-[16rem] overflow-y-auto font-mono text-sm">
            {members.map((account) => (
              <li key={account} className="break-all">
                <TextLink href={`?${new URLSearchParams({ ...asked, account })}`}>{account}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
      <RowsBehind rows={rows} explorer={`${base}/explorer?`} withAccount />
    </Section>
  )
}
