import { AddFinding } from '@/components/analysis/add-finding'
import { ExplanationsTested } from '@/components/analysis/matrix/explanations-tested'
import { SignalExplained } from '@/components/analysis/matrix/signal-explained'
import { SidePanel } from '@/components/ui/side-panel'
import { TextLink } from '@/components/ui/text-link'
import type { ClusterCellPage } from '@/lib/analysis/clusters/cluster-cell-page'
import { formatAmount } from '@/lib/platform/format-number'
import { ClusterSignalExplained } from './cluster-signals'

type Props = { page: ClusterCellPage; base: string; closeHref: string }

/** The cell of the matrix of clusters that the address names, beside the matrix. */
export function ClusterCellPanel({ page, base, closeHref }: Props) {
  const title = page.kind === 'as one' ? page.view.title : page.explained.title
  return (
    <SidePanel
      closeHref={closeHref}
      title={
        <>
          {title} <span className="font-mono text-base font-normal break-all">cluster {page.name}</span>
        </>
      }
    >
      <div className="space-y-6">
        {page.kind === 'as one' ? <AsOne page={page} base={base} /> : <OfMembers page={page} base={base} />}
      </div>
    </SidePanel>
  )
}

type AsOneProps = { page: Extract<ClusterCellPage, { kind: 'as one' }>; base: string }

function AsOne({ page: { id, signal, view, explanations, offer }, base }: AsOneProps) {
  return (
    <>
      <p className="text-ink-2">{view.question}</p>
      <div className="space-y-1">
        <p className={view.hasValue ? 'figures text-xl font-semibold' : 'text-ink-2'}>{view.found}</p>
        <p className="figures text-ink-2">{view.against && `${view.against}. `}Error rate: not established.</p>
      </div>
      <ExplanationsTested explanations={explanations} />
      <p className="flex flex-wrap gap-x-4">
        <TextLink href={`${base}/clusters/${id}/rows?signal=${signal}`}>Rows behind it</TextLink>
        <TextLink href={`${base}/clusters/${id}`}>The whole cluster</TextLink>
      </p>
      {offer && <AddFinding {...offer} />}
      <ClusterSignalExplained signal={view} />
    </>
  )
}

type OfMembersProps = { page: Extract<ClusterCellPage, { kind: 'members' }>; base: string }

function OfMembers({ page, base }: OfMembersProps) {
  const { id, explained, headline, of, stands, groups, explanations } = page
  return (
    <>
      <p className="text-ink-2">{explained.question}</p>
      <div className="space-y-1">
        <p className="figures text-xl font-semibold">{headline ?? 'No value'}</p>
        {headline !== null && <p className="figures text-ink-2">{of}</p>}
        <p className="figures text-ink-2">{stands} Error rate: not established.</p>
        <PeerGroups groups={groups} />
      </div>
      {headline !== null && <ExplanationsTested explanations={explanations} />}
      <GreatestMembers page={page} base={base} />
      <p>
        <TextLink href={`${base}/clusters/${id}`}>The whole cluster</TextLink>
      </p>
      <SignalExplained signal={explained} />
    </>
  )
}

const groupsShown = 4

/** Whom the members are read against, the groups of most members first. */
function PeerGroups({ groups }: Pick<OfMembersProps['page'], 'groups'>) {
  if (groups.length === 0) return null
  const entries = groups.map(({ name, n, members }) => (
    <li key={name}>
      {formatAmount(members, 'member')} among {formatAmount(n, 'account')} ({name})
    </li>
  ))
  return (
    <div className="figures text-sm text-ink-3">
      <ul aria-label="Peer groups">{entries.slice(0, groupsShown)}</ul>
      {groups.length > groupsShown && (
        <details>
          <summary className="cursor-pointer">
            {formatAmount(groups.length - groupsShown, 'further peer group')}
          </summary>
          <ul aria-label="Further peer groups">{entries.slice(groupsShown)}</ul>
        </details>
      )}
    </div>
  )
}

function GreatestMembers({ page: { signal, members, accounts }, base }: OfMembersProps) {
  if (members.length === 0) return null
  return (
    <section aria-label="Members with the greatest value" className="space-y-2">
      <h3 className="font-semibold">
        {members.length < accounts ? `The ${members.length} greatest of ${accounts} members` : 'Its members'}
      </h3>
      <ul className="divide-y divide-line border-y border-line">
        {members.map(({ account, text, stands }) => (
          <li key={account} className="figures py-2">
            <p className="flex justify-between gap-4">
              <TextLink href={`${base}/signals/${signal}?account=${encodeURIComponent(account)}`}>
                <span className="font-mono text-sm break-all">{account}</span>
              </TextLink>
              <span>{text}</span>
            </p>
            <p className="text-sm text-ink-2">{stands}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
