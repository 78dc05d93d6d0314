/** The text of a small file that a form sent, plain or packed with gzip. */

import { gunzipSync } from 'node:zlib'
import { AppError } from '@/lib/platform/errors'

const mostBytes = 128 * 1024 ** 2

/** The bytes as they came, and what they say as UTF-8. Throws `AppError` for damage, for too much and for what is no text. */
export async function textOfFile(file: File): Promise<{ bytes: Uint8Array; text: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes
  if (plain.includes(0))
    throw new AppError(
      'unsupported',
      'This file is no text in UTF-8. Give JSON lines, CSV or plain lines, also with gzip.',
    )
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(plain) }
  } catch {
    throw new AppError('unsupported', 'This file is not in UTF-8. Save it as UTF-8 and import it again.')
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes })
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    if (isLarge) throw new AppError('too-large', 'Unpacked, this file has more than 128 MiB. Import it in parts.')
    throw new AppError('invalid-input', 'This gzip file is damaged. Pack it again.')
  }
}
