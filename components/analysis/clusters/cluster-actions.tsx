import { AddFinding } from '@/components/analysis/add-finding'
import type { ClusterPage } from '@/lib/analysis/clusters/cluster-queries'
import { ClusterAccounts } from './cluster-accounts'

/** What may be done with a cluster: its accounts linked to a subject, and the cluster made a finding. */
export function ClusterActions({ page }: { page: ClusterPage }) {
  const { cluster, sentence, subjects, whyNotAdd, offer } = page
  const { id, accounts } = cluster
  return (
    <>
      <ClusterAccounts id={id} accounts={accounts} sentence={sentence} subjects={subjects} whyNot={whyNotAdd} />
      {offer && <AddFinding {...offer} />}
    </>
  )
}
