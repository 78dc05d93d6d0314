/** Text as somebody typed it, without what hides or reorders it and makes it look like another one. */

import { z } from 'zod'

// Joiners stay: Persian, Indic scripts and emoji are written with them.
const deceptive = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A title or name: control, bidirectional and invisible characters become nothing, breaks and tabs a space; then trimmed. */
export const plainLine = z.string().transform((text) =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(deceptive, '')
    .trim(),
)

// Marks of direction stay: in Arabic and Hebrew prose they put punctuation where it belongs.
const deceptiveInText = /[^\P{Cc}\n\t]|[\p{Cs}\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Prose of several lines: control, overriding and invisible characters become nothing; then trimmed. More rules can follow. */
export const plainText = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n').replace(deceptiveInText, ''))
  .trim()
