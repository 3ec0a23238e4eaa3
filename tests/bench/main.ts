import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bestJobs } from './best-jobs.ts'
import { checks } from './checks.ts'
import { copies } from './copies.ts'
import { daily } from './daily.ts'
import { detectAgain } from './detect-again.ts'
import { detection } from './detection.ts'
import { documentsDrop } from './documents-drop.ts'
import { type Figure, line } from './figures.ts'
import { ingest } from './ingest.ts'
import { interaction } from './interaction.ts'
import { live } from './live.ts'
import { notify } from './notify.ts'
import { pages } from './pages.ts'
import { ranking } from './ranking.ts'
import { recommendations } from './recommendations.ts'
import { resumes } from './resumes.ts'
import { runPage } from './run-page.ts'
import { skillGap } from './skill-gap.ts'
import { sources } from './sources.ts'
import { starts } from './start.ts'

// npm run bench [-- --json] [--only NAME] [--sizes 1000,10000,100000]
// NAME is a group or the beginning of a figure's name: ingest, search, list, ranking, live, start, memory, detection …

// Threads as people have them: from source, Node strips types first, which takes a second of the first use of each.
process.env.ROLECALL_BUILT_THREADS ??= join(import.meta.dirname, '../../out/main')

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, sizes: { type: 'string' } },
})
const sizes = (values.sizes ?? '1000,10000,100000').split(',').map(Number)

/** Which figures each group measures, so that one of them can be asked for alone. */
const GROUPS: [names: string[], run: () => Promise<Figure[]> | Figure[]][] = [
  [['detection'], detection],
  [['sources'], sources],
  [['resumes'], resumes],
  [
    ['ingest'],
    async () => {
      const figures: Figure[] = []
      for (const size of sizes) figures.push(...(await ingest(size)))
      return figures
    },
  ],
  [['detect_again'], () => detectAgain(sizes)],
  [['copies'], () => copies(sizes)],
  [['checks'], () => checks(sizes)],
  [
    [
      'pages',
      'search',
      'list',
      'next_page',
      'counts',
      'dashboard',
      'job',
      'campaigns',
      'missing',
      'missing_counts',
      'companies',
      'company_search',
      'company',
      'blocked',
    ],
    () => pages(sizes),
  ],
  [
    [
      'daily',
      'suggest',
      'board_column',
      'board_counts',
      'applications',
      'timeline',
      'application',
      'dashboard_campaign',
      'statistics',
    ],
    () => daily(sizes),
  ],
  [['ranking'], () => ranking(sizes)],
  [['skill_gap'], () => skillGap(sizes)],
  [['recommendations'], () => recommendations(sizes)],
  [['resumes.best_jobs'], () => bestJobs(sizes)],
  [['live'], live],
  [['notify'], notify],
  [['run_page'], runPage],
  [['documents_drop'], documentsDrop],
  [['start', 'memory', 'idle'], () => starts(sizes)],
  [['interaction'], () => interaction(sizes)],
]

const figures: Figure[] = []
for (const [names, run] of GROUPS) {
  const { only } = values
  if (only !== undefined && !names.some(name => only === name || only.startsWith(`${name}.`))) continue
  const measured = await run()
  const shown =
    only === undefined || names.includes(only)
      ? measured
      : measured.filter(({ name }) => name.startsWith(only))
  figures.push(
    ...(only && ['pages', 'daily'].includes(names[0] ?? '') && only !== names[0]
      ? shown.filter(({ name }) => name.startsWith(only))
      : shown),
  )
  if (!values.json) for (const figure of shown) console.log(line(figure))
}
if (values.json) console.log(JSON.stringify(figures.map(({ bound: _bound, ...figure }) => figure)))
else {
  const missed = figures.filter(figure => !figure.ok)
  console.log(
    missed.length === 0
      ? `All ${figures.filter(figure => figure.limit !== null).length} limits hold.`
      : `Missed: ${missed.map(figure => figure.name).join(', ')}`,
  )
}
if (figures.length === 0) {
  console.error(`Nothing is measured under the name "${values.only}".`)
  process.exitCode = 1
}
