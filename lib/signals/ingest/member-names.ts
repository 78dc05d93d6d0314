/** What the names in an archive say: for people to read, and never a path of ours. */

const longestName = 500
// Control, bidirectional and zero-width characters make a name look like another one.
const deceptive = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** How a member is called: the archive that it lies in, if that lies in another, and its name, without what deceives the eye. */
export function memberName(outer: string | null, given: string): string {
  const name = given.replace(deceptive, '\ufffd').slice(0, longestName)
  return outer === null ? name : `${outer} › ${name}`
}

/** What is wrong with a name, as what its file does, or null. */
export function whyNotName(given: string): string | null {
  if (/^([/\\]|[A-Za-z]:)/.test(given)) return 'has an absolute path, which no file in an archive needs'
  return given.split(/[/\\]/).includes('..') ? 'has a path that leads out of the archive' : null
}

/** What an entry that is no file is. */
export const whyNotKind = {
  folder: 'is a folder and holds no records of its own',
  link: 'is a link; links are not followed',
  other: 'is a device or something else that is no file',
} as const
