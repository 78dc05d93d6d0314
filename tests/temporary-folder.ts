/** Folders of tests lie under the system's own temporary folder, each with a name of its own. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder. Whoever asks for it removes it. */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `touchstone-test-${purpose}-`))
}
