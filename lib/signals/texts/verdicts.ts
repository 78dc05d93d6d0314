/** Whether a response reads as a verdict: a number, a letter, a score in JSON, or a sentence that names the better one. */

const number = '[0-9]{1,3}(?:\\.[0-9]+)?'
const patterns = [
  // The whole answer is a letter or a number.
  `^\\W*(?:[A-E]|tie|yes|no|${number}(?: ?(?:/|out of) ?[0-9]+)?)\\W*$`,
  '\\[\\[(?:[A-E]|tie|[0-9.]+)\\]\\]',
  // Names with two points or JSON: "Rating: 7", {"score": 4.5}, **Verdict:** B.
  `(?:rating|scores?|grade|verdict|winner|preference|preferred|better|choice|label|points|total)["*_ ]{0,4}(?:[:=]|\\bis\\b)["*_\\[ ]{0,4}(?:(?:response|answer|assistant|model|output|option)[ _]?)?(?:${number}|[A-E]\\b|tie)`,
  '(?:response|answer|assistant|output|option|model|candidate) \\(?[AB12]\\)? (?:is|was|seems|would be) (?:the |much |slightly |clearly )?(?:better|best|superior|preferable|stronger|more )',
  `^\\W*${number} ?(?:/|out of) ?[0-9]+\\b`,
]

/** A verdict stands at the beginning or at the end. */
const endBytes = 200

/** SQL: whether the String expression `response` is a verdict. */
export function verdict(response: string): string {
  const ends = `if(length(${response}) <= ${2 * endBytes}, ${response}, concat(left(${response}, ${endBytes}), '\\n', right(${response}, ${endBytes})))`
  const either = patterns.map((pattern) => `(?:${pattern})`).join('|')
  return `match(${ends}, '(?i)${either.replaceAll('\\', '\\\\')}')`
}
