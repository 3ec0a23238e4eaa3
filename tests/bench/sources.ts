import { createHttpClient } from '../../main/platform/http/client.ts'
import type { Ask, SourceResponse } from '../../main/sources/adapters/adapter.ts'
import { createSources } from '../../main/sources/adapters/index.ts'
import { collectFrom } from '../../main/sources/collect.ts'
import { replays } from '../support/replay/index.ts'
import type { Replay } from '../support/replay/replay.ts'
import { startReplayServer } from '../support/replay/server.ts'
import { type Figure, reading } from './figures.ts'

const POSTINGS = 2000

const askFor = ({ config, wishes }: Replay): Ask<unknown> => ({
  config,
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null, ...wishes },
  now: '2026-11-01T09:30:00.000Z',
})

/** Seconds of processor time that `run` takes in this thread. */
function processorSeconds(run: () => void): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1e6
}

/** How fast each source's answers become postings, and how fast all of them are collected over real connections. */
export async function sources(): Promise<Figure[]> {
  return [...replays.map(readingRate), await collecting()]
}

function readingRate(replay: Replay): Figure {
  const source = createSources().of(replay.kind)
  if (source === undefined) throw new Error(`There is no source ${replay.kind}`)
  const ask = askFor(replay)
  const { type = 'application/json', body } = replay.many(POSTINGS)
  const response: SourceResponse = {
    status: 200,
    url: source.firstRequest(ask).url,
    headers: { 'content-type': type },
    body: Buffer.from(body),
  }
  const readAll = (): void => {
    const read = source.read(response, ask)
    if (!read.ok || read.items.length !== POSTINGS) throw new Error(`${replay.kind} was not read`)
  }
  // The first time is slower: the code is not compiled yet.
  readAll()
  const seconds = processorSeconds(readAll)
  return reading(`sources.read.${replay.kind}`, POSTINGS / seconds, 'postings/s')
}

/** Every source once, from first request to last posting; waits for paces are left out. */
async function collecting(): Promise<Figure> {
  const server = await startReplayServer({ many: POSTINGS })
  const all = createSources(server.addresses)
  const http = createHttpClient({ userAgent: 'Rolecall/bench', delay: async () => undefined })
  let postings = 0
  const begun = performance.now()
  for (const replay of replays) {
    const source = all.of(replay.kind)
    if (source === undefined) continue
    server.fail(replay.kind, 'many')
    await collectFrom(
      source,
      askFor(replay),
      {
        http,
        read: async (_kind, response, ask) => source.read(response, ask),
        readDetail: async (_kind, item, response, ask) => source.readDetail(item, response, ask),
        secret: async (_kind, name) => replay.keys?.[name] ?? null,
        replayed: () => true,
      },
      {
        signal: new AbortController().signal,
        validators: null,
        isKnown: () => false,
        onPage: async page => {
          postings += page.items.length
        },
      },
    )
  }
  const seconds = (performance.now() - begun) / 1000
  await http.close()
  await server.close()
  return reading('sources.collect.all', postings / seconds, 'postings/s')
}
