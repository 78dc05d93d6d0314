/** Loaded before the web server: `x-forwarded-for` says who really connected, not what the caller claims. */

import { Server } from 'node:http'

// TOUCHSTONE_TRUST_PROXY=1 says that a proxy of ours stands in front and writes the last entry itself.
const trustsProxy = process.env.TOUCHSTONE_TRUST_PROXY === '1'
const emit = Server.prototype.emit

Server.prototype.emit = function (event, request, ...rest) {
  if (event === 'request' || event === 'upgrade') {
    const claimed = trustsProxy ? request.headers['x-forwarded-for']?.split(',').at(-1)?.trim() : undefined
    request.headers['x-forwarded-for'] = claimed || request.socket.remoteAddress || ''
  }
  return emit.call(this, event, request, ...rest)
}
