import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail that arrived. */
export interface Arrived {
  email: Email
  from: string
  to: string[]
  raw: string
}

export interface MailServer {
  port: number
  arrived: Arrived[]
  /** Sign-ins that were tried: names and passwords. */
  logins: string[]
  close(): Promise<void>
}

/** A real SMTP server on loopback that keeps what it gets. `auth`: the one name and password that it takes. */
export async function startMailServer(
  options: SMTPServerOptions & { auth?: { user: string; pass: string } } = {},
): Promise<MailServer> {
  const { auth, ...given } = options
  const arrived: Arrived[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    authOptional: auth === undefined,
    disabledCommands: [...(auth ? [] : ['AUTH']), ...(given.key ? [] : ['STARTTLS'])],
    allowInsecureAuth: true,
    logger: false,
    onAuth(tried, _session, done) {
      logins.push(`${tried.username}:${tried.password}`)
      if (tried.username === auth?.user && tried.password === auth?.pass) done(null, { user: auth?.user })
      else
        done(
          Object.assign(new Error(`Username and Password not accepted, got ${tried.password}`), {
            responseCode: 535,
          }),
        )
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts)
        if (stream.sizeExceeded)
          return done(Object.assign(new Error('Message exceeds fixed limit'), { responseCode: 552 }))
        void PostalMime.parse(raw).then(email => {
          const { mailFrom, rcptTo } = session.envelope
          arrived.push({
            email,
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: raw.toString('utf8'),
          })
          done()
        })
      })
    },
    ...given,
  })
  server.on('error', () => {})
  const listening = await new Promise<Server>(resolve => {
    const inner = server.listen(0, '127.0.0.1', () => resolve(inner))
  })
  return {
    port: (listening.address() as AddressInfo).port,
    arrived,
    logins,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** A server that answers as it likes. Lines of the client are handed to `answer`; null: nothing is said. */
export async function startRudeServer(
  greeting: string | null,
  answer: (line: string, socket: Socket) => string | null = () => null,
): Promise<{ port: number; lines: string[]; close(): Promise<void> }> {
  const open = new Set<Socket>()
  const lines: string[] = []
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    if (greeting !== null) socket.write(`${greeting}\r\n`)
    socket.on('data', data => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        lines.push(line)
        const said = answer(line, socket)
        if (said !== null && socket.writable) socket.write(`${said}\r\n`)
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    close: () =>
      new Promise(resolve => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
