import { PageHead } from '@/components/layout/page-head'
import { Menu } from '@/components/ui/menu'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import type { CaseStanding, Who } from '@/lib/cases/policy'
import type { CaseHead as Head } from '@/lib/cases/queries'
import { CaseFlags, CaseStateMark, SeverityBadge } from './case-marks'
import { caseMenu } from './case-menu'
import { NextMove } from './next-move'

type Props = {
  actor: Who
  head: Head
  standing: CaseStanding
  counts: { claims: number; evidence: number; findings: number }
}

/** The head of a case: number, title, state, the next move of whoever looks, and the tabs. */
export function CaseHead({ actor, head, standing, counts }: Props) {
  return (
    <PageHead
      above={
        <>
          <TextLink href="/cases">Cases</TextLink> / <span className="font-mono">{head.number}</span>
        </>
      }
      title={head.title}
      state={
        <>
          <CaseStateMark state={head.state} />
          <SeverityBadge severity={head.severity} />
          <CaseFlags restricted={head.restricted} stale={head.stale} />
        </>
      }
      facts={
        <>
          Owned by {head.owner.name}
          {head.reviewer && <>, reviewed by {head.reviewer.name}</>}
        </>
      }
      action={<NextMove actor={actor} number={head.number} standing={standing} />}
      menu={<Menu label="More for this case" items={caseMenu({ actor, number: head.number, standing })} />}
      tabs={<Tabs label="Parts of the case" tabs={caseTabs(head.number, counts)} />}
    />
  )
}

function caseTabs(number: string, { claims, evidence, findings }: Props['counts']): Tab[] {
  const base = `/cases/${number}`
  return [
    { href: base, label: 'Overview' },
    { href: `${base}/claims`, label: 'Claims', count: claims },
    { href: `${base}/evidence`, label: 'Evidence', count: evidence, also: [`${base}/datasets`] },
    {
      href: `${base}/findings`,
      label: 'Findings',
      count: findings,
      also: [`${base}/comparisons`, `${base}/plans`, `${base}/collections`],
    },
    { href: `${base}/review`, label: 'Review' },
    { href: `${base}/record`, label: 'Record' },
  ]
}
