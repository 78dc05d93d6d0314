/** Words and marks of a prepared text, lower case, with their places, in any script. */

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const word = `[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+(?:'\\p{L}+)*`
const wordPattern = new RegExp(word, 'gu')
const tokenPattern = new RegExp(`${word}|[^\\s]`, 'gu')
const asciiWordPattern = /[a-z0-9]+(?:'[a-z]+)*/g
const asciiTokenPattern = /[a-z0-9]+(?:'[a-z]+)*|\S/g
const nonAscii = /[^\u0000-\u007F]/

/** A word with the UTF-16 offsets [start, end) of its place in the text. */
export type PlacedWord = { word: string; start: number; end: number }

/** The words of `text` in order, lower case, without marks. In scripts written without spaces each character is a word. */
export function wordsOf(text: string): string[] {
  if (!nonAscii.test(text)) return text.toLowerCase().match(asciiWordPattern) ?? []
  return (text.match(wordPattern) ?? []).map((found) => found.toLowerCase())
}

/** The words of `text` as `wordsOf` gives them, each with its place. */
export function placedWordsOf(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  for (const match of text.matchAll(wordPattern)) {
    words.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length })
  }
  return words
}

/** The first `limit` words and marks of `text`, lower case; each mark is one token. */
export function firstTokensOf(text: string, limit: number): string[] {
  const [pattern, lower] = nonAscii.test(text) ? [tokenPattern, text] : [asciiTokenPattern, text.toLowerCase()]
  const tokens: string[] = []
  for (const match of lower.matchAll(pattern)) {
    tokens.push(match[0].toLowerCase())
    if (tokens.length === limit) break
  }
  return tokens
}

/** Characters at the end of a text that hold its last tokens in all but freakish texts. */
const tail = 400

/** The last `limit` words and marks of `text`, lower case, the last first. */
export function lastTokensOf(text: string, limit: number): string[] {
  const tokens = text.slice(-tail).match(tokenPattern) ?? []
  // What the cut left of a word is none.
  const whole = text.length > tail && tokens.length > limit ? tokens.slice(1) : tokens
  return whole
    .slice(-limit)
    .reverse()
    .map((token) => token.toLowerCase())
}
