import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type Asker, asker } from './kit/ask.ts'
import type { OpenCarrier } from './kit/carriers.ts'
import { openTestCore, type TestCore } from './kit/core.ts'
import { openIpc } from './kit/ipc.ts'
import { listen } from './kit/stream.ts'

// The keystore is the host's, the queue of mails is the backend's: what the one learns, the other acts upon.

let test: TestCore
let page: OpenCarrier
let asking: Asker
let server: MailServer
beforeEach(async () => {
  test = await openTestCore()
  page = await openIpc(test.core)
  asking = asker(page.carrier)
  server = await startMailServer({ auth: { user: 'ada@example.org', pass: 'correct horse' } })
})
afterEach(async () => {
  await page.close()
  await test.close()
  await server.close()
})

const enter = (value: string) =>
  asking.ask('secrets.set', { kind: 'mail', name: 'password', host: '127.0.0.1', value })

it('sends what waits as soon as the right password is entered', async () => {
  await asking.ask('settings.update', {
    mailHost: '127.0.0.1',
    mailPort: server.port,
    mailSecurity: 'none',
    mailUser: 'ada@example.org',
    mailTo: 'ada@example.org',
  })
  await enter('wrong')
  const stream = await listen(page.carrier)
  await asking.ask('notifications.send', { kind: 'briefing' })
  await stream.event('notification.failed')
  await enter('correct horse')
  await stream.event('notification.delivered')
  stream.end()
  expect(server.arrived).toHaveLength(1)
  expect(await asking.ask('notifications.mail', {})).toMatchObject({ state: 'ready', waiting: 0 })
})
