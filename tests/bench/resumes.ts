import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { threadEntry } from '../../main/platform/threads/entries.ts'
import { createParserProcess } from '../../main/platform/threads/parser-process.ts'
import { type ResumeLine, resumeLine } from '../../main/shells/terminal/resume/resume-line.ts'
import { twoPageResume } from '../fixtures/resume-pdf.ts'
import { freshFolder } from './data.ts'
import { atLeast, atMost, type Figure, reading } from './figures.ts'

const CORPUS = fileURLToPath(new URL('../../../shared/data/resumes', import.meta.url))
const TODAY = '2026-11-22'

/** What a field is to reach (F1). */
const AIMS: Record<string, number> = {
  headline: 0.8,
  name: 0.95,
  email: 0.95,
  phone: 0.9,
  links: 0.9,
  'exp.entry': 0.75,
  'exp.entry+dates': 0.65,
}

/** How well labelled résumés are understood, field by field, and how long a proposal takes. */
export async function resumes(): Promise<Figure[]> {
  const folder = freshFolder('resumes')
  const figures = await times(folder)
  if (existsSync(CORPUS)) return [...figures, ...(await scores(folder))]
  console.error('The labelled résumés are not here: their scores are left out.')
  return figures
}

/** From a file to what was understood of it; cold with the start of the parser, warm when it runs. */
async function times(folder: string): Promise<Figure[]> {
  const file = join(folder, 'two-pages.pdf')
  writeFileSync(file, await twoPageResume())
  const cold: number[] = []
  const warm: number[] = []
  for (let round = 0; round < 5; round++) {
    const parser = createParserProcess(threadEntry('parser'))
    for (const taken of [cold, warm]) {
      const begun = performance.now()
      await resumeLine(parser, { file, password: null, today: TODAY })
      taken.push(performance.now() - begun)
    }
    await parser.stop()
  }
  return [
    atMost('resumes.proposal.cold', Math.min(...cold), 'ms', 1000),
    reading('resumes.proposal.warm', Math.min(...warm), 'ms'),
  ]
}

interface Scored {
  headline: number
  fields: Record<string, { f1: number }>
}

async function scores(folder: string): Promise<Figure[]> {
  const files = join(CORPUS, 'dev/files')
  const parser = createParserProcess(threadEntry('parser'))
  const predictions: Record<string, ResumeLine> = {}
  for (const name of readdirSync(files))
    predictions[name] = await resumeLine(parser, { file: join(files, name), password: null, today: TODAY })
  await parser.stop()
  const answers = join(folder, 'predictions.json')
  writeFileSync(answers, JSON.stringify(predictions))
  const scorer = join(CORPUS, 'score.mjs')
  const text = execFileSync(process.execPath, [scorer, answers, '--json'], { encoding: 'utf8' })
  const { headline, fields }: Scored = JSON.parse(text)
  const unread = Object.values(predictions).filter(({ ok }) => !ok).length
  return [
    atMost('resumes.unread', unread, 'files', 0),
    ...Object.entries({
      headline,
      ...Object.fromEntries(Object.entries(fields).map(([name, { f1 }]) => [name, f1])),
    }).map(([name, f1]) => {
      const aim = AIMS[name]
      return aim === undefined
        ? reading(`resumes.f1.${name}`, f1, 'F1')
        : atLeast(`resumes.f1.${name}`, f1, 'F1', aim)
    }),
  ]
}
