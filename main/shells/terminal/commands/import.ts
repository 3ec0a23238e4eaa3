import { basename } from 'node:path'
import type { Added } from '../../../contract/by-hand.ts'
import { Refusal, type RolecallError, rolecallError } from '../../../contract/errors.ts'
import type { CampaignId, UploadId } from '../../../contract/ids.ts'
import type { Mapping } from '../../../contract/imports.ts'
import type { RunCounts, RunIssue, RunView } from '../../../contract/runs.ts'
import type { CampaignDraft } from '../../../contract/shapes.ts'
import { adoptFile } from '../../../imports/service.ts'
import { createCampaign, draftOf, findNamed } from '../campaigns.ts'
import { command, type Outcome } from '../command.ts'
import { importSingle, type SingleFile } from '../import-single.ts'
import { readableFile, readOrRefuse } from '../read-file.ts'
import type { Session } from '../session.ts'
import { count, whole } from '../words.ts'
import { linesOf } from './add-url.ts'

const DEFAULT_CAMPAIGN = 'Imported'
/** People see this many set-aside rows; `--json` holds all that are kept. */
const MOST_SHOWN = 20

type FileIssue = RunIssue & { file: string }
type Table = { way: 'table'; file: string; uploadId: UploadId; mapping: Mapping }
type Looked = Table | SingleFile | { file: string; error: RolecallError }

export const importFiles = command({
  name: 'import',
  usage: 'FILE… [--campaign NAME]',
  summary: `Postings from JSON, JSON lines or CSV files, saved pages (HTML) or texts. The campaign is made if need be, with its name as the wanted title; by itself "${DEFAULT_CAMPAIGN}".`,
  options: { campaign: { type: 'string', default: DEFAULT_CAMPAIGN } },
  words: { least: 1, most: 1000, what: 'one or more files' },
  prepare(values, words) {
    // A name that somebody gave says what is looked for; the name of last resort does not.
    const query = values.campaign === DEFAULT_CAMPAIGN ? '' : values.campaign
    const wanted = draftOf({ name: values.campaign, query }, () => '--campaign')
    const files = words.map(typed => ({ typed, path: readableFile(typed) }))
    return session => importAll(session, wanted, files)
  },
})

async function importAll(
  session: Session,
  wanted: CampaignDraft,
  files: readonly { typed: string; path: string }[],
): Promise<Outcome> {
  // Every file is looked into before a campaign is made, so that a wrong file leaves nothing behind.
  const looked: Looked[] = []
  for (const { path, typed } of files) looked.push(await lookInto(session, path, typed))
  const good = looked.filter(file => 'uploadId' in file)
  const bad = looked.filter(file => 'error' in file)
  const [first] = bad
  if (good.length === 0 && first) throw new Refusal(first.error)

  const known = await findNamed(session, wanted.name)
  const campaignId = known?.id ?? (await createCampaign(session, wanted))
  const runs: RunView[] = []
  const added: Added[] = []
  const problems: RolecallError[] = bad.map(({ error }) => error)
  const issues: FileIssue[] = bad.map(({ file, error }) => ({ file, row: null, ...codeAndText(error) }))
  for (const file of good) {
    if (session.interrupted()) break
    if (file.way !== 'table') {
      const single = await importSingle(session, campaignId, file)
      if ('jobs' in single) added.push(single)
      else {
        problems.push(single)
        issues.push({ file: file.file, row: null, ...codeAndText(single) })
      }
      continue
    }
    const done = await importOne(session, campaignId, file)
    runs.push(done.run)
    issues.push(...done.issues)
  }
  const name = known?.draft.name ?? wanted.name
  const counts = sum(runs)
  const milliseconds = runs.reduce((total, run) => total + (run.milliseconds ?? 0), 0)
  return {
    json: {
      campaign: name,
      files: files.map(({ path }) => basename(path)),
      ...counts,
      milliseconds,
      ...(added.length > 0 ? { added: added.flatMap(({ jobs }) => jobs.map(addedValue)) } : {}),
      issues,
    },
    lines: [
      ...(runs.length > 0 ? countLines(name, runs, counts, milliseconds) : []),
      ...added.flatMap(linesOf),
      ...issueLines(issues),
      `See them ranked: rolecall jobs --campaign "${name}"`,
    ],
    problems: [...problems, ...runs.flatMap(failureOf)],
  }
}

const failureOf = ({ state, label, error }: RunView): RolecallError[] =>
  state === 'failed'
    ? [rolecallError('file_unreadable', `${label}: ${error ?? 'it could not be imported'}`)]
    : []

const addedValue = ({ jobId: id, ...job }: Added['jobs'][number]) => ({ id, ...job })

const codeAndText = ({ code, message }: RolecallError) => ({ code, message })

/** Takes a copy of the file in and has it looked into. */
async function lookInto({ ask, dataDir }: Session, path: string, typed: string): Promise<Looked> {
  const file = basename(path)
  const uploadId = readOrRefuse(typed, () => adoptFile(dataDir, path))
  const refused = async (error: RolecallError): Promise<Looked> => {
    await ask('uploads.discard', { uploadId })
    return { file, error: { ...error, message: `${typed}: ${error.message}` } }
  }
  try {
    const look = await ask('imports.look', { uploadId })
    if (look.way !== 'table') return { ...look, file, typed, uploadId }
    const { mapping, problem } = look.preview
    if (!problem) return { way: 'table', file, uploadId, mapping }
    const code = problem.code === 'file_empty' ? 'file_empty' : 'file_not_understood'
    return await refused(rolecallError(code, problem.message))
  } catch (error) {
    if (error instanceof Refusal) return refused(error.error)
    throw error
  }
}

async function importOne(
  { ask, follow }: Session,
  campaignId: CampaignId,
  { file, uploadId, mapping }: Table,
): Promise<{ run: RunView; issues: FileIssue[] }> {
  const { runId } = await ask('imports.start', { uploadId, campaignId, mapping })
  const run = await follow(runId, `Importing ${file}`)
  const { issues } = await ask('runs.get', { runId })
  return { run, issues: issues.map(issue => ({ file, ...issue })) }
}

const SHOWN = ['raw', 'unchanged', 'postings', 'jobs', 'merged', 'ranked', 'rejected'] as const
type Counts = Pick<RunCounts, (typeof SHOWN)[number]>

function sum(runs: readonly RunView[]): Counts {
  const total: Counts = { raw: 0, unchanged: 0, postings: 0, jobs: 0, merged: 0, ranked: 0, rejected: 0 }
  for (const { counts } of runs) for (const name of SHOWN) total[name] += counts[name]
  return total
}

function countLines(
  campaign: string,
  runs: readonly RunView[],
  counts: Counts,
  milliseconds: number,
): string[] {
  return [
    `Imported ${runs.map(run => run.label).join(', ')} into "${campaign}" in ${(milliseconds / 1000).toFixed(1)} s.`,
    `${count(counts.raw, 'new row')}, ${whole(counts.unchanged)} unchanged, ${whole(counts.rejected)} set aside.`,
    `${count(counts.jobs, 'new job')}; ${count(counts.merged, 'posting')} joined jobs that were there.`,
  ]
}

function issueLines(issues: readonly FileIssue[]): string[] {
  const rest = issues.length - MOST_SHOWN
  return [
    ...issues
      .slice(0, MOST_SHOWN)
      .map(({ file, row, message }) => `  ${file}${row === null ? '' : `, row ${row}`}: ${message}`),
    ...(rest > 0 ? [`  … and ${whole(rest)} more`] : []),
  ]
}
