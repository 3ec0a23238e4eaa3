import type { HttpClient } from '../platform/http/client.ts'
import type { CollectTools } from '../sources/service.ts'
import type { Compute } from './tasks.ts'

/** The tools with which one source is read: its client, the compute threads, the person's keys. */
export function createCollector(parts: {
  http: HttpClient
  compute: Compute
  secret: CollectTools['secret']
  /** Base addresses of test servers by kind. */
  replay: Readonly<Record<string, string>> | undefined
}): CollectTools & { close(): Promise<void> } {
  const { http, compute, secret, replay } = parts
  return {
    http,
    read: (source, response, ask) => compute.run({ kind: 'read', source, response, ask }),
    readDetail: (source, item, response, ask) => compute.run({ kind: 'detail', source, item, response, ask }),
    secret,
    replayed: kind => replay?.[kind] !== undefined,
    close: () => http.close(),
  }
}
