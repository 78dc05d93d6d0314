/** Preloaded into web and worker: when the supervisor is gone, even by SIGKILL, they end too. */

// Helpers that Next starts inherit this preload but have another stdin, whose end means nothing.
const isOurs = /(next\/dist\/bin\/next|worker\/main\.ts)$/.test(process.argv[1] ?? '')

if (isOurs) {
  process.stdin.on('error', endSoon).on('end', endSoon).resume()
  if (typeof process.stdin.unref === 'function') process.stdin.unref()
}

function endSoon() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  process.kill(process.pid, 'SIGTERM')
}
