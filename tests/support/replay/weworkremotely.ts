import { fixtureText, times } from './fixture.ts'
import type { Replay, ReplayedAnswer } from './replay.ts'

const FEED = 'sources/weworkremotely/remote-jobs.rss'
const feed = (body: string): ReplayedAnswer => ({ type: 'application/rss+xml', body })

const item = (at: number): string => `<item>
<title>Icebound Books: Binding Engineer ${at}</title>
<region>Anywhere in the World</region>
<description>&lt;p&gt;We bind books about &lt;em&gt;snow&lt;/em&gt;.&lt;/p&gt;</description>
<pubDate>Fri, 30 Oct 2026 07:30:48 +0000</pubDate>
<guid>https://weworkremotely.com/remote-jobs/many-${at}</guid>
<link>https://weworkremotely.com/remote-jobs/many-${at}</link>
</item>`

const rss = (items: readonly string[]): ReplayedAnswer =>
  feed(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Remote jobs</title>${items.join('\n')}</channel></rss>`,
  )

/** We Work Remotely: one RSS feed. */
export const weworkremotely: Replay = {
  kind: 'weworkremotely',
  config: {},
  postings: 7,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/remote-jobs.rss' ? feed(fixtureText(FEED)) : null,
  empty: rss([]),
  many: count => rss(times(count, item)),
}
