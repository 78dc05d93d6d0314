/** A draft with its points still open: heavy traffic behind a university's address that may be innocent. */

import { db } from '@/lib/platform/db'
import { answersOnce, subjectOnce } from './claims'
import { withFolder, writeLog } from './files'
import type { Cast } from './people'
import { analysedLogOnce, caseOnce, evidenceOnce } from './steps'

const title = 'Heavy traffic behind one university address (synthetic)'
const facts = `Eight accounts share two addresses of a university. Their volume rose in the first week of October 2026. A carrier or campus network shares addresses among people who have nothing to do with each other, so this is written down before anything is concluded. All of this is synthetic.`

/** Files the draft with a small log; goes on where an earlier run stopped. */
export async function seedDraftCase({ analyst }: Cast): Promise<void> {
  const theCase = await caseOnce(analyst, { title, severity: 'LOW', facts })
  if ((await db.explanationAnswer.count({ where: { caseId: theCase.id } })) > 0) return
  const evidenceId = await withFolder(async (folder) => {
    const path = await writeLog(folder, {
      rows: 20_000,
      accounts: 400,
      campaign: 0,
      seed: 23,
      start: '2026-10-01T00:00:00Z',
      days: 14,
    })
    return evidenceOnce(analyst, theCase, { path, name: 'usage-october-2026-synthetic.jsonl', kind: 'USAGE_LOG' })
  })
  await analysedLogOnce(theCase, evidenceId)
  await subjectOnce(analyst, theCase, {
    name: 'Not known yet (synthetic)',
    models: [],
    note: 'No subject until the shared address is explained.',
  })
  await answersOnce(analyst, theCase, {
    'shared-egress': {
      verdict: 'NOT_RULED_OUT',
      answer: 'The address belongs to a university network. We asked its operator how many people stand behind it.',
    },
  })
}
