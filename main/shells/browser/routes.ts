import { Hono } from 'hono'
import type { Core } from '../../app/core.ts'
import { type ErrorCode, rolecallError } from '../../contract/errors.ts'
import type { AnswerFrame } from '../../contract/frames.ts'
import { staticFile } from '../../platform/files/static-file.ts'
import { appPage } from './app-page.ts'
import { enteringPage, signedOutPage, spentAddressPage } from './pages.ts'
import { bodyText, parsedJson } from './request-body.ts'
import type { Session } from './session.ts'

interface RouteOptions {
  session: Session
  /** The headers of every answer. */
  headers: Record<string, string>
  call: Core['call']
  /** Folder of the built pages. */
  pages: string
}

/** The largest frame: a piece of 512 KiB of an uploaded file as base64, with room. */
const MOST_BODY_BYTES = 1_500_000

const refusal = (code: ErrorCode, message: string): AnswerFrame => ({
  id: 0,
  ok: false,
  error: rolecallError(code, message),
})
const SIGNED_OUT = 'This page is not signed in. Open the address that Rolecall printed.'

/** Everything that is answered by HTTP, for requests whose Host and Origin have been checked. */
export function createRoutes({ session, headers, call, pages }: RouteOptions): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    await next()
  })

  // The exchange of the one-time token; with the cookie already there, the address simply leads in.
  app.get('/', async (c, next) => {
    const token = c.req.query('token')
    if (token === undefined) return next()
    const spent = !session.spendEntry(token)
    if (spent && !session.hasCookie(c.req.header('cookie'))) return c.html(spentAddressPage, 401)
    c.header('set-cookie', session.setCookie)
    return c.req.header('sec-fetch-site') === 'cross-site' ? c.html(enteringPage) : c.redirect('/', 303)
  })

  app.use(async (c, next) => {
    if (session.hasCookie(c.req.header('cookie'))) return next()
    if (c.req.path.startsWith('/api/')) return c.json(refusal('unauthorised', SIGNED_OUT), 401)
    return c.html(signedOutPage, 401)
  })

  app.use('/api/*', async (c, next) => {
    if (session.hasPageToken(c.req.header('x-rolecall-token'))) return next()
    return c.json(refusal('unauthorised', SIGNED_OUT), 401)
  })

  app.post('/api/call', async c => {
    if (!c.req.header('content-type')?.startsWith('application/json'))
      return c.json(refusal('bad_input', 'A call is JSON.'), 415)
    const text = await bodyText(c.req.raw, MOST_BODY_BYTES)
    if (text === null) return c.json(refusal('bad_input', 'This is too much for one call.'), 413)
    // A frame that is none is answered by the core like every other.
    return c.json(await call(parsedJson(text)))
  })
  app.all('/api/*', c => c.json(refusal('not_found', 'There is nothing at this address.'), 404))

  const page = async () => appPage(pages, session.pageToken)
  app.get('/', async c => {
    const html = await page()
    return html === null ? c.text('The pages are not built yet: npm start builds them.\n', 500) : c.html(html)
  })
  app.get('*', async c => {
    const file = await staticFile(pages, c.req.path)
    // The page is given out in one place only, with its token.
    if (!file || c.req.path === '/index.html') return c.text('There is nothing at this address.\n', 404)
    return c.body(file.body, 200, { 'content-type': file.type, 'cache-control': file.cache })
  })
  app.all('*', c => c.text('This address only gives.\n', 405))
  app.onError((_error, c) => c.json(refusal('internal', 'The answer could not be given.'), 500))
  return app
}
