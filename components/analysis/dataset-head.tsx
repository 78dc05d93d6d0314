import { Hash } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { DatasetHead as Head } from '@/lib/analysis/dataset/dataset-queries'
import { formatAmount } from '@/lib/platform/format-number'

/** What the dataset is and where it came from, in one line each, with its tabs. */
export function DatasetHead({ head, number }: { head: Head; number: string }) {
  const base = `/cases/${number}/datasets/${head.id}`
  return (
    <div className="space-y-4">
      <div className="space-y-1">
        <p className="text-sm">
          <TextLink href={`/cases/${number}/evidence`}>Evidence</TextLink> /{' '}
          <TextLink href={`/cases/${number}/evidence/${head.evidence.id}`}>Original</TextLink> / Dataset
        </p>
        <h2 className="font-serif text-xl font-semibold wrap-anywhere">{head.evidence.name}</h2>
        {head.joinedWith.length > 0 && <JoinedWith head={head} number={number} />}
        <p className="figures flex flex-wrap gap-x-4 text-ink-2">
          <span>{formatAmount(head.rows, 'row')}</span>
          <span>{formatAmount(head.accounts, 'account')}</span>
          <span>{span(head)}</span>
          <Rejected head={head} />
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-3">
          <span>Format {head.format}</span>
          <span>Reader {head.readerVersion}</span>
          <span>
            Dataset <Hash value={head.sha256} />
          </span>
        </p>
      </div>
      {head.evidence.isWithdrawn && (
        <Notice tone="warn" title="This evidence was withdrawn">
          {head.evidence.reason} Its analysis stands here for the record; it can neither be cited nor exported.
        </Notice>
      )}
      <Tabs label="Parts of the dataset" tabs={tabsAt(base)} />
    </div>
  )
}

const JoinedWith = ({ head, number }: { head: Head; number: string }) => (
  <p className="text-ink-2">
    Joined with{' '}
    {head.joinedWith.map(({ id, name }, index) => (
      <span key={id}>
        {index > 0 && ', '}
        <TextLink href={`/cases/${number}/evidence/${id}`}>{name}</TextLink>
      </span>
    ))}
  </p>
)

const tabsAt = (base: string) => [
  { href: base, label: 'Signals' },
  { href: `${base}/clusters`, label: 'Clusters' },
  { href: `${base}/accounts`, label: 'Accounts' },
  { href: `${base}/compare`, label: 'Compare' },
  { href: `${base}/explorer`, label: 'Explorer' },
]

function span({ from, until }: Head) {
  if (!from || !until) return 'no times in this log'
  return (
    <>
      <Time at={from} /> to <Time at={until} />
    </>
  )
}

function Rejected({ head: { evidence, rejected, hasRejects } }: { head: Head }) {
  if (rejected === 0) return <span>nothing rejected</span>
  const text = `${formatAmount(rejected, 'record')} rejected`
  if (!hasRejects) return <span>{text}</span>
  return (
    <a href={`/api/evidence/${evidence.id}/rejects`} download className="text-link">
      {text}: download with reasons
    </a>
  )
}
