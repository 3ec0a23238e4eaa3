import { ScanSearch } from 'lucide-react'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { MarkedWord } from '../../ui/fact-mark.tsx'
import { Section } from '../../ui/page.tsx'
import { actsOn, FactRow, type ProofActs } from './fact-row.tsx'
import type { FactLine } from './group-facts.ts'
import { JobAi } from './job-ai.tsx'
import type { TermLine } from './term-lines.ts'
import { type FactGroup, languageName } from './value-words.ts'

/** Facts that stand in their own line also when they are not stated. */
const ALWAYS: readonly FactGroup[] = ['salary', 'place', 'remote', 'type', 'seniority']
/** Facts that share one line while nobody says anything of them. */
const SELDOM: readonly FactGroup[] = ['years', 'education', 'visa']

/** What the posting states, with the origin of each fact and the words it was read in. */
export function JobFacts({
  view,
  lines,
  terms,
  editing,
  onEdit,
  onDetect,
  ...acts
}: ProofActs & {
  view: JobView
  lines: readonly FactLine[]
  terms: readonly TermLine[]
  editing: ReadonlySet<FactGroup>
  onEdit: (group: FactGroup, editing: boolean) => void
  onDetect: () => void
}) {
  const isOpen = (line: FactLine) => line.text !== null || line.saidNothing || editing.has(line.key)
  const shown = lines.filter(line => ALWAYS.includes(line.key) || (SELDOM.includes(line.key) && isOpen(line)))
  const unsaid = lines.filter(line => SELDOM.includes(line.key) && !isOpen(line))
  return (
    <Section
      title="Facts"
      action={
        <Button size="small" icon={ScanSearch} onClick={onDetect}>
          Detect again
        </Button>
      }
    >
      <dl className="flex flex-col">
        {shown.map(line => (
          <FactRow
            key={line.key}
            view={view}
            line={line}
            quotes={ALWAYS.includes(line.key)}
            editing={editing.has(line.key)}
            onEdit={on => onEdit(line.key, on)}
            {...acts}
          />
        ))}
        {terms.map(line => (
          <TermRow key={line.key} line={line} acts={acts} />
        ))}
        {view.language === null ? null : (
          <div className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
            <dt className="w-32 shrink-0 pt-px text-sm text-ink-3">Written in</dt>
            <dd className="min-w-40 flex-1">{languageName(view.language)}</dd>
          </div>
        )}
      </dl>
      <Unsaid lines={unsaid} terms={terms} onEdit={onEdit} />
      <JobAi view={view} />
    </Section>
  )
}

/** Words that fit beside the label before the rest is folded. */
const FEW = 6

function TermRow({ line, acts }: { line: TermLine; acts: ProofActs }) {
  const word = ({ text, proof }: TermLine['words'][number], index: number) => (
    <li key={index}>
      <MarkedWord text={text} {...proof} {...actsOn(proof, acts)} />
    </li>
  )
  const folded = line.words.length > FEW + 1 ? line.words.slice(FEW) : []
  const open = line.words.slice(0, line.words.length - folded.length)
  return (
    <div className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
      <dt className="w-32 shrink-0 pt-px text-sm text-ink-3">{line.label}</dt>
      <dd className="min-w-40 flex-1">
        <ul aria-label={line.label} className="flex flex-wrap gap-1">
          {open.map(word)}
        </ul>
        {folded.length > 0 ? (
          <details className="group text-sm">
            <summary className="inline-flex min-h-6 list-none items-center text-ink-3 hover:text-ink">
              <span className="group-open:hidden">and {folded.length} more</span>
              <span className="hidden group-open:inline">fewer</span>
            </summary>
            <ul aria-label={`More: ${line.label}`} className="flex flex-wrap gap-1">
              {folded.map(word)}
            </ul>
          </details>
        ) : null}
      </dd>
    </div>
  )
}

/** One line for all that nobody says anything of; a press on a word says it by hand. */
function Unsaid({
  lines,
  terms,
  onEdit,
}: {
  lines: readonly FactLine[]
  terms: readonly TermLine[]
  onEdit: (group: FactGroup, editing: boolean) => void
}) {
  const others = [
    ...(terms.some(line => line.key === 'languages') ? [] : ['languages']),
    ...(terms.some(line => line.key === 'benefits') ? [] : ['benefits']),
  ]
  const count = lines.length + others.length
  if (count === 0) return null
  const between = (index: number) => (index === 0 ? '' : index === count - 1 ? ' or ' : ', ')
  return (
    <p className="pt-2 text-sm text-ink-3">
      Nothing said of{' '}
      {lines.map((line, index) => (
        <span key={line.key}>
          {between(index)}
          <button
            type="button"
            aria-label={`Correct: ${line.label}`}
            data-edit={line.key}
            onClick={() => onEdit(line.key, true)}
            className="inline-flex min-h-6 items-center rounded-sm underline decoration-dotted underline-offset-2 hover:text-ink"
          >
            {line.label.toLowerCase()}
          </button>
        </span>
      ))}
      {others.map((word, index) => (
        <span key={word}>
          {between(lines.length + index)}
          {word}
        </span>
      ))}
    </p>
  )
}
