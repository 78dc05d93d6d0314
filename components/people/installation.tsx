import { Section } from '@/components/layout/section'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'

type Facts = {
  database: string
  separateOwner: boolean
  engine: string
  mail: boolean
  dataFolder: string
  publicServer: boolean
}

/** How this installation is set up, and what would make it safer. */
export function Installation({ facts }: { facts: Facts }) {
  return (
    <Section title="This installation">
      {!facts.separateOwner && (
        <Notice tone="warn" title="The record is guarded by triggers only">
          The web server uses a database role that owns the tables. Set TOUCHSTONE_OWNER_URL to the owner and
          DATABASE_URL to a role without that right; the guide on PostgreSQL says how.
        </Notice>
      )}
      <div className="max-w-xl">
        <DescriptionList
          items={[
            { term: 'Database', value: facts.database },
            { term: 'Log engine', value: facts.engine },
            { term: 'Data folder', value: facts.dataFolder },
            { term: 'Mail', value: facts.mail ? 'set up' : 'not set up: links are handed over by hand' },
            {
              term: 'Reachable',
              value: facts.publicServer
                ? 'beyond this machine; demonstration accounts are refused'
                : 'from this machine only',
            },
          ]}
        />
      </div>
    </Section>
  )
}
