/** The lawful explanations that each case answers before it can be submitted. */

export const innocentExplanations = [
  {
    id: 'reseller',
    title: 'Reseller or gateway',
    question: 'Could the accounts serve many end customers of a reseller, router or gateway?',
    record: 'Contract or partner register; spread of languages, clients and systems within an account.',
  },
  {
    id: 'academic-research',
    title: 'Academic or safety research',
    question: 'Could this be research that our terms or a permission allow?',
    record: 'Research access agreement, publication, institutional domain, a reply from the researchers.',
  },
  {
    id: 'shared-egress',
    title: 'Shared egress address',
    question: 'Could unrelated people share an address: university, company, carrier or VPN?',
    record: 'Network owner of the address; number of unrelated accounts behind it.',
  },
  {
    id: 'evaluation-harness',
    title: 'Evaluation harness',
    question: 'Could this be automated evaluation, monitoring or testing of a product built on our API?',
    record: 'Repeated fixed prompt sets, CI schedule, a public harness’s own prompts.',
  },
  {
    id: 'benchmark-overlap',
    title: 'Benchmark or public prompt overlap',
    question: 'Could the prompts come from a public benchmark or data set that many people run?',
    record: 'Match with published prompt sets; order and completeness of the match.',
  },
  {
    id: 'common-ancestry',
    title: 'Common ancestry of models',
    question:
      'Could the models resemble each other because of shared base weights, shared public text or another teacher?',
    record: 'Model card, base weights, controls of the same family in the comparison.',
  },
] as const

export type ExplanationId = (typeof innocentExplanations)[number]['id']

export const explanationIds = innocentExplanations.map(({ id }) => id) as [ExplanationId, ...ExplanationId[]]
