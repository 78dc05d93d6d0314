/** Other people's users in one account: how many different callers its requests look like. It explains as much as it accuses. */

import { callerTable } from './caller-counts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { languages, languagesVersion } from './texts/text-languages'
import { marksOfRow } from './texts/text-marks'
import type { Workspace } from './workspace'

const fewestPrompts = 50

/** `known` and `pairs` are by kind: how many things, and how many ordered pairs of two alike. */
type Row = { account: string; prompts: number; known: number[]; pairs: number[] }

/** What callers are counted by, with what stands for none: all together, and each alone. */
const kinds = [
  'if(language = 0, 0, cityHash64(language, harness, template))',
  'toUInt64(language)',
  'harness',
  'template',
].map((value, index) => `(toUInt8(${index}), ${value})`)

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, facts, shares, settings } = workspace
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const callers = await callerTable(workspace)
  const accounts: Measured[] = []
  for (const { within, params } of shares) {
    const rows = await engine.rows<Row>(
      `SELECT account, sumIf(n, kind = 0) AS prompts,
         sumMap([kind], [if(value > 0, n, 0)]).2 AS known, sumMap([kind], [if(value > 0, n * (n - 1), 0)]).2 AS pairs
       FROM (SELECT account, each.1 AS kind, each.2 AS value, sum(n) AS n
         FROM ${callers} ARRAY JOIN [${kinds.join(', ')}] AS each
         WHERE ${within} GROUP BY account, kind, value)
       GROUP BY account ${settings}`,
      params,
    )
    accounts.push(...rows.map(measure))
  }
  return { computable: true, accounts }
}

function measure({ account, prompts, known, pairs }: Row): Measured {
  const of = (kind: number) => effective(known[kind] ?? 0, pairs[kind] ?? 0)
  const measures = { prompts, languages: of(1), harnesses: of(2), systems: of(3) }
  const value = of(0)
  if (prompts >= fewestPrompts && value !== null) return { account, value, why: null, measures }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} with a language that is recognised are needed.`
  return { account, value: null, why, measures }
}

/** The number of equally common kinds that would be as diverse (inverse Simpson); null where no two are of one kind. */
function effective(all: number, pairs: number): number | null {
  return pairs > 0 ? (all * (all - 1)) / pairs : null
}

export const relay: SignalDefinition = {
  id: 'relay',
  reads: ['marks'],
  version: `1.${languagesVersion}`,
  title: 'Relay',
  question: 'Do many different callers seem to speak through this account?',
  definition:
    `Effective number of kinds of requests: 1 ÷ the probability that two of its prompts are of one kind (inverse Simpson, Hill number of ` +
    `order 2), for accounts with ${fewestPrompts} prompts or more. A kind is a language (by function words, version ${languagesVersion}), a program (the product that the ` +
    'client names, without version, and one of a list of harnesses that the system prompt names) and a system prompt (but for names and numbers in it). ' +
    'Prompts in no recognised language are left out. Where the log has no clients or system prompts only the rest counts.',
  source: 'Report of September 2026 on accounts that relay other people’s users; Simpson 1949; Hill 1973.',
  needs: ['account_id', 'prompt', 'system_prompt', 'user_agent'],
  peerGroup: peerGroupRule,
  value: { name: 'effective kinds of callers', unit: 'kinds' },
  measures: {
    prompts: 'requests with a prompt',
    languages: 'effective number of languages',
    harnesses: 'effective number of programs that its clients and system prompts name',
    systems: 'effective number of system prompts',
  },
  flag: 'Robust z of 3.5 or more. It is no sign of collection: it tells an account that many use from one that one client uses.',
  innocentExplanations: [
    {
      name: 'reseller',
      how: 'Resellers, gateways and applications with many customers look like this by their trade.',
    },
    { name: 'shared egress IP', how: 'A university or a firm gives one account to many people.' },
    { name: 'evaluation harness', how: 'A test suite tries many instructions in many languages.' },
  ],
  rebuttedBy: 'A reseller’s contract, or the customers or staff whose requests these are.',
  cannotShow:
    'Whose users they are, and whether the terms let the account serve them. A campaign behind a relay hides among them; an account of one kind may still be relayed.',
  techniques: ['AML.T0008.005'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      given: marksOfRow(),
      strength: '-count() OVER (PARTITION BY language, harness, system_low)',
      where: `prompt_ != '' AND language > 0`,
      reason: `concat([${languages.map(({ id }) => `'${id}'`).join(', ')}][language], ', ', if(ifNull(user_agent, '') = '', 'no client named', assumeNotNull(user_agent)), ', ', toString(-strength), ' requests of this kind')`,
    }),
}
