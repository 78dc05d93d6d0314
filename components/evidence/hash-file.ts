/** The page's side of hashing: two promises and a running count, from a worker that ends with its work. */

export type HashNews = { fingerprint: string } | { hashed: number } | { sha256: string } | { failure: string }

export type Hashing = { fingerprint: Promise<string>; sha256: Promise<string>; stop: () => void }

const sentence = 'The file could not be read. Was it moved or changed? Choose it again.'

/** Starts to hash `file` in a worker. Both promises reject with a sentence when the file cannot be read. */
export function hashInWorker(file: File, onHashed: (bytes: number) => void): Hashing {
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url))
  const fingerprint = pending()
  const sha256 = pending()
  // Who waits for neither is not told twice.
  sha256.promise.catch(() => undefined)
  const fail = () => {
    fingerprint.reject(new Error(sentence))
    sha256.reject(new Error(sentence))
    worker.terminate()
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('message', ({ data }: MessageEvent<HashNews>) => {
    if ('fingerprint' in data) fingerprint.resolve(data.fingerprint)
    else if ('hashed' in data) onHashed(data.hashed)
    else if ('failure' in data) fail()
    else {
      sha256.resolve(data.sha256)
      worker.terminate()
    }
  })
  worker.postMessage(file)
  return { fingerprint: fingerprint.promise, sha256: sha256.promise, stop: () => worker.terminate() }
}

function pending() {
  let resolve: (text: string) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<string>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
