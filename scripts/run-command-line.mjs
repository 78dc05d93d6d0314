/** Runs `bin/main.ts` from any folder, with the data folder of this checkout unless another is named. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (!existsSync(join(root, 'node_modules/tsx')) || !existsSync(join(root, 'prisma/generated/client.ts'))) {
  console.error(`Touchstone is not installed yet. Run \`npm start\` once in ${root}.`)
  process.exit(2)
}
process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
process.env.TOUCHSTONE_HOME ||= join(root, '.touchstone')
process.env.TOUCHSTONE_LOG ||= 'warn'

const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../bin/main.ts')
process.exitCode = await main(process.argv.slice(2))
