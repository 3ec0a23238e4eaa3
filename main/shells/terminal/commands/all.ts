import type { Command } from '../command.ts'
import { addUrl } from './add-url.ts'
import { campaignAdd } from './campaign-add.ts'
import { campaignImport } from './campaign-import.ts'
import { campaignList } from './campaign-list.ts'
import { dedup } from './dedup.ts'
import { detect } from './detect.ts'
import { doctor } from './doctor.ts'
import { importFiles } from './import.ts'
import { jobs } from './jobs.ts'
import { notifySend } from './notify-send.ts'
import { notifyTest } from './notify-test.ts'
import { parseResume } from './parse-resume.ts'
import { rank } from './rank.ts'
import { run } from './run.ts'
import { runs } from './runs.ts'
import { schedule } from './schedule.ts'
import { score } from './score.ts'
import { search } from './search.ts'
import { skillGap } from './skill-gap.ts'
import { sourceList } from './source-list.ts'
import { sourceTest } from './source-test.ts'

/** Every command of the terminal, in the order in which help shows them. */
export const COMMANDS: readonly Command[] = [
  importFiles,
  addUrl,
  jobs,
  search,
  run,
  runs,
  rank,
  campaignAdd,
  campaignImport,
  campaignList,
  dedup,
  detect,
  schedule,
  score,
  parseResume,
  skillGap,
  sourceList,
  sourceTest,
  notifyTest,
  notifySend,
  doctor,
]

/** The command that the words begin with, and the arguments behind it. */
export function findCommand(words: readonly string[]): { command: Command; args: string[] } | undefined {
  for (const command of COMMANDS) {
    const name = command.name.split(' ')
    if (name.every((word, index) => words[index] === word)) return { command, args: words.slice(name.length) }
  }
  return undefined
}

/** What `rolecall help` prints. */
export function helpText(): string {
  return [
    'Rolecall in the terminal.',
    '',
    ...COMMANDS.flatMap(({ name, usage, summary }) => [
      `  rolecall ${name} ${usage}`.trimEnd(),
      `      ${summary}`,
    ]),
    '',
    'Every command takes:',
    '  --data-dir DIR   the folder of the data; by itself the one of the other shells',
    '  --json           one JSON value on standard output; errors as {code, message} on standard error',
  ].join('\n')
}
