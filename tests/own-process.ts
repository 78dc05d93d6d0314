/** Around each file of tests: its settings and its spies are its own, also where files share a process. */

import { afterAll, vi } from 'vitest'

const settings = { ...process.env }

afterAll(() => {
  vi.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name]
  Object.assign(process.env, settings)
})
