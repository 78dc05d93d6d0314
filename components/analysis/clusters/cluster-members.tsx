import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import { formatCount } from '@/lib/platform/format-number'

/** The accounts of a cluster, each leading to its own page. */
export function ClusterMembers({ accounts, base }: { accounts: string[]; base: string }) {
  return (
    <Section id="members" title="Accounts" mark={formatCount(accounts.length)}>
      <ul className="max-h-96 columns-[16rem] overflow-y-auto font-mono text-sm">
        {accounts.map((account) => (
          <li key={account} className="break-all">
            <TextLink href={`${base}/accounts/view?name=${encodeURIComponent(account)}`}>{account}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
