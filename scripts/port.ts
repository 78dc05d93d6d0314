/** Finds the port of the web server: the one that was asked for, or the next free one. */

import { createServer } from 'node:net'
import { Refusal } from './refusal'
import type { Settings } from './settings'

/** The port to use. Throws a Refusal when a port was asked for by name and is taken. */
export async function choosePort({ host, port, portWanted }: Settings): Promise<number> {
  if (await isFree(port, host)) return port
  if (portWanted) throw new Refusal(`Port ${port} is taken by another program. Stop that one, or set PORT to another.`)
  for (let next = port + 1; next < port + 100; next++) {
    if (!(await isFree(next, host))) continue
    console.log(`Port ${port} is taken by another program, so Touchstone takes ${next}.`)
    return next
  }
  throw new Refusal(`The ports from ${port} to ${port + 99} are all taken. Set PORT to a free one.`)
}

/** Free on the chosen address and on both loopbacks, so that "localhost" leads to us and to nobody else. */
async function isFree(port: number, host: string): Promise<boolean> {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    if (!(await canListen(port, address))) return false
  }
  return true
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') {
        if (host === '::1' || host === '127.0.0.1') resolve(true)
        else reject(new Refusal(`This machine has no address ${host}. Look at TOUCHSTONE_HOST.`))
      } else if (error.code === 'EACCES') {
        reject(new Refusal(`Port ${port} may not be opened by this user. Set PORT to one above 1023.`))
      } else reject(error)
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
