/** After the last browser test its data folder goes, once the server over it has ended. */

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export default function scheduleRemoval(): void {
  const home = process.env.TOUCHSTONE_E2E_HOME
  if (!home) return
  // Playwright stops the server after this; the folder is removed when the process that waited for that ends.
  process.on('exit', () => {
    if (!existsSync(join(home, 'running.json'))) rmSync(home, { recursive: true, force: true })
  })
}
