/** The closed-class words of English that carry form and not subject; the list is part of the method's version. */

const lists = [
  // articles, determiners, quantifiers
  'a an the this that these those each every either neither both all any some no none such another other much many more most few several',
  // pronouns
  'i me my mine myself you your yours yourself he him his she her hers it its itself we us our ours they them their theirs themselves one who whom whose which what',
  // auxiliaries and their contractions
  "be am is are was were been being do does did have has had having can could may might must shall should will would i'm it's that's there's here's i've i'd i'll don't doesn't can't cannot isn't aren't",
  // prepositions
  'about above across after against along among around as at before behind below between beyond by down during for from in into like near of off on onto out over per since through to toward under until up upon via with within without',
  // conjunctions and clause words
  'and but or nor so yet if because although though while whereas unless than whether when where why how',
  // adverbs of form
  'not also only just very too then there here now however therefore first finally please yes',
]

/** About 190 words. Membership decides what the masked methods keep; everything else is hidden behind `#X`. */
export const functionWords: ReadonlySet<string> = new Set(lists.join(' ').split(' '))
