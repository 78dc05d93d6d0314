/** Preloaded into web and worker: when the supervisor is gone, even by SIGKILL, they end too. */

process.stdin.on('error', endSoon).on('end', endSoon).resume()
if (typeof process.stdin.unref === 'function') process.stdin.unref()

function endSoon() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  process.kill(process.pid, 'SIGTERM')
}
