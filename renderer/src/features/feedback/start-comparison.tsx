import { useQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { ComparisonView, WeightsSuggestion } from '../../../../main/contract/feedback.ts'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { DEFAULT_WEIGHTS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import { showDone, useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { focusInvalid } from '../../ui/focus.ts'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { idleFactors, type Wishes } from '../campaigns/weights-math.ts'
import { WeightsShares } from '../campaigns/weights-shares.tsx'
import { WeightsSliders } from '../campaigns/weights-sliders.tsx'
import { confidenceWords, differentWeights } from './comparison-words.ts'

type Kind = 'suggested' | 'default' | 'own'

const NAMES: Record<Kind, string> = {
  suggested: 'Suggested by your decisions',
  default: 'Default weights',
  own: 'My weights',
}

/** What a comparison is, the weights to compare with, and those that have ended. */
export function StartComparison({
  campaignId,
  wishes,
  comparisons,
}: {
  campaignId: CampaignId
  /** The campaign's own: a factor without one has nothing to compare with. */
  wishes: Wishes
  comparisons: readonly ComparisonView[]
}) {
  const { data } = useQuery(ask('feedback', 'suggestion', { campaignId }))
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <Section
        title="Which weights find better jobs?"
        lead="You decide on one list of up to 40 waiting jobs, mixed from the best of both. Which weights brought which job stays hidden until you finish; then the wins are counted."
      >
        {data ? (
          <StartForm campaignId={campaignId} wishes={wishes} suggestion={data} />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
      </Section>
      <Section title="Earlier comparisons">
        <Earlier campaignId={campaignId} comparisons={comparisons.filter(one => one.state === 'finished')} />
      </Section>
    </div>
  )
}

function StartForm({
  campaignId,
  wishes,
  suggestion,
}: {
  campaignId: CampaignId
  wishes: Wishes
  suggestion: WeightsSuggestion
}) {
  const form = useRef<HTMLFormElement>(null)
  const { present, weights: suggested } = suggestion
  const kinds: Kind[] = [
    ...(suggested ? ['suggested' as const] : []),
    ...(differentWeights(present, DEFAULT_WEIGHTS) ? ['default' as const] : []),
    'own',
  ]
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'own')
  const [own, setOwn] = useState<RankingWeights>(present)
  const [named, setNamed] = useState<string | null>(null)
  const start = useChange(async (input: Parameters<typeof client.comparisons.start>[0]) => {
    const { undo } = await client.comparisons.start(input)
    if (undo) showDone(undo.label, undo)
    return { undo: null }
  })
  const weights = kind === 'suggested' && suggested ? suggested : kind === 'default' ? DEFAULT_WEIGHTS : own
  const name = named ?? NAMES[kind]
  const different = differentWeights(present, weights)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') focusInvalid(form.current)
    else if (different) start.mutate({ campaignId, name: name.trim(), weights })
  }
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <h3 className="text-sm font-medium">Present weights</h3>
        <WeightsShares weights={present} />
      </div>
      <RadioGroup
        label="Compare with"
        options={kinds.map(value => ({ value, label: NAMES[value] }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'own' ? (
        <WeightsSliders value={own} onChange={setOwn} idle={idleFactors(wishes)} />
      ) : (
        <WeightsShares weights={weights} />
      )}
      <TextField
        label="Name of the other weights"
        className="max-w-80"
        maxLength={80}
        value={name}
        error={name.trim() === '' ? 'Give the other weights a name' : undefined}
        onChange={event => setNamed(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" icon={Scale} busy={start.isPending} disabled={!different}>
          Start the comparison
        </Button>
        {different ? null : (
          <p className="text-sm text-ink-2">Move a slider: these count like the present ones.</p>
        )}
      </div>
    </form>
  )
}

function Earlier({
  campaignId,
  comparisons,
}: {
  campaignId: CampaignId
  comparisons: readonly ComparisonView[]
}) {
  if (comparisons.length === 0)
    return <p className="text-sm text-ink-2">None yet. Each one takes about 40 short decisions.</p>
  return (
    <Table
      caption="Comparisons that have ended"
      head={['Weights', 'Ended', { label: 'Wins', number: true }, 'Result']}
    >
      {comparisons.map(({ id, name, finishedAt, result, kept }) => (
        <tr key={id}>
          <Cell heading>
            <Link to={`/campaigns/${campaignId}/compare?of=${id}`} className="text-link">
              {name}
            </Link>
          </Cell>
          <Cell className="whitespace-nowrap">{finishedAt ? <When at={finishedAt} /> : null}</Cell>
          <Cell number>{result ? `${result.winsB} of ${result.winsA + result.winsB}` : '–'}</Cell>
          <Cell className="text-ink-2">
            {result ? confidenceWords(result) : null}
            {kept ? (kept === 'b' ? '; taken' : '; not taken') : null}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
