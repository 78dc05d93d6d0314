/** What is said in the case of the harvested reasoning: facts, subject, conduct, and answers to innocent explanations. */

import type { Answers } from './claims'

export const title = 'Reasoning harvested through a pool of accounts (synthetic)'
export const facts = `Between 1 and 28 September 2026 an unusually steady share of requests to our reasoning models asked for the reasoning behind finished answers. The requests came from several dozen accounts that look like ordinary customers one by one: their volumes, hours and prices are unremarkable.

Together they are not. They share payment references in small groups, client software and the wording of their prompts. A model published by Marlin Labs in October 2026 begins its answers as ours do, more than any control model does.

Whether these accounts are under one control, and whether output was used for training, is for review. All of this was made by a generator: no customer is real.`

export const subject = {
  name: 'Marlin Labs (synthetic)',
  models: ['marlin-9b (synthetic)'],
  note: 'Published marlin-9b in October 2026 and names no source of its training data.',
}
export const whyTheirs =
  'One cluster of the log: shared payment references, clients and prompt templates. The link table is in the finding.'

const days = { from: '2026-09-01', until: '2026-09-28' }
export const training = {
  ...days,
  statement:
    'Marlin Labs obtained reasoning output through a pool of accounts; its model marlin-9b resembles ours in how answers begin and in shared phrases, more than the control models do.',
}
export const dividing = {
  ...days,
  statement: 'One customer divided its use over several accounts, so that none of them stood out.',
}

export const answers: Answers = {
  reseller: {
    verdict: 'RULED_OUT',
    answer:
      'A reseller carries many languages, systems and harness strings within one account; these accounts carry one family of prompts each. No partner contract names them.',
  },
  'academic-research': {
    verdict: 'RULED_OUT',
    answer:
      'None of the accounts has an institutional domain or a research agreement; the list was checked on 2 October 2026.',
  },
  'shared-egress': {
    verdict: 'RULED_OUT',
    answer:
      'The accounts have residential addresses that do not repeat; the link rests on payment references and templates, not on addresses.',
  },
  'evaluation-harness': {
    verdict: 'NOT_RULED_OUT',
    answer:
      'Some templates resemble an evaluation harness. The prompts vary in content and do not repeat on a schedule, which speaks against it but does not exclude it.',
  },
  'benchmark-overlap': {
    verdict: 'RULED_OUT',
    answer: 'The prompts were compared with the public sets that we hold; none of the cited rows matches.',
  },
  'common-ancestry': {
    verdict: 'NOT_RULED_OUT',
    answer:
      'Marlin Labs names no base model. The controls include no model of the same base, so shared ancestry is not excluded by this comparison.',
  },
}
