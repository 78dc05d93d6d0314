/** Prepares the checkout with what Node itself brings, then hands over to the supervisor in the same process. */

import { join } from 'node:path'
import { build, describe, generate, install, root } from './prepare.mjs'

const hotReload = process.argv.includes('--dev')

try {
  install()
  generate()
  if (!hotReload && process.env.TOUCHSTONE_BUILD !== '0') build(process.env.NEXT_DIST_DIR || '.next')
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}

process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
const { register } = await import('tsx/esm/api')
register()
const { supervise } = await import('./supervise.ts')
await supervise({ hotReload })
