import { generatePosting } from '../fixtures/generate-postings.ts'
import { appliedFolder } from './applied.ts'
import { figuresAtSizes, times } from './at-sizes.ts'
import type { Figure } from './figures.ts'
import { type RunningCore, runCore } from './running-core.ts'

/** Columns that the board shows at first. */
const COLUMNS = ['approved', 'preparing_to_apply', 'applied', 'interview', 'offer', 'accepted'] as const
const CARDS = 30
const LIMIT_MS = 20

/** What is typed while suggestions come: beginnings of titles and companies, letter by letter, and slips. */
function typed(): string[] {
  return Array.from({ length: 100 }, (_, i) => {
    const { title, company } = generatePosting(i * 61)
    const word = (i % 2 === 0 ? title : company).toLowerCase()
    const start = word.slice(0, 1 + (i % 9))
    // Two letters in the wrong order, as quick fingers have them.
    return i % 10 === 9 ? start.replace(/(.)(.)$/, '$2$1') : start
  })
}

async function atSize(core: RunningCore): Promise<Record<string, number[]>> {
  const texts = typed()
  const [campaign] = await core.call('campaigns.list', {})
  const campaignId = campaign?.id ?? null
  const { cards } = await core.call('applications.column', { status: 'applied', limit: CARDS })
  const filters = [
    {},
    { statuses: ['applied' as const] },
    { since: new Date(Date.now() - 30 * 86_400_000).toISOString() },
    { companyId: cards[0]?.job.companyId ?? null },
  ]
  const filter = (i: number) => filters[i % filters.length] ?? {}
  return {
    suggest: await times(200, i => core.call('search.suggest', { text: texts[i % texts.length] ?? '' })),
    board_column: await times(120, i =>
      core.call('applications.column', { status: COLUMNS[i % COLUMNS.length] ?? 'applied', limit: CARDS }),
    ),
    board_counts: await times(60, () => core.call('applications.counts', {})),
    applications: await times(60, i =>
      core.call('applications.list', { filter: filter(i), sort: i % 2 === 0 ? 'moved' : 'applied' }),
    ),
    timeline: await times(80, i => core.call('applications.timeline', { filter: filter(i) })),
    application: await times(60, i =>
      core.call('applications.get', { jobId: cards[i % cards.length]?.job.id ?? cards[0]?.job.id ?? 0 }),
    ),
    dashboard_campaign: await times(60, () =>
      core.call('dashboard.overview', { days: 30, campaignId, utcOffset: 60 }),
    ),
    statistics: await times(40, () =>
      campaignId === null
        ? Promise.resolve()
        : core.call('campaigns.statistics', { campaignId, days: 30, utcOffset: 60 }),
    ),
  }
}

/** What the pages of a day ask for beside the lists of `pages`: suggestions, board, timeline, dashboard. */
export async function daily(sizes: readonly number[]): Promise<Figure[]> {
  const bySize = new Map<number, Record<string, number[]>>()
  for (const count of sizes) {
    const { folder, remove } = await appliedFolder(count)
    const core = await runCore(folder)
    try {
      bySize.set(count, await atSize(core))
    } finally {
      await core.stop()
      remove()
    }
  }
  return figuresAtSizes(bySize, () => LIMIT_MS)
}
