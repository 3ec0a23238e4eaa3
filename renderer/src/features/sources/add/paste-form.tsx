import { useQueries, useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, ListChecks } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ask, client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { TextArea } from '../../../ui/field.tsx'
import { MultiSelect } from '../../../ui/multi-select.tsx'
import { boardWords, linesOf } from '../source-words.ts'
import { useKinds } from '../use-kinds.ts'
import { addSource, type ChosenCampaigns, type Line, testAdded } from './use-adding.ts'

export const PASTE_FORM = 'add-source-paste'

/** So many lines are looked at in one go. */
const MOST_LINES = 100

/** Careers addresses, one a line; what each leads to is said while the person types. */
export function PasteForm({
  text,
  onText,
  campaigns,
  onBusy,
  onCount,
  onAdded,
}: {
  text: string
  onText: (text: string) => void
  campaigns: ChosenCampaigns
  onBusy: (busy: boolean) => void
  /** How many lines would be added. */
  onCount: (count: number) => void
  onAdded: (lines: readonly Line[]) => void
}) {
  const kinds = useKinds()
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const lines = linesOf(text).slice(0, MOST_LINES)
  const settled = useSettled(text)
  const looks = useLooks(linesOf(settled).slice(0, MOST_LINES))
  const recognised = looks.filter(look => look.words !== null).length
  useEffect(() => onCount(recognised), [recognised, onCount])
  const boards = kinds.all.filter(kind => kind.family === 'ats').map(kind => kind.label)
  const known = `Rolecall reads the boards of ${listed(boards)}.`

  const fail = (words: string) => {
    setProblem(words)
    form.current?.querySelector('textarea')?.focus()
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (lines.length === 0) return fail('Paste the address of a careers page, such as jobs.lever.co/acme.')
    onBusy(true)
    try {
      const done: Line[] = []
      for (const line of lines) done.push(await addLine(line, campaigns, kinds))
      if (done.every(line => line.outcome === 'unknown'))
        return fail(
          `${done.length === 1 ? 'This address is' : 'These addresses are'} not recognised. ${known} Paste the whole address of the page that lists the jobs, or look into the catalogue.`,
        )
      onAdded(done)
      testAdded(done, campaigns.ids)
    } finally {
      onBusy(false)
    }
  }

  return (
    <form
      id={PASTE_FORM}
      ref={form}
      noValidate
      onSubmit={event => void add(event)}
      className="flex flex-col gap-4"
    >
      <TextArea
        label="Careers addresses"
        hint={`The page that lists a company's jobs; several, one a line. ${known}`}
        placeholder={'https://jobs.lever.co/acme\nhttps://boards.greenhouse.io/globex'}
        spellCheck={false}
        rows={4}
        value={text}
        error={problem}
        onChange={event => {
          onText(event.target.value)
          setProblem(undefined)
        }}
      />
      <ul
        aria-live="polite"
        aria-label="What the addresses lead to"
        className="flex flex-col gap-1 text-sm empty:hidden"
      >
        {looks.map(look => (
          <li key={look.text} className="flex items-start gap-2">
            <Face words={look.words} there={look.there} />
            <span className="min-w-0 break-words">
              {look.words === null ? (
                <>
                  <span className="text-ink-2">Not recognised:</span> {look.text}
                </>
              ) : (
                look.words
              )}
              {look.there ? <span className="text-ink-2">, already there</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <UseIn campaigns={campaigns} />
    </form>
  )
}

/** The campaigns that are to ask what is added. */
export function UseIn({ campaigns }: { campaigns: ChosenCampaigns }) {
  if (campaigns.options.length === 0) return null
  return (
    <MultiSelect
      label="Campaigns that ask it"
      hint="None is fine too; every campaign can be given its sources later."
      options={campaigns.options}
      value={campaigns.value}
      onChange={campaigns.onChange}
    />
  )
}

function Face({ words, there }: { words: string | null; there: boolean }) {
  const Icon = words === null ? CircleHelp : there ? ListChecks : CircleCheck
  const colour = words === null ? 'text-warn' : there ? 'text-ink-3' : 'text-good'
  return <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} strokeWidth={1.75} />
}

/** Adds what a line leads to. Never rejects. */
async function addLine(
  text: string,
  campaigns: ChosenCampaigns,
  kinds: ReturnType<typeof useKinds>,
): Promise<Line> {
  try {
    const found = await client.sources.recognise({ text })
    if (!found) return { text, outcome: 'unknown', words: text, sourceId: null }
    const { sourceId, label, outcome } = await addSource(found, campaigns.ids)
    return { text, outcome, words: boardWords(label, kinds.of(found.kind)), sourceId }
  } catch (thrown) {
    return { text, outcome: 'failed', words: errorOf(thrown).message, sourceId: null }
  }
}

interface Look {
  text: string
  /** null: not recognised. */
  words: string | null
  there: boolean
}

/** What the lines lead to, as far as that is known by now. */
function useLooks(lines: readonly string[]): Look[] {
  const kinds = useKinds()
  const sources = useQuery(ask('sources', 'list', {}))
  const answers = useQueries({
    queries: lines.map(text => ({
      ...ask('sources', 'recognise', { text }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return lines.flatMap((text, index): Look[] => {
    const found = answers[index]?.data
    if (found === undefined) return []
    if (found === null) return [{ text, words: null, there: false }]
    const there = sources.data?.some(one => one.kind === found.kind && one.label === found.label) ?? false
    return [{ text, words: boardWords(found.label, kinds.of(found.kind)), there }]
  })
}

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
