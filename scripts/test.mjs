/** `npm test`. This file parses on old versions of Node, so that a wrong one gets its sentence. */

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Touchstone needs Node 20.19 or newer, and this is ${process.versions.node}. Install one from nodejs.org and start again.`,
  )
  process.exit(1)
}

import('./run-test.mjs').catch((error) => {
  console.error(error)
  process.exit(1)
})
