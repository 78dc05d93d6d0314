/** The phrase families that ask a model for its reasoning, as patterns of the engine's own regular expressions. */

/** Letter case does not matter; `~` stands for anything within one sentence. At most eight families: one bit each. */
export const elicitationFamilies = [
  {
    id: 'articulate-finished-answer',
    title: 'Articulate the reasoning behind a finished answer',
    patterns: [
      '(articulate|reconstruct|write out|spell out|imagine|recreate|reproduce|verbali[sz]e|narrate)~(internal |hidden |inner |underlying |private |complete |full )?(reasoning|thought process|thinking|chain of thought|thoughts|deliberation)~(behind|that led|which led|leading (up )?to|that (would have )?produced|that yields|before (arriving|answering|giving))',
      '(reasoning|thought process|chain of thought|thinking|deliberation)~(behind|that led to|which led to|that produced|leading to)~(completed|finished|final|given|above|this|following|existing|reference) (response|answer|solution|output|completion)',
      '(given|here (is|are)|below (is|are))~(final |correct |finished |completed )?(answer|solution|response)~[.:]?~(write|produce|generate|reconstruct|articulate)~(reasoning|thought process|chain of thought|thinking)',
    ],
  },
  {
    id: 'show-hidden-reasoning',
    title: 'Show prior hidden reasoning',
    patterns: [
      '(show|print|repeat|reveal|output|disclose|dump|quote|expose|return|include|list)~(hidden|internal|private|raw|verbatim|unfiltered|previous|prior|entire|full|complete|inner|unabridged)~(reasoning|chain of thought|thinking|thought process|thoughts|scratchpad|monologue|deliberation|cot)',
      '(reasoning|thinking|chain of thought|thought process|scratchpad|monologue)~(verbatim|word for word|without (summari[sz]ing|omitting|filtering|abridging))',
      '(do not|don.t|never|without) (summari[sz]e|shorten|hide|omit|abridge|skip|leave out)~(reasoning|thinking|chain of thought|thought process|thoughts|scratchpad)',
    ],
  },
  {
    id: 'inline-think-tags',
    title: 'Inline think-tags',
    patterns: [
      '(write|put|wrap|enclose|place|inside|within|between|using|use|in|with|start|begin|output|emit|format)~<(think|thinking|thought|thoughts|reasoning|scratchpad|reflection|cot|inner_monologue|analysis)>',
      '<(think|thinking|thought|reasoning|scratchpad|cot)>~</(think|thinking|thought|reasoning|scratchpad|cot)>',
      '\\\\[(think|thinking|reasoning|scratchpad)\\\\]~(tags?|block|section|brackets)',
    ],
  },
  {
    id: 'think-in-user-language',
    title: 'Think in the language of the user',
    patterns: [
      '(thinking|reasoning|thought|thoughts|chain of thought|working memory|scratchpad)~(language|must be|be written|consistent|same)~(main |same |user.s |input )?(language|as the (user|question|prompt|input))',
      '(think|reason|deliberate)( step by step| silently| aloud| internally)? in (the )?(same |user.s |input |original |question.s )language',
      'translate~(working memory|internal reasoning|hidden reasoning|chain of thought|thinking|thoughts)',
    ],
  },
] as const

export type ElicitationFamily = (typeof elicitationFamilies)[number]['id']

/** Every pattern needs one of these words; looking for them first spares most texts the patterns. */
const needles = [
  'reason',
  'think',
  'thought',
  'scratchpad',
  'monologue',
  'deliberat',
  'working memory',
  'cot>',
  '<cot',
  ' cot',
]

/** UInt8 with one bit per family that the String expression `text` matches; the first family is bit 0. */
export function elicitationMask(text: string): string {
  const possible = matches(text, needles)
  const bits = elicitationFamilies.map(
    ({ patterns }, index) => `(${possible} AND ${matches(text, patterns)}) * ${2 ** index}`,
  )
  return `toUInt8(${bits.join(' + ')})`
}

function matches(text: string, patterns: readonly string[]): string {
  const list = patterns.map((pattern) => `'(?is)${pattern.replaceAll('~', '[^.?!]*')}'`)
  return `multiMatchAny(${text}, [${list.join(', ')}])`
}
