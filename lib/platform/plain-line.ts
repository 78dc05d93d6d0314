/** One line as somebody typed it, without what hides or reorders text and makes a name look like another one. */

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
