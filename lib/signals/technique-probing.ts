/** Finding what works, then scaling it: sessions of many refused wordings, and a wording of them that is sent again and again. */

import { firstRowsOf } from './explorer/rows-of-account'
import { type Probing, pauseMinutes, probing, probingSessions } from './probing-sessions'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { fewestPrompts } from './templates'
import { elicitationMask } from './texts/elicitation-families'
import { bears, marksOfRow } from './texts/text-marks'
import type { Workspace } from './workspace'

/** The growth that the definition speaks of. */
const scaled = 100

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { facts, activity } = workspace
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  if (facts.filled.timestamp === 0) return { computable: false, why: 'The log has no times of requests.' }
  if (facts.filled.response === 0 && activity.filled.status === 0)
    return { computable: false, why: 'The log has neither responses nor statuses: refusals can not be seen.' }
  return { computable: true, accounts: (await probingSessions(workspace)).map(measure) }
}

function measure({ account, prompts, sessions, variants, refused, changes, growth }: Probing): Measured {
  const measures = {
    prompts,
    sessions,
    variants: sessions > 0 ? variants : null,
    refused: sessions > 0 ? refused : null,
    changes: sessions > 0 ? changes : null,
    scaled: growth > scaled ? 1 : 0,
  }
  if (prompts >= fewestPrompts) return { account, value: growth, why: null, measures }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

const intent = `(${elicitationMask('prompt_')} > 0 OR ${bears('identity')} OR ${bears('instructions')} OR ${bears('training-format')})`

export const techniqueProbing: SignalDefinition = {
  id: 'technique-probing',
  reads: ['marks', 'activity'],
  version: '1',
  title: 'Technique probing',
  question: 'Does this account try many wordings until one is not refused, and then send that one at scale?',
  definition:
    'Of the wordings that were answered in a session of probing, the largest number of alike prompts that the account sent after the session, ÷ ' +
    `those in it; 0 without such a session; above ${scaled} it counts as scaled. For accounts with 10 prompts or more. A session (the log’s own, else ended by a pause of ${pauseMinutes} minutes) ` +
    `is one of probing when ${probing.variants} wordings or more of one intent (reasoning, identity or instructions, training examples; known by English phrases) are tried, at least ` +
    `${probing.refused} refused and ${probing.answered} answered, and answers and refusals change places ${probing.changes} times or more. Refused: status 400, 403 or 451, a filter as reason for ending, or the words of ` +
    'the answer. Alike: 7 of 10 values of the MinHash sketch agree.',
  source:
    'Report of September 2026 (more than 12,000 requests, “each using a different technique”, then scaling what worked).',
  needs: ['account_id', 'timestamp', 'prompt', 'status', 'response'],
  peerGroup: peerGroupRule,
  value: { name: 'growth of a wording after probing', unit: '× its use in the session' },
  measures: {
    prompts: 'requests with a prompt',
    sessions: 'sessions of probing',
    variants: 'most wordings of one intent in a session of probing',
    refused: 'most refusals in one',
    changes: 'most changes between answer and refusal in one',
    scaled: `1 when a wording grew more than ${scaled}-fold, else 0`,
  },
  flag: 'Robust z of 3.5 or more. Nearly all accounts are at 0, so that any growth stands out: read the number itself.',
  innocentExplanations: [
    {
      name: 'academic research',
      how: 'Red teams try wordings too, and report the one that works rather than send it on.',
    },
    { name: 'evaluation harness', how: 'Tests of refusals run a fixed set of such prompts after each release.' },
    { name: 'reseller', how: 'A developer rewords an instruction that is refused by mistake until the product works.' },
  ],
  rebuttedBy: 'The red-team assignment, the test set, or the product whose instruction it became.',
  cannotShow: 'Probing with other intents than these three, over several accounts, or by other means than words.',
  techniques: ['AML.T0054', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      given: marksOfRow(),
      strength: `${bears('refused')} + 1`,
      where: `prompt_ != '' AND ${intent}`,
      reason: `if(strength = 2, 'of such an intent, and refused', 'of such an intent, and answered')`,
    }),
}
