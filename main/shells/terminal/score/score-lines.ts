import { FACTOR_LABELS } from '../../../contract/labels.ts'
import type { Explanation } from '../../../contract/ranking.ts'
import type { MatchView } from '../../../contract/shapes.ts'
import { printable, table } from '../table.ts'

interface Scored {
  campaign: string
  job: { title: string; company: string }
  explanation: Explanation
  match: (MatchView & { less_sure: boolean }) | null
}

interface Line {
  name: string
  state: string
  points: number
  max: number
  evidence: string
}

/** Longest sentence that is shown whole. */
const LONGEST = 160

const percent = (share: number): string => `${Math.round(share * 100)} %`
const number = (value: number): string => value.toFixed(2)

/** A score with its factors for people. */
export function scoreLines({ campaign, job, explanation, match }: Scored): string[] {
  const { score, less_sure, known_share, factors, ineligible } = explanation
  const title = [job.title, job.company].filter(Boolean).join(', ')
  return [
    `${printable(title)}`,
    `For "${printable(campaign)}": ${number(score)} of 100${less_sure ? ', less sure' : ''}; ${percent(known_share)} of the weight could be compared.`,
    ...ineligible.map(({ reason }) => `Not eligible: ${printable(reason)}.`),
    '',
    ...tableOf(
      'Factor',
      factors.map(factor => ({ ...factor, name: FACTOR_LABELS[factor.factor] })),
    ),
    ...(match ? matchLines(match) : []),
  ]
}

const PARTS = { tech: 'Tech stack', location: 'Location', experience: 'Experience' }

function matchLines({ score, less_sure, parts }: NonNullable<Scored['match']>): string[] {
  return [
    '',
    `Match with the profile: ${number(score)} of 100${less_sure ? ', less sure' : ''}.`,
    '',
    ...tableOf(
      'Part',
      parts.map(part => ({ ...part, name: PARTS[part.part] })),
    ),
  ]
}

function tableOf(head: string, lines: readonly Line[]): string[] {
  const shown = (value: (line: Line) => number) => (line: Line) =>
    line.state === 'known' ? number(value(line)) : '–'
  return table(lines, [
    { head, of: line => line.name },
    { head: 'Points', of: shown(line => line.points), right: true },
    { head: 'Of', of: shown(line => line.max), right: true },
    { head: 'Why', of: line => line.evidence, most: LONGEST },
  ])
}
