import { madeOnce } from './made-once.ts'
import { startShell } from './shell.ts'

/** A folder with the shipped sample, to be copied and not to be opened; made once for all workers of a run. */
export const sampleData = (shared: string): Promise<string> =>
  madeOnce(shared, 'sample', async folder => {
    const shell = await startShell({ dataDir: folder, args: ['--sample'] })
    await shell.stop()
  })
