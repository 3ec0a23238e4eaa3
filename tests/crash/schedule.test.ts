import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { openWriter } from '../../main/platform/db/pragmas.ts'
import { temporaryFolder } from '../../main/platform/db/test-support.ts'
import { openCore } from './kit/open-core.ts'

const place = temporaryFolder()
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end('{"jobs": [], "meta": {"total": 0}}')
})
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  place.remove()
})

const open = () => {
  const { port } = server.address() as AddressInfo
  return openCore({
    dataDir: place.folder,
    sourceBaseUrls: { greenhouse: `http://127.0.0.1:${port}/v1/boards` },
  })
}

it('a slot that came due asleep runs once, however often the machine wakes and Rolecall starts', async () => {
  const first = await open()
  const { campaignId } = await first.call('campaigns.create', { name: 'Daily', schedule: '00:00' })
  await first.call('sources.add', { kind: 'greenhouse', config: { board: 'tidemark' }, campaignId })
  await first.core.stop()

  // Two days ago: two slots were missed, and today's is due.
  const db = openWriter(databasePaths(place.folder).file)
  db.prepare('UPDATE schedule_since SET since = ?').run(new Date(Date.now() - 2 * 86_400_000).toISOString())
  db.close()

  const collects = async (core: Awaited<ReturnType<typeof open>>) =>
    (await core.call('runs.list', {})).filter(run => run.kind === 'collect')
  const second = await open()
  for (let wake = 0; wake < 3; wake += 1) second.core.power('resume')
  await second.until(async () => (await collects(second)).some(run => run.state === 'succeeded'))
  second.core.power('resume')
  await second.core.crash('backend')
  await second.until(() =>
    second.frames.some(
      frame =>
        frame.kind === 'signal' &&
        frame.signal.type === 'core.state' &&
        frame.signal.payload.state === 'ready',
    ),
  )
  second.core.power('resume')
  // Answered after the wake before it.
  await second.call('settings.update', { theme: 'dark' })
  await second.idle()
  expect(await collects(second)).toHaveLength(1)
  await second.core.stop()

  const third = await open()
  third.core.power('resume')
  await third.call('settings.update', { theme: 'light' })
  await third.idle()
  expect(await collects(third)).toHaveLength(1)
  await third.core.stop()
})
