/** Fills a migrated database with many cases and events by the owner's own SQL; for speed, not for reading. */

import { withClient } from '@/scripts/throwaway-database'

export const benchPeople = {
  manager: '00000000-0000-4000-8000-000000000001',
  analyst: '00000000-0000-4000-8000-000000000002',
  newcomer: '00000000-0000-4000-8000-000000000003',
} as const

const people = `INSERT INTO person (id, email, name, role, "createdAt") VALUES
  ('${benchPeople.manager}', 'manager@bench.example', 'Mara Bench', 'MANAGER', now()),
  ('${benchPeople.analyst}', 'analyst@bench.example', 'Ana Bench', 'ANALYST', now()),
  ('${benchPeople.newcomer}', 'newcomer@bench.example', 'Nils Bench', 'ANALYST', now())`

/** Ids from the number, so that the parts of a case find each other without a lookup. */
const idOf = (kind: string, number: string) =>
  `('${kind}000000-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`

const fill = [
  `INSERT INTO "case" (id, number, title, state, severity, restricted, "filerId", "ownerId", "createdAt", "updatedAt")
   SELECT ${idOf('1a', 'i')}, 'TS-2025-' || lpad(i::text, 6, '0'), 'Synthetic case ' || i,
     (ARRAY['DRAFT', 'SUBMITTED', 'APPROVED', 'CLOSED', 'DISMISSED'])[1 + i % 5]::"CaseState",
     (ARRAY['LOW', 'MEDIUM', 'HIGH'])[1 + i % 3]::"Severity", i % 50 = 0, '${benchPeople.analyst}', '${benchPeople.analyst}',
     timestamptz '2025-01-01' + i * interval '4 minutes', timestamptz '2025-01-01' + (i * 7919 % $1::int) * interval '4 minutes'
   FROM generate_series(1, $1::int) AS i`,
  `INSERT INTO case_member ("caseId", "personId", "addedAt")
   SELECT ${idOf('1a', 'i')}, '${benchPeople.analyst}', now() FROM generate_series(1, $1::int) AS i WHERE i % 3 = 0`,
  `INSERT INTO subject (id, "caseId", name, kind, models, "createdAt")
   SELECT ${idOf('2b', 'i')}, ${idOf('1a', 'i')}, 'Subject ' || i, 'ORGANISATION', '{}', now() FROM generate_series(1, $1::int) AS i`,
  `INSERT INTO evidence_item (id, "caseId", kind, name, size, state, "addedById", "addedAt")
   SELECT ${idOf('3c', 'i')}, ${idOf('1a', 'i')}, 'DOCUMENT', 'letter.pdf', 1000, 'SEALED', '${benchPeople.analyst}', now() FROM generate_series(1, $1::int) AS i`,
]

const events = [
  `INSERT INTO event (seq, at, actor_id, type, case_id, payload_hash, prev_hash, hash)
   SELECT i, timestamptz '2025-01-01' + i * interval '20 seconds', '${benchPeople.analyst}', 'case.edited', ${idOf('1a', '1 + i % $2::int')},
     sha256(i::text::bytea), sha256((i - 1)::text::bytea), sha256(i::text::bytea)
   FROM generate_series(1, $1::int) AS i`,
  `INSERT INTO event_payload (seq, salt, text) SELECT i, '\\x00', '{"what":"synthetic"}' FROM generate_series(1, $1::int) AS i`,
]

/** Adds people, and `cases` cases with subject and evidence and `eventCount` events among them. */
export async function fillCases(
  ownerUrl: string,
  { cases, eventCount }: { cases: number; eventCount: number },
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(people)
    if (cases === 0) return
    for (const statement of fill) await client.query(statement, [cases])
    await client.query(events[0] as string, [eventCount, cases])
    await client.query(events[1] as string, [eventCount])
    await client.query('ANALYZE')
  })
}
