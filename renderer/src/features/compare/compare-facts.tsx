import type { ReactNode } from 'react'
import { NOT_STATED, STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { When } from '../../ui/when.tsx'
import { groupFacts } from '../job/group-facts.ts'
import type { Named } from './compare-sentence.ts'
import { skillLines } from './compare-skills.ts'

interface Line {
  key: string
  label: string
  sides: readonly [ReactNode, ReactNode]
  /** Both say the same: shown in grey, since it decides nothing. */
  same: boolean
}

/** What both postings state, line by line; what is the same stands in grey. */
export function CompareFacts({
  first,
  second,
  names,
}: {
  first: JobView
  second: JobView
  names: readonly [Named, Named]
}) {
  const all = factLines(first, second)
  const lines = all.filter(line => line.sides.some(side => side !== null))
  const silent = all.filter(line => !lines.includes(line)).map(line => line.label.toLowerCase())
  return (
    <>
      <ul aria-label="Facts side by side" className="flex flex-col">
        {lines.map(line => (
          <li
            key={line.key}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0 @min-[44rem]:grid-cols-[8rem_minmax(0,1fr)_5rem_minmax(0,1fr)]"
          >
            <h3 className="text-sm text-ink-3">{line.label}</h3>
            {line.sides.map((side, index) => (
              <p
                // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second stay where they are
                key={index}
                className={`flex min-w-0 gap-3 break-words @min-[44rem]:block ${index === 1 ? '@min-[44rem]:col-start-4' : ''} ${line.same ? 'text-ink-3' : ''}`}
              >
                <span className="w-28 shrink-0 truncate text-xs leading-5.5 text-ink-3 @min-[44rem]:sr-only">
                  {names[index]?.short}
                </span>
                <span className="min-w-0">{side ?? <span className="text-ink-3">{NOT_STATED}</span>}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {silent.length > 0 ? (
        <p className="pt-2 text-sm text-ink-3">Neither states: {silent.join(', ')}.</p>
      ) : null}
    </>
  )
}

function factLines(first: JobView, second: JobView): Line[] {
  const [one, other] = [groupFacts(first), groupFacts(second)]
  const words = (text: string | null | undefined, aside: string | null | undefined) =>
    text ? `${text}${aside ? ` (${aside})` : ''}` : null
  const stated = one.flatMap((line, index): Line[] => {
    // Skills have lines of their own, since it matters which of them both ask for.
    if (line.key === 'skills') return []
    const sides = [words(line.text, line.aside), words(other[index]?.text, other[index]?.aside)] as const
    return [{ key: line.key, label: line.label, sides, same: sides[0] === sides[1] }]
  })
  const skills = skillLines(first.skills, second.skills).map(
    (line): Line => ({ key: line.label, label: line.label, sides: line.sides, same: line.same }),
  )
  return [
    ...stated,
    ...skills,
    {
      key: 'posted',
      label: 'Posted',
      sides: [postedAt(first), postedAt(second)],
      same: first.job.postedAt === second.job.postedAt,
    },
    {
      key: 'status',
      label: 'Status',
      sides: [statusText(first), statusText(second)],
      same: statusText(first) === statusText(second),
    },
  ]
}

const postedAt = ({ job }: JobView): ReactNode => (job.postedAt === null ? null : <When at={job.postedAt} />)

function statusText({ job }: JobView): string {
  return `${STATUS_LABELS[job.status]}${job.closed ? ', no longer open' : ''}`
}
