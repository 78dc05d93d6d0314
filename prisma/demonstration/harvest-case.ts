/** The case worth reading first: a pool of accounts harvests reasoning; submitted, so that a reviewer can take it. */

import { db } from '@/lib/platform/db'
import { submitCase } from '@/lib/review/submission'
import { accountsOnce, answersOnce, claimOnce, memberOnce, subjectOnce } from './claims'
import { comparedOnce } from './comparison'
import { withFolder, writeLog } from './files'
import type { Cast } from './people'
import { findingOnce, rowsOf, strongest } from './signals'
import { analysedLogOnce, caseOnce, evidenceOnce } from './steps'
import type { DemoClauses } from './terms'

const title = 'Reasoning harvested through a pool of accounts (synthetic)'
const facts = `Between 1 and 28 September 2026 an unusually steady share of requests to our reasoning models asked for the reasoning behind finished answers. The requests came from several dozen accounts that look like ordinary customers one by one: their volumes, hours and prices are unremarkable.

Together they are not. They share payment references in small groups, client software and prompt templates, and when one account met its limit the work went on from another. A model published by Marlin Labs in October 2026 begins its answers as ours do, more than any control model does.

Whether these accounts are under one control, and whether output was used for training, is for review. All of this was made by a generator: no customer is real.`

const ruledOut = 'RULED_OUT' as const

/** Files, analyses, argues and submits the case; goes on where an earlier run stopped. */
export async function seedHarvestCase({ analyst, secondAnalyst }: Cast, clauses: DemoClauses): Promise<void> {
  const theCase = await caseOnce(analyst, { title, severity: 'HIGH', facts })
  const { state } = await db.case.findUniqueOrThrow({ where: { id: theCase.id }, select: { state: true } })
  if (state !== 'DRAFT') return
  await memberOnce(analyst, theCase, secondAnalyst.id)
  const evidenceId = await withFolder(async (folder) => {
    const path = await writeLog(folder, {
      rows: 200_000,
      accounts: 2000,
      campaign: 60,
      seed: 7,
      start: '2026-09-01T00:00:00Z',
    })
    return evidenceOnce(analyst, theCase, { path, name: 'usage-september-2026-synthetic.jsonl', kind: 'USAGE_LOG' })
  })
  const analysed = await analysedLogOnce(theCase, evidenceId)
  const { cluster, account } = await strongest(analyst, theCase, analysed)
  const subjectId = await subjectOnce(analyst, theCase, {
    name: 'Marlin Labs (synthetic)',
    models: ['marlin-9b (synthetic)'],
    note: 'Published marlin-9b in October 2026 and names no source of its training data.',
  })
  await accountsOnce(
    analyst,
    subjectId,
    cluster?.accounts ?? [account],
    'One cluster of the log: shared payment references, clients and prompt templates. The link table is in the finding.',
  )
  const elicitation = await findingOnce(analyst, theCase, analysed, {
    kind: 'signal',
    signal: 'reasoning-elicitation',
    account,
  })
  const pool = cluster
    ? await findingOnce(analyst, theCase, analysed, { kind: 'cluster', id: cluster.id })
    : elicitation
  const likeness = await comparedOnce(analyst, theCase, 7)
  const rowIds = await rowsOf(analysed.datasetId, account)
  await claimOnce(
    analyst,
    theCase,
    {
      clauseId: clauses.competingModel,
      from: '2026-09-01',
      until: '2026-09-28',
      statement:
        'Marlin Labs obtained reasoning output through a pool of accounts; its model marlin-9b resembles ours in how answers begin and in shared phrases, more than the control models do.',
    },
    [
      { element: 0, datasetId: analysed.datasetId, rowIds, note: 'Requests for the reasoning behind finished answers' },
      { element: 0, findingId: elicitation, note: 'The share of such requests, against peers' },
      { element: 1, findingId: likeness, note: 'Ranks, does not weigh: the error rate is not established' },
      { element: 2, evidenceId, note: 'The log from which the dataset was made' },
    ],
  )
  await claimOnce(
    analyst,
    theCase,
    {
      clauseId: clauses.circumvention,
      from: '2026-09-01',
      until: '2026-09-28',
      statement: 'One customer divided its use over several accounts and moved work between them when limits were met.',
    },
    [
      { element: 0, findingId: pool, note: 'The accounts and what links them' },
      {
        element: 1,
        datasetId: analysed.datasetId,
        rowIds: rowIds.slice(0, 3),
        note: 'Work that went on from another account',
      },
    ],
  )
  await answersOnce(analyst, theCase, {
    reseller: {
      verdict: ruledOut,
      answer:
        'A reseller carries many languages, systems and harness strings within one account; these accounts carry one family of prompts each. No partner contract names them.',
    },
    'academic-research': {
      verdict: ruledOut,
      answer:
        'None of the accounts has an institutional domain or a research agreement; the list was checked on 2 October 2026.',
    },
    'shared-egress': {
      verdict: ruledOut,
      answer:
        'The accounts have residential addresses that do not repeat; the link rests on payment references and templates, not on addresses.',
    },
    'evaluation-harness': {
      verdict: 'NOT_RULED_OUT',
      answer:
        'Some templates resemble an evaluation harness. The prompts vary in content and do not repeat on a schedule, which speaks against it but does not exclude it.',
    },
    'benchmark-overlap': {
      verdict: ruledOut,
      answer: 'The prompts were compared with the public sets that we hold; none of the cited rows matches.',
    },
    'common-ancestry': {
      verdict: 'NOT_RULED_OUT',
      answer:
        'Marlin Labs names no base model. The controls include no model of the same base, so shared ancestry is not excluded by this comparison.',
    },
  })
  await submitCase(analyst, { number: theCase.number })
}
