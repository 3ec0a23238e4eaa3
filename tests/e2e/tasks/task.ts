import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { JobId } from '../../../main/contract/ids.ts'
import { askCore } from '../kit/ask.ts'
import { newFolder, removeFolder } from '../kit/folders.ts'
import { type ManyJobs, manyJobs } from '../kit/many-jobs.ts'
import { expectFocusKept } from '../kit/page.ts'
import { test as base } from '../kit/test.ts'

export { expect } from '../kit/test.ts'

/** What stands for the system's program that opens addresses, and notes them. */
interface Opener {
  folder: string
  /** The addresses in their order. */
  opened(): string[]
}

interface TaskFixtures {
  opener: Opener
  /** Does one thing as a person would, and sees that the focus is somewhere afterwards. */
  act: (what: string, work: () => Promise<unknown>) => Promise<void>
}

/** A test on 10,000 postings, each on a copy of its own. */
export const test = base.extend<TaskFixtures, { many: ManyJobs }>({
  many: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use, { project }) => use(await manyJobs(project.outputDir)),
    { scope: 'worker', timeout: 300_000 },
  ],
  dataDir: async ({ many }, use) => {
    const dataDir = newFolder()
    many.copyTo(dataDir)
    await use(dataDir)
    removeFolder(dataDir)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
  opener: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-opener-'))
    const file = join(folder, 'opened')
    for (const name of ['xdg-open', 'open']) {
      writeFileSync(join(folder, name), `#!/bin/sh\necho "$1" >> '${file}'\n`)
      chmodSync(join(folder, name), 0o755)
    }
    await use({
      folder,
      opened: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
    })
    rmSync(folder, { recursive: true, force: true })
  },
  // A display is said to be there, or nothing would be opened.
  start: async ({ opener }, use) =>
    use({ env: { DISPLAY: ':0', PATH: [opener.folder, process.env.PATH].join(delimiter) } }),
  act: async ({ home }, use) =>
    use((what, work) =>
      test.step(what, async () => {
        await work()
        await expectFocusKept(home)
      }),
    ),
})

/** The first jobs of the list are brought to this status before a test begins. */
export async function takeUp(
  home: Page,
  count: number,
  status: 'approved' | 'applied',
): Promise<{ id: JobId; title: string; company: string }[]> {
  const { rows } = await askCore(home, 'jobs.list', { filter: { statuses: ['waiting'] }, limit: count })
  await askCore(home, 'applications.setStatus', { jobIds: rows.map(({ id }) => id), status })
  return rows.map(({ id, title, company }) => ({ id, title, company }))
}
