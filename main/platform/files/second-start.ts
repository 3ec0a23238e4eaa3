import { createHash, timingSafeEqual } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Where the first start on a data folder listens (loopback) and the secret that only readers of the folder know. */
export interface FirstStart {
  port: number
  token: string
}

/** One line of this at most; anybody on the machine can connect. */
const LONGEST_LINE = 4_096
const SILENCE_MS = 1_000

/**
 * Asks the first start to show itself. Answers its address (null when it has none), or null when nobody answers
 * correctly within `milliseconds`: killed, busy, or another program on that port.
 */
export function askFirst(
  { port, token }: FirstStart,
  milliseconds: number,
): Promise<{ address: string | null } | null> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port })
    const end = (answer: { address: string | null } | null): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), milliseconds)
    socket.on('error', () => end(null))
    socket.on('close', () => end(null))
    socket.on('connect', () => socket.write(`raise ${token}\n`))
    onLine(socket, line => end(parsedAnswer(line, token)))
  })
}

/** Serves one connection of a second start: with the right token, `raise` runs and its address goes back. */
export function answerSecond(socket: Socket, token: string, raise: () => string | null): void {
  socket.unref()
  socket.setTimeout(SILENCE_MS, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  onLine(socket, line => {
    if (!sameText(line, `raise ${token}`)) {
      socket.destroy()
      return
    }
    socket.end(`${JSON.stringify({ proof: proofOf(token), address: raise() })}\n`)
  })
}

/** Shows that the answer comes from who wrote the token, without sending the token back. */
function proofOf(token: string): string {
  return createHash('sha256').update(`raised ${token}`).digest('hex')
}

function parsedAnswer(line: string, token: string): { address: string | null } | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('proof' in value) || !('address' in value))
      return null
    if (value.proof !== proofOf(token)) return null
    return { address: typeof value.address === 'string' ? value.address : null }
  } catch {
    return null
  }
}

function onLine(socket: Socket, take: (line: string) => void): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', chunk => {
    text += chunk
    const end = text.indexOf('\n')
    if (end >= 0) take(text.slice(0, end))
    else if (text.length > LONGEST_LINE) socket.destroy()
  })
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
